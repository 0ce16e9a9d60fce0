"""The one streaming ``git log``: every commit with what it changed, newest first, children before their parents."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from outcome_catalog.history.git_command import git_stream

RENAME_LIMIT = 1000
"""Git compares at most this many added with as many removed files of one commit, unless their content is the same."""
LOG_ARGUMENTS = (
    "log",
    "--topo-order",
    "--format=raw",
    "--encoding=UTF-8",
    "--no-color",
    "--no-decorate",
    "--no-notes",
    "--no-show-signature",
    "--root",
    "--raw",
    "-z",
    "--no-abbrev",
    "--no-abbrev-commit",
    "-r",
    "-c",  # a merge shows the files that it made differ from all its parents, and nothing else
    "--combined-all-paths",
    "--relative",
    "--ignore-submodules=all",
    f"-l{RENAME_LIMIT}",
)
"""The arguments of the log, all of which also answer a setting that would change it; the renames' threshold follows."""
RENAMES = "-M50%"
"""Git's own rename detection (data-model §7); copies are never looked for."""
EXACT_RENAMES = "-M100%"
"""Renames of unchanged content, which git finds without reading contents that a partial clone does not have."""


class Change(NamedTuple):
    """What one commit did to one file.

    *blob* is its content afterwards, None after a deletion. *old_paths* and *old_blobs* hold, per parent, where the
    file was and what it held, None where that parent does not have it.
    """

    path: str
    blob: str | None
    old_paths: tuple[str, ...]
    old_blobs: tuple[str | None, ...]


class LoggedCommit(NamedTuple):
    """One commit as the log tells it; *author* is ``Name <email>`` as recorded, the times are Unix seconds."""

    id: str
    parents: tuple[str, ...]
    author: str
    authored: int
    committed: int
    signed: bool
    changes: list[Change]


def logged_commits(root: Path, head: str, renames: str = RENAMES) -> Iterator[LoggedCommit]:
    """The commits reachable from *head*, children first, with paths relative to *root* and only those below it.

    Raises GitFailedError where git cannot read its own history.
    """
    commit: LoggedCommit | None = None
    tokens = _tokens(git_stream(root, *LOG_ARGUMENTS, renames, head, "--"))
    for token in tokens:
        if token.startswith(b":"):
            entry = token
        elif token:
            if commit is not None:
                yield commit
            header, _, entry = token.rpartition(b"\n")
            commit = _commit(header)
        if commit is not None and entry.startswith(b":"):
            commit.changes.append(_change(entry, tokens))
        entry = b""
    if commit is not None:
        yield commit


def _tokens(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The NUL-separated pieces of a stream."""
    rest = b""
    for chunk in chunks:
        *whole, rest = (rest + chunk).split(b"\0")
        yield from whole
    yield rest


def _commit(text: bytes) -> LoggedCommit:
    """The commit that a raw header tells; lines of a continued header begin with a space, and the message is left."""
    header = text.partition(b"\n\n")[0].split(b"\n")
    parents: list[str] = []
    author, authored, committed, signed = "", 0, 0, False
    for line in header:
        key, _, value = line.partition(b" ")
        if key == b"parent":
            parents.append(value.decode())
        elif key == b"author":
            author, authored = _identity(value)
        elif key == b"committer":
            committed = _identity(value)[1]
        elif key in {b"gpgsig", b"gpgsig-sha256"}:
            signed = True
    return LoggedCommit(header[0][7:].decode(), tuple(parents), author, authored, committed, signed, [])


def _identity(value: bytes) -> tuple[str, int]:
    """``Name <email>`` and the seconds of an author or committer line; 0 where the line holds no time."""
    who, _, when = value.rpartition(b"> ")
    seconds = when.partition(b" ")[0]
    return who.decode("utf-8", "replace") + ">", int(seconds) if seconds.isdigit() else 0


def _change(entry: bytes, tokens: Iterator[bytes]) -> Change:
    """The change that a raw entry and the paths after it tell; a copy counts as a new file."""
    parents = len(entry) - len(entry.lstrip(b":"))
    fields = entry.split(b" ")
    old_blobs = [_blob(field) for field in fields[parents + 1 : -2]]
    letters = fields[-1][:parents].decode()
    if parents > 1 or letters in {"R", "C"}:
        old_paths = [_path(next(tokens)) for _ in range(parents)]
        path = _path(next(tokens))
    else:
        path = _path(next(tokens))
        old_paths = [path]
    for parent, letter in enumerate(letters):
        if letter == "C":
            old_paths[parent], old_blobs[parent] = path, None
    return Change(path, _blob(fields[-2]), tuple(old_paths), tuple(old_blobs))


def _blob(field: bytes) -> str | None:
    """A content's hash, None for git's zeros."""
    return field.decode() if field.strip(b"0") else None


def _path(token: bytes) -> str:
    """A path as Python's file functions spell it, whatever its bytes."""
    return token.decode("utf-8", "surrogateescape")
