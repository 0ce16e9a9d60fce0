"""The live preview: it follows what is saved, says what is broken, and keeps the last good pages up."""

import json
import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from tests.publish.engine.contexts import AS_OF
from tests.publish.engine.projects import artifact, commit_all, write_artifact, write_project

from outcome_catalog.mkdocs_plugin.last_good import kept_up
from outcome_catalog.pipeline import load_catalog

PATIENCE_SECONDS = 90


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = write_project(tmp_path / "project")
    commit_all(root)
    return root


class Preview:
    """A running ``outcomes serve``."""

    def __init__(self, outcomes: str, project: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        command = [outcomes, "serve", "--port", str(self.port)]
        self.process = subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE, text=True)

    def page(self, address: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{address}", timeout=PATIENCE_SECONDS) as answer:
            return str(answer.read().decode())

    def shows(self, address: str, words: str) -> bool:
        """True as soon as the page holds *words*, False where that takes too long."""
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end and self.process.poll() is None:
            with suppress(OSError):
                if words in self.page(address):
                    return True
            time.sleep(0.2)
        return False


@pytest.fixture
def preview(outcomes: str, project: Path) -> Iterator[Preview]:
    running = Preview(outcomes, project)
    yield running
    running.process.kill()
    running.process.communicate()


@pytest.mark.acceptance
def test_a_saved_file_shows_and_a_broken_one_says_so(preview: Preview, project: Path) -> None:
    assert preview.shows("guild/sort-calls/", "<title>Sort calls first")
    assert "&#39;unsafe-inline&#39;" in preview.page("guild/sort-calls/"), "its server's script may run"
    write_artifact(project, "guild/sort-calls", artifact("Sort every call"))
    assert preview.shows("guild/sort-calls/", "<title>Sort every call")
    write_artifact(project, "guild/sort-calls", artifact("Sort no call", kind="nonsense"))
    assert preview.shows("guild/sort-calls/", "communities/guild/artifacts/sort-calls.md:3:7: error unknown-kind")
    assert "<title>Sort every call" in preview.page("guild/sort-calls/")
    organisation = (project / "communities/organisation.yml").read_text()
    (project / "communities/organisation.yml").write_text("name: [")
    assert preview.shows("", "communities/organisation.yml:1:7: error")
    (project / "communities/organisation.yml").write_text(organisation)
    write_artifact(project, "guild/sort-calls", artifact("Sort calls again"))
    assert preview.shows("guild/sort-calls/", "<title>Sort calls again")
    assert "error unknown-kind" not in preview.page("guild/sort-calls/")


@pytest.mark.acceptance
def test_the_search_index_follows_each_change(preview: Preview, project: Path) -> None:
    assert preview.shows("search/", 'data-index-state="state.json"')
    assert preview.shows("search/state.json", '"ready"')
    first = json.loads(preview.page("search/state.json"))["index"]
    assert first in preview.page("pagefind/indexed-text.sha256")
    write_artifact(project, "guild/sort-calls", artifact("Sort every call"))
    assert preview.shows("guild/sort-calls/", "<title>Sort every call")
    assert json.loads(preview.page("pagefind/pagefind-entry.json"))["languages"], "meanwhile the old one is there"
    end = time.monotonic() + PATIENCE_SECONDS
    while (now := json.loads(preview.page("search/state.json")))["index"] in {None, first} and time.monotonic() < end:
        time.sleep(0.2)
    assert now["state"] == "ready"
    assert now["index"] in preview.page("pagefind/indexed-text.sha256")


@pytest.mark.acceptance
def test_an_interrupt_ends_it_and_leaves_nothing_behind(preview: Preview, project: Path) -> None:
    assert preview.shows("", "Example Works")
    preview.process.send_signal(signal.SIGINT)
    assert preview.process.wait(PATIENCE_SECONDS) in {0, 130}
    assert sorted(path.name for path in project.iterdir()) == [".git", "communities"]


@pytest.mark.acceptance
def test_a_port_that_is_taken_is_named(outcomes: str, project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        run = subprocess.run(
            [outcomes, "serve", "--port", port],
            cwd=project,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "COLUMNS": "200"},
        )
    assert run.returncode == 1
    assert f"cannot show the site at 127.0.0.1:{port}" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_broken_artifact_is_kept_as_it_was(project: Path) -> None:
    good = load_catalog(project, as_of=AS_OF).catalog
    write_artifact(project, "guild/sort-calls", artifact("Broken", kind="nonsense"))
    write_artifact(project, "guild/new", artifact("New"))
    broken = load_catalog(project, as_of=AS_OF).catalog
    assert good is not None
    assert broken is not None
    whole = kept_up(broken, good)
    assert list(whole.artifacts) == ["circle/sort-leads", "guild/new", "guild/sort-calls"]
    assert whole.artifacts["guild/sort-calls"].title == "Sort calls first"  # type: ignore[index]
    assert [a.slug for a in whole.communities["guild"].artifacts] == ["new", "sort-calls"]  # type: ignore[index]


def test_a_community_with_a_broken_charter_is_kept_as_it_was(project: Path) -> None:
    good = load_catalog(project, as_of=AS_OF).catalog
    (project / "communities/guild/charter.yml").write_text("title: [")
    broken = load_catalog(project, as_of=AS_OF).catalog
    assert good is not None
    assert broken is not None
    assert list(broken.communities) == ["circle"]
    whole = kept_up(broken, good)
    assert list(whole.communities) == ["circle", "guild"]
    assert whole.communities["guild"].artifacts == good.communities["guild"].artifacts  # type: ignore[index]


def test_what_does_not_fit_any_more_is_not_kept(project: Path) -> None:
    good = load_catalog(project, as_of=AS_OF).catalog
    write_artifact(project, "guild/sort-calls", artifact("Broken", kind="nonsense"))
    people = project / "communities/people.yml"
    people.write_text(people.read_text().replace("day-lead", "night-lead"))
    broken = load_catalog(project, as_of=AS_OF).catalog
    assert good is not None
    assert broken is not None
    assert kept_up(broken, good) == broken


def test_a_removed_artifact_is_gone(project: Path) -> None:
    good = load_catalog(project, as_of=AS_OF).catalog
    (project / "communities/circle/artifacts/sort-leads.md").unlink()
    now = load_catalog(project, as_of=AS_OF).catalog
    assert good is not None
    assert now is not None
    assert list(kept_up(now, good).artifacts) == ["guild/sort-calls"]
