"""``outcomes new`` writes files that pass ``check``, asks in the schema's words, and never writes over anything."""

import os
import pty
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.conftest import Run

pytestmark = pytest.mark.acceptance

COMMUNITY = {
    "--title": "Night shift circle",
    "--summary": "People who work at night and write down what helps.",
    "--goal": "Every night shift finds the answer of the day shift.",
    "--objective": "save-time",
    "--role": "Night agent",
    "--why": "Fewer calls that have to wait for the morning.",
    "--sponsor": "Head of operations",
    "--sponsor-unit": "unit-00",
    "--output": "Night guide",
    "--kind": "how-to",
    "--audience": "engineers",
    "--done-when": "Two shifts tried it",
    "--outcome": "Fewer calls wait for the morning",
    "--indicator": "Calls that wait for the morning",
    "--unit": "calls a night",
    "--baseline": "12",
    "--target": "4",
}
ARTIFACT = {
    "--kind": "best-practice",
    "--title": "Hand over in three sentences: what, where, until when",
    "--summary": "A short form for the end of a shift.",
    "--author": "person-01",
    "--output": "best-practice",
}

OWN_FIELDS = {
    "bookmark": ["url=https://handbook.example.org/shifts"],
    "problem": ["solved=false"],
    "decision": ["decision_status=proposed"],
}
"""The keys that some kinds ask for beside those of every artifact."""


def _flat(options: dict[str, str]) -> list[str]:
    return [word for pair in options.items() for word in pair]


def _errors(folder: Path, run: Run) -> list[str]:
    done = run(folder, "check")
    return [line for line in done.stdout.splitlines() if ": error " in line]


def test_a_new_community_passes_the_check(small_catalog: Path, run: Run) -> None:
    done = run(small_catalog, "new", "community", *_flat(COMMUNITY))
    assert done.returncode == 0, done.stderr
    path = "communities/night-shift-circle/charter.yml"
    assert done.stdout.splitlines() == [path]
    assert "direction: decrease" in (small_catalog / path).read_text()
    assert _errors(small_catalog, run) == []


@pytest.mark.parametrize(
    "kind",
    [
        "meeting-report",
        "project-status",
        "bookmark",
        "idea",
        "best-practice",
        "problem",
        "lesson-learned",
        "decision",
        "how-to",
        "tool",
    ],
)
def test_a_new_artifact_of_every_kind_passes_the_check(small_catalog: Path, run: Run, kind: str) -> None:
    own = [word for field in OWN_FIELDS.get(kind, ()) for word in ("--field", field)]
    done = run(small_catalog, "new", "artifact", "community-00000", *_flat({**ARTIFACT, "--kind": kind}), *own)
    assert done.returncode == 0, done.stderr
    assert _errors(small_catalog, run) == []
    text = (small_catalog / done.stdout.strip()).read_text()
    assert "status: draft" in text


@pytest.mark.parametrize("kind", ["bookmark", "problem", "decision"])
def test_nothing_is_invented_where_a_kind_needs_more(small_catalog: Path, run: Run, kind: str) -> None:
    done = run(small_catalog, "new", "artifact", "community-00000", *_flat({**ARTIFACT, "--kind": kind}))
    assert done.returncode == 2
    assert f"--field {OWN_FIELDS[kind][0].split('=')[0]}=" in done.stderr


