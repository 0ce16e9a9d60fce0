"""The one streaming ``git log``: every commit with what it changed, newest first, children before their parents."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from outcome_catalog.history.git_command import GitFailedError, git_stream
from outcome_catalog.model.ids import BlobId, CommitId

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

_HEADER = re.compile(
    r"commit (\w+)\ntree \w+\n((?:parent \w+\n)*)"
    r"author ((?:[^\n]*>)?)(?: (\d+))?[^\n]*\ncommitter (?:[^\n]*>)?(?: (\d+))?"
)


class Change(NamedTuple):
    """What one commit did to one file.

    *blob* is its content afterwards, None after a deletion. *old_paths* and *old_blobs* hold, per parent, where the
    file was and what it held, None where that parent does not have it.
    """

    path: str
    blob: BlobId | None
    old_paths: tuple[str, ...]
    old_blobs: tuple[BlobId | None, ...]


class LoggedCommit(NamedTuple):
    """One commit as the log tells it; *author* is ``Name <email>`` as recorded, the times are Unix seconds.

    *renames* are those of its *changes* whose file had another path in some parent.
    """

    id: CommitId
    parents: tuple[str, ...]
    author: str
    authored: int
    committed: int
    signed: bool
    changes: list[Change]
    renames: list[Change]


def logged_commits(root: Path, head: str, renames: str = RENAMES) -> Iterator[LoggedCommit]:
    """The commits reachable from *head*, children first, with paths relative to *root* and only those below it.

    Raises GitFailedError where git cannot read its own history.
    """
    commit: LoggedCommit | None = None
    tokens = _tokens(git_stream(root, *LOG_ARGUMENTS, renames, head, "--"))
    for token in tokens:
        entry = token
        if token.startswith("commit "):
            if commit is not None:
                yield commit
            header, _, entry = token.rpartition("\n")  # the first entry follows the message without a NUL
            commit = _commit(header)
        if entry.startswith(":") and commit is not None:
            change = _change(entry, tokens)
            commit.changes.append(change)
            if change.old_paths.count(change.path) < len(change.old_paths):
                commit.renames.append(change)
    if commit is not None:
        yield commit


def _tokens(chunks: Iterable[bytes]) -> Iterator[str]:
    """The NUL-separated pieces of a stream, as Python's file functions spell them, whatever their bytes."""
    rest: list[bytes] = []
    for chunk in chunks:
        whole, nul, begun = chunk.rpartition(b"\0")
        if nul:
            yield from b"".join((*rest, whole)).decode("utf-8", "surrogateescape").split("\0")
            rest.clear()
        rest.append(begun)
    yield b"".join(rest).decode("utf-8", "surrogateescape")


def _commit(text: str) -> LoggedCommit:
    """The commit that a raw header tells; a header's further lines begin with a space, and the message is left out."""
    header = text.partition("\n\n")[0]
    told = _HEADER.match(header)
    if told is None:
        raise GitFailedError(f"git log told a commit in an unknown form: {header[:100]!r}")
    commit, parents, author, authored, committed = told.groups()
    seconds = (int(authored or 0), int(committed or 0))
    return LoggedCommit(CommitId(commit), tuple(parents.split()[1::2]), author, *seconds, "\ngpgsig" in header, [], [])


def _change(entry: str, tokens: Iterator[str]) -> Change:
    """The change that a raw entry and the paths after it tell; a copy counts as a new file."""
    *about, status = entry.split(" ")
    parents = len(about) // 2 - 1
    *old_blobs, blob = [BlobId(blob) if blob.strip("0") else None for blob in about[parents + 1 :]]
    path = next(tokens)
    if status in {"M", "A", "D", "T"}:
        return Change(path, blob, (path,), tuple(old_blobs))
    old_paths = [path, *(next(tokens) for _ in range(parents - 1))]
    path = next(tokens)
    for parent, letter in enumerate(status[:parents]):
        if letter == "C":
            old_paths[parent], old_blobs[parent] = path, None
    return Change(path, blob, tuple(old_paths), tuple(old_blobs))
