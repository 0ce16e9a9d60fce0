"""Who committed what on which day: the demo's story as tables."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who commits, as git records it."""

    name: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """The file *content* as it reads on the day of the commit, written to *path*: the same, but for one that moves."""

    path: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A file or folder renamed from *path* to *target*."""

    path: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """A file taken away."""

    path: str


Change = Write | Move | Removal


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One commit."""

    day: date
    author: Author
    message: str
    changes: tuple[Change, ...]


def storyboard(story: Traversable) -> tuple[Step, ...]:
    """The steps of the tables in ``storyboard/`` of *story* by day, within a day by table and line.

    The column *files* holds what a commit touches, divided by spaces: ``FILE`` (written as it reads on that day),
    ``NAME=FILE`` (the same under an earlier name), ``OLD>NEW`` (renamed) and ``-FILE`` (taken away). Paths begin
    below ``communities/``, or with ``/`` at the top of the repository.
    """
    authors = {row["id"]: Author(name=row["name"], email=row["email"]) for row in _rows(story / "authors.csv")}
    tables = sorted((story / "storyboard").iterdir(), key=lambda table: table.name)
    steps = tuple(
        Step(
            day=date.fromisoformat(row["day"]),
            author=authors[row["author"]],
            message=row["message"],
            changes=tuple(_change(word) for word in row["files"].split()),
        )
        for table in tables
        for row in _rows(table)
    )
    return tuple(sorted(steps, key=lambda step: step.day))


def _rows(table: Traversable) -> Iterator[dict[str, str]]:
    return csv.DictReader(io.StringIO(table.read_text(encoding="utf-8")))


def _change(word: str) -> Change:
    if word.startswith("-"):
        return Removal(path=_path(word[1:]))
    if ">" in word:
        old, _, new = word.partition(">")
        return Move(path=_path(old), target=_path(new))
    name, _, content = word.partition("=")
    return Write(path=_path(name), content=_path(content or name))


def _path(word: str) -> str:
    return word[1:] if word.startswith("/") else f"communities/{word}"