@pytest.mark.parametrize("date", ["2024", "2024-05", "2024-05-17", ""])
def test_a_new_reuse_record_passes_the_check(small_catalog: Path, run: Run, date: str) -> None:
    done = run(
        small_catalog, "new", "reuse", "community-00000/artifact-000001", "--unit", "unit-03", "--mode", "as-is",
        "--title", "Handover board", "--date", date, "--benefit", "Ten minutes a shift",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert _errors(small_catalog, run) == []
    assert "visibility: internal" in (small_catalog / done.stdout.strip()).read_text()


def test_nothing_is_written_over(small_catalog: Path, run: Run) -> None:
    first = run(small_catalog, "new", "artifact", "community-00000", *_flat(ARTIFACT))
    before = (small_catalog / first.stdout.strip()).read_bytes()
    second = run(small_catalog, "new", "artifact", "community-00000", *_flat({**ARTIFACT, "--summary": "Other."}))
    assert second.returncode == 1
    assert "is there already" in second.stderr
    assert (small_catalog / first.stdout.strip()).read_bytes() == before


def test_a_file_that_would_not_pass_is_not_left_behind(small_catalog: Path, run: Run) -> None:
    before = sorted(small_catalog.rglob("*"))
    done = run(small_catalog, "new", "community", *_flat({**COMMUNITY, "--title": " "}), "night-shift")
    assert done.returncode == 1
    assert "title" in done.stderr
    assert sorted(small_catalog.rglob("*")) == before


@pytest.mark.parametrize("name", ["../x", "a/b", "/x", "A b", "..", "pagefind"])
def test_a_name_that_leads_elsewhere_is_refused(small_catalog: Path, run: Run, name: str) -> None:
    before = sorted(small_catalog.parent.rglob("*"))
    assert run(small_catalog, "new", "community", *_flat(COMMUNITY), "--", name).returncode in (1, 2)
    done = run(small_catalog, "new", "artifact", "community-00000", *_flat(ARTIFACT), "--slug", name)
    assert done.returncode == (0 if name == "pagefind" else 2)
    left = [path for path in sorted(small_catalog.parent.rglob("*")) if path not in before]
    assert [path.name for path in left] == (["pagefind.md"] if name == "pagefind" else [])


def test_a_linked_folder_takes_no_new_file(small_catalog: Path, run: Run, tmp_path_factory: Any) -> None:
    outside = tmp_path_factory.mktemp("outside")
    artifacts = small_catalog / "communities" / "community-00000" / "artifacts"
    artifacts.rename(outside / "artifacts")
    artifacts.symlink_to(outside / "artifacts")
    before = sorted(outside.rglob("*"))
    assert run(small_catalog, "new", "artifact", "community-00000", *_flat(ARTIFACT)).returncode == 1
    assert sorted(outside.rglob("*")) == before


def test_a_party_may_use_several_things_on_one_day(small_catalog: Path, run: Run) -> None:
    use = ["new", "reuse", "community-00000/artifact-000001", "--unit", "unit-03", "--mode", "as-is", "--title"]
    written = [run(small_catalog, *use, place).stdout.strip() for place in ("Handover board", "Night desk")]
    assert len(set(written)) == 2
    assert all((small_catalog / path).is_file() for path in written)
    assert _errors(small_catalog, run) == []


def test_an_unknown_id_is_refused_with_the_nearest(small_catalog: Path, run: Run) -> None:
    done = run(small_catalog, "new", "community", *_flat({**COMMUNITY, "--objective": "save-tmie"}))
    assert done.returncode == 2
    assert "did you mean 'save-time'?" in done.stderr


def test_missing_answers_are_named_where_nobody_can_be_asked(small_catalog: Path, run: Run) -> None:
    done = run(small_catalog, "new", "artifact", "community-00000", "--title", "A title")
    assert done.returncode == 2
    assert "--kind, --summary, --author" in done.stderr


def test_a_person_is_asked_with_the_known_ids(small_catalog: Path, outcomes: str) -> None:
    terminal, keyboard = pty.openpty()
    process = subprocess.Popen(
        [outcomes, "new", "artifact", "community-00000", *_flat({**ARTIFACT, "--kind": ""})[2:]],
        cwd=small_catalog, stdin=keyboard, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    os.write(terminal, b"lesson-leaned\nlesson-learned\n")
    written, asked = process.communicate(timeout=120)
    os.close(terminal)
    os.close(keyboard)
    assert process.returncode == 0, asked
    assert "one of: best-practice, bookmark" in asked
    assert "did you mean 'lesson-learned'?" in asked, "a typing error is asked again"
    assert "kind: lesson-learned" in (small_catalog / written.strip()).read_text()
