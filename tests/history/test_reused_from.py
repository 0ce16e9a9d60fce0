"""What commits say they reuse: git's own trailers, read for the commits whose messages hold the word at all."""

from pathlib import Path

import pytest

from outcome_catalog.history import read_history
from outcome_catalog.history import reused_from as module
from outcome_catalog.model.history import History
from tests.history.git_project import GitProject, text

ARTIFACT = "communities/readers/artifacts/a.md"


def committed(project: GitProject, message: str, path: str = ARTIFACT) -> str:
    project.write(path, text(message))
    project.git("add", "-A")
    project.git("commit", "-q", "--cleanup=verbatim", "-m", message)
    return project.git("rev-parse", "HEAD")


def history(project: GitProject, cache: Path | None = None) -> History:
    return read_history(project.root, {}, cache)


@pytest.mark.parametrize(
    ("message", "named"),
    [
        ("Write\n\nReused-from: writers/guide\n", ("writers/guide",)),
        ("Write\n\nreused-FROM:   writers/guide  \n", ("writers/guide",)),
        ("Write\n\nBecause.\n\nReused-from: writers/guide\nReviewed-by: Lead\nReused-from: writers/other\n",
         ("writers/guide", "writers/other")),
        ("Write\n\nReused-from: writers/guide,\n  the second part\n", ("writers/guide, the second part",)),
        ("Write\n\nReused-from: writers/gü-ide\n", ("writers/gü-ide",)),
    ],
)  # fmt: skip
def test_trailers_are_read_as_git_reads_them(project: GitProject, message: str, named: tuple[str, ...]) -> None:
    commit = committed(project, message)
    committed(project, "Another one")

    assert history(project).reused_from == {commit: named}


@pytest.mark.parametrize(
    "message",
    [
        "Reused-from: writers/guide",  # a subject is no trailer
        "Write\n\nReused-from: writers/guide\n\nand then a last paragraph of words\n",
        "Write\n\nWe say Reused-from: writers/guide in the middle of a line\nof a paragraph that goes on\n",
        "Write\n\nReused-from:\n",
        "Write",
    ],
)
def test_what_is_only_text_is_no_trailer(project: GitProject, message: str) -> None:
    committed(project, message)

    assert history(project).reused_from == {}


def test_git_is_asked_only_where_a_message_holds_the_word(project: GitProject, monkeypatch: pytest.MonkeyPatch) -> None:
    committed(project, "Write")
    monkeypatch.setattr(module, "git_answer", lambda *_, **__: pytest.fail("asked for nothing"))

    assert history(project).reused_from == {}


def test_a_commit_whose_files_are_gone_tells_nothing(project: GitProject) -> None:
    committed(project, "Write\n\nReused-from: writers/guide\n", "communities/readers/artifacts/gone.md")
    (project.root / "communities/readers/artifacts/gone.md").unlink()
    committed(project, "Take it out")

    assert history(project).reused_from == {}


def test_trailers_are_kept_between_runs(project: GitProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit = committed(project, "Write\n\nReused-from: writers/guide\n")
    cache = tmp_path / "cache"
    first = history(project, cache)
    monkeypatch.setattr(module, "git_answer", lambda *_, **__: pytest.fail("read again"))

    assert history(project, cache).reused_from == first.reused_from == {commit: ("writers/guide",)}
