"""``outcomes check`` as a script or a person meets it: exit codes, formats, places, and never a traceback."""

import json
from pathlib import Path

import pytest

from tests.acceptance.conftest import Run

pytestmark = pytest.mark.acceptance
CHARTER = "communities/community-00000/charter.yml"


def _broken(catalog: Path) -> Path:
    charter = catalog / CHARTER
    charter.write_text(charter.read_text().replace("expected_outputs:", "expected_output:"))
    return catalog


def test_a_sound_catalog_ends_with_0(small_catalog: Path, run: Run) -> None:
    done = run(small_catalog, "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert "error" not in done.stdout


def test_a_finding_is_one_line_with_its_place_and_a_mend(small_catalog: Path, run: Run) -> None:
    done = run(_broken(small_catalog), "check")
    assert done.returncode == 1
    said = 'error unknown-key "expected_output" is not a key of a charter; did you mean "expected_outputs"?'
    assert f"{CHARTER}:20:1: {said}" in done.stdout.splitlines()


def test_json_is_one_object_that_scripts_may_rely_on(small_catalog: Path, run: Run) -> None:
    done = run(_broken(small_catalog), "check", "--format", "json", "--select", "unknown-key")
    whole = json.loads(done.stdout)
    assert whole["schema_version"] == 1
    assert whole["counts"] == {"error": 1, "warning": 0, "info": 0}
    (finding,) = whole["findings"]
    keys = {"path", "line", "column", "end_line", "end_column", "severity", "code", "message", "help", "related"}
    assert set(finding) == keys
    assert (finding["path"], finding["line"], finding["column"]) == (CHARTER, 20, 1)
    assert (finding["end_line"], finding["end_column"]) == (20, 16)


def test_github_annotations_name_file_line_and_code(small_catalog: Path, run: Run) -> None:
    done = run(_broken(small_catalog), "check", "--format", "github", "--select", "unknown-key")
    assert done.returncode == 1
    assert done.stdout.startswith(f"::error file={CHARTER},line=20,endLine=20,col=1,endColumn=16,title=unknown-key::")


def test_an_annotation_cannot_be_broken_out_of(small_catalog: Path, run: Run) -> None:
    charter = small_catalog / CHARTER
    charter.write_text(charter.read_text() + '"x\\n::set-output name=a::b%0A": 1\n')
    done = run(small_catalog, "check", "--format", "github")
    assert done.returncode == 1
    assert not any(line.startswith("::set-output") for line in done.stdout.splitlines())


def test_paths_narrow_what_is_shown(small_catalog: Path, run: Run) -> None:
    _broken(small_catalog)
    assert run(small_catalog, "check", "communities/organisation.yml").returncode == 0
    assert run(small_catalog, "check", CHARTER).returncode == 1
    assert run(small_catalog, "check", "communities/community-00000").returncode == 1
    assert run(small_catalog / "communities" / "community-00000", "check", "charter.yml").returncode == 1


@pytest.mark.parametrize(
    "wrong",
    [
        ["chekc"],
        ["check", "--format", "xml"],
        ["check", "nowhere.yml"],
        ["explain", "x"],
        ["check", "--select", "unknwon-key"],
    ],
)
def test_wrong_usage_ends_with_2(small_catalog: Path, run: Run, wrong: list[str]) -> None:
    done = run(small_catalog, *wrong)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_ignored_findings_do_not_fail_and_warnings_do_when_strict(small_catalog: Path, run: Run) -> None:
    _broken(small_catalog)
    assert run(small_catalog, "check", "--ignore", "unknown-key", "--ignore", "missing-key").returncode == 0
    charter = small_catalog / CHARTER
    charter.write_text(
        charter.read_text().replace("expected_output:", "expected_outputs:").replace("2027-12-31", "2025-01-31", 1)
    )
    assert run(small_catalog, "check").returncode == 0
    assert run(small_catalog, "check", "--strict").returncode == 1


def test_a_folder_without_communities_is_said(tmp_path: Path, run: Run) -> None:
    done = run(tmp_path, "check")
    assert done.returncode == 1
    assert "communities" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_a_terminal_that_knows_few_letters_gets_every_finding(small_catalog: Path, run: Run) -> None:
    charter = small_catalog / CHARTER
    charter.write_text(charter.read_text(encoding="utf-8") + "schlüssel: 1\n", encoding="utf-8")
    done = run(small_catalog, "check", PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert "schl\\xfcssel" in done.stdout


def test_hostile_text_cannot_move_the_cursor(small_catalog: Path, run: Run) -> None:
    charter = small_catalog / CHARTER
    charter.write_text(charter.read_text() + '"\\e[2J\\e[31mgone": 1\n')
    done = run(small_catalog, "check")
    assert done.returncode == 1
    assert "\x1b" not in done.stdout


def test_a_bug_ends_with_3_and_leaves_a_log(
    small_catalog: Path, run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    package = tmp_path_factory.mktemp("broken")
    (package / "sitecustomize.py").write_text(
        "import outcome_catalog.cli.check as check\n"
        "def broken(*given, **named): raise RuntimeError('on purpose')\n"
        "check.load_catalog = broken\n"
    )
    done = run(small_catalog, "check", PYTHONPATH=str(package), TMPDIR=str(package))
    assert done.returncode == 3
    assert "on purpose" in done.stderr
    assert "Traceback" not in done.stderr
    (log,) = package.glob("outcomes-*.log")
    assert "RuntimeError: on purpose" in log.read_text()
