"""Commits as the stream that ``git fast-import`` reads: nothing in it depends on the machine."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, time, timedelta

from outcome_catalog.demo.storyboard import Author, Change, Move, Removal, Step, Write

BRANCH = "refs/heads/main"
_FIRST_COMMIT_OF_A_DAY = time(8, 5, tzinfo=UTC)
_BETWEEN_COMMITS = timedelta(minutes=17)


def commit_stream(step: Step, number_of_the_day: int, contents: Mapping[str, bytes], *, goes_on: bool) -> bytes:
    """One commit. *contents* holds what is written, by path; *goes_on* where the branch is there already."""
    moment = datetime.combine(step.day, _FIRST_COMMIT_OF_A_DAY) + number_of_the_day * _BETWEEN_COMMITS
    who = _who(step.author, moment)
    head = [f"commit {BRANCH}\n", f"author {who}\n", f"committer {who}\n"]
    parts = ["".join(head).encode(), _data(f"{step.message}\n".encode())]
    if goes_on:
        parts.append(f"from {BRANCH}^0\n".encode())
    parts += _changes(step.changes, contents)
    return b"".join((*parts, b"\n"))


def _who(author: Author, moment: datetime) -> str:
    return f"{author.name} <{author.email}> {int(moment.timestamp())} +0000"


def _data(content: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(content), content)


def _changes(changes: Iterable[Change], contents: Mapping[str, bytes]) -> Iterable[bytes]:
    for change in changes:
        match change:
            case Write():
                yield b"M 100644 inline %s\n%s" % (change.path.encode(), _data(contents[change.path]))
            case Move():
                yield f"R {change.path} {change.target}\n".encode()
            case Removal():
                yield f"D {change.path}\n".encode()
