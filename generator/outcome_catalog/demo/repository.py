"""Writes the demo: a git repository whose every commit is the same to the hash on every machine."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import groupby
from pathlib import Path

from outcome_catalog.demo.dated_text import text_on
from outcome_catalog.demo.fast_import import BRANCH, commit_stream
from outcome_catalog.demo.storyboard import Step, Write, storyboard
from outcome_catalog.history.git_command import git_answer

LAST_DAY = date(2026, 6, 30)
"""The day that the story ends on, and that its figures are of."""
COMMIT_BEFORE = b"{commit before}"
"""What stands in a file for the hash of the commit before the one that brought the file in."""
_SAME_EVERYWHERE = ("-c", f"core.attributesFile={os.devnull}")
_ADDRESS = "https://git.example.org/example-transit/communities.git"


class DirectoryTakenError(Exception):
    """The directory holds something already; the text says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDemo:
    """What was written: where, how many commits, and the hash of the last one."""

    directory: Path
    commits: int
    head: str


def write_demo(directory: Path) -> WrittenDemo:
    """Write the demo into *directory*, which must be absent or empty, and say what was written.

    Raises DirectoryTakenError, and GitMissingError or GitFailedError of :mod:`outcome_catalog.history.git_command`.
    """
    if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
        raise DirectoryTakenError(f"{directory} is there already and not empty; nothing was written")
    directory.mkdir(parents=True, exist_ok=True)
    story = files(__package__) / "story"
    steps = storyboard(story)
    _git(directory, "init", "--quiet", "--template=", "--object-format=sha1", "--initial-branch=main", ".")
    for key, value in (("core.autocrlf", "false"), ("remote.origin.url", _ADDRESS)):
        _git(directory, "config", key, value)
    _write_commits(directory, story / "content", steps)
    _git(directory, "checkout", "--quiet", "--force", "main")
    return WrittenDemo(directory=directory, commits=len(steps), head=_head(directory))


def _write_commits(directory: Path, content: Traversable, steps: tuple[Step, ...]) -> None:
    """Write the commits in as few runs as can be: a file that names the commit before it needs that one's hash."""
    waiting: list[bytes] = []
    before: dict[str, bytes] = {}
    is_begun = False
    for step, number in _numbered(steps):
        contents = _contents(content, step)
        asking = [path for path, text in contents.items() if COMMIT_BEFORE in text and path not in before]
        if asking:
            _git(directory, "fast-import", "--quiet", "--done", given=b"".join((*waiting, b"done\n")))
            waiting, is_begun = [], True
            before.update(dict.fromkeys(asking, _head(directory).encode()))
        told = {path: text.replace(COMMIT_BEFORE, before.get(path, b"")) for path, text in contents.items()}
        waiting.append(commit_stream(step, number, told, goes_on=is_begun and not waiting))
    _git(directory, "fast-import", "--quiet", "--done", given=b"".join((*waiting, b"done\n")))


def _numbered(steps: tuple[Step, ...]) -> Iterator[tuple[Step, int]]:
    for _, of_the_day in groupby(steps, key=lambda step: step.day):
        yield from ((step, number) for number, step in enumerate(of_the_day))


def _contents(content: Traversable, step: Step) -> dict[str, bytes]:
    """What *step* writes, by path: texts as they read on its day, pictures as they are."""
    return {
        change.path: _read(content.joinpath(*change.content.split("/")), step.day)
        for change in step.changes
        if isinstance(change, Write)
    }


def _read(file: Traversable, day: date) -> bytes:
    if file.name.endswith(".png"):
        return file.read_bytes()
    return text_on(day, file.read_text(encoding="utf-8")).encode()


def _head(directory: Path) -> str:
    return _git(directory, "rev-parse", BRANCH).decode().strip()


def _git(directory: Path, *arguments: str, given: bytes | None = None) -> bytes:
    return git_answer(directory, *_SAME_EVERYWHERE, *arguments, given=given).checked
