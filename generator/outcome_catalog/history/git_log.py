"""The one streaming ``git log``: every commit with what it changed, newest first, children before their parents."""

import os
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
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
    "-r",
    "--diff-merges=separate",  # a merge is compared with each of its parents
    "--relative",
    "--ignore-submodules=all",
    f"-O{os.devnull}",
    f"-l{RENAME_LIMIT}",
)
"""The arguments of the log, all of which also answer a setting that would change it; the renames' threshold follows."""
RENAMES = "-M50%"
"""Git's own rename detection (data-model §7); copies are never looked for."""
EXACT_RENAMES = "-M100%"
"""Renames of unchanged content, which git finds without reading contents that a partial clone does not have."""

_SOURCE_TRAILER = "reused-from"
_WHO = r"(?:[^\n>]*>(?= \d)|(?:[^\n]*>)?)"  # up to the address, and up to the last one where a name holds a bracket
_HEADER = re.compile(
    r"commit (\w+)(?: \(from (\w+)\))?\ntree \w+\n((?:parent \w+\n)*)"
    rf"author ({_WHO})(?: (\d{{1,18}}))?[^\n]*\ncommitter {_WHO}(?: (\d{{1,18}}))?"
)


class Change(NamedTuple):
    """What one commit made of one file that differs from what any of its parents had in the file's place.

    *blob* is the file's content afterwards, None after a deletion; *old_blobs* what each parent held, None for nothing.
    """

    path: str
    blob: BlobId | None
    old_blobs: tuple[BlobId | None, ...]


class Arrival(NamedTuple):
    """A path that a commit has and one of its parents has not, with the file's former path if that was a rename."""

    path: str
    former: str | None


class LoggedCommit(NamedTuple):
    """One commit as the log tells it; *author* is ``Name <email>`` as recorded, the times are Unix seconds.

    *changes* are a merge's own as well: what it merely took from one of its parents is none of them. *arrivals* are
    those with regard to each of its *parents*; a commit without parents holds all its files as arrivals from nothing.
    The log tells a merge in parts, each *against* one of its parents.
    """

    id: CommitId
    against: str | None
    parents: tuple[str, ...]
    author: str
    authored: int
    committed: int
    signed: bool
    may_name_source: bool
    """True where the message may hold the trailer that says what was reused."""
    changes: list[Change]
    arrivals: list[list[Arrival]]


def logged_commits(root: Path, head: str, renames: str = RENAMES) -> Iterator[LoggedCommit]:
    """The commits reachable from *head*, children first, with paths relative to *root* and only those below it.

    Raises GitFailedError where git cannot read its own history.
    """
    return _whole(_parts(_tokens(git_stream(root, *LOG_ARGUMENTS, renames, head, "--"))))


def _whole(parts: Iterator[LoggedCommit]) -> Iterator[LoggedCommit]:
    """The commits whose *parts* follow each other."""
    for _, of_one_commit in groupby(parts, itemgetter(0)):
        first, *others = of_one_commit
        yield _merge([first, *others]) if len(first.parents) > 1 else first


def _merge(parts: list[LoggedCommit]) -> LoggedCommit:
    """The merge that is told in *parts*; there is none against a parent from which the merge does not differ.

    Two contents may look like a rename only because the branches grew apart, so that a rename counts where the merge
    changed the file against every parent, and the other parents tell where else it was.
    """
    merge = parts[0]
    told = {part.against: part for part in parts}
    differences = [{c.path: c for c in told[p].changes} if p in told else {} for p in merge.parents]
    own = set(differences[0]).intersection(*differences[1:])
    changes = [
        Change(path, differences[0][path].blob, tuple(difference[path].old_blobs[0] for difference in differences))
        for path in sorted(own)
    ]
    arrivals = [
        [new if new.path in own else Arrival(new.path, None) for new in told[p].arrivals[0]] if p in told else []
        for p in merge.parents
    ]
    return merge._replace(against=None, changes=changes, arrivals=arrivals)


def _parts(tokens: Iterator[str]) -> Iterator[LoggedCommit]:
    """The commits, and the parts of merges, of a log that was taken apart at its NULs."""
    commit: LoggedCommit | None = None
    for token in tokens:
        entry = token
        if token.startswith("commit "):
            if commit is not None:
                yield commit
            commit = _commit(token)
            entry = token[token.rfind("\n") + 1 :]  # the first entry follows the message without a NUL
        if entry.startswith(":") and commit is not None:
            _add_entry(entry, tokens, commit.changes, commit.arrivals[0])
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


def _commit(token: str) -> LoggedCommit:
    """The commit whose header and message *token* is; a message's lines begin with spaces."""
    told = _HEADER.match(token)
    if told is None:
        raise GitFailedError(f"git log told a commit in an unknown form: {token[:100]!r}")
    commit, against, parents, author, authored, committed = told.groups()
    return LoggedCommit(
        CommitId(commit),
        against,
        tuple(parents.split()[1::2]),
        author,
        int(authored or 0),
        int(committed or 0),
        "\ngpgsig" in token,
        _SOURCE_TRAILER in token.casefold(),
        [],
        [[]],
    )


def _add_entry(entry: str, tokens: Iterator[str], changes: list[Change], arrivals: list[Arrival]) -> None:
    """Adds what a raw entry and the one or two paths after it tell; a copy counts as a new file."""
    _, _, old, new, status = entry.split(" ")
    former = path = next(tokens)
    if status[0] in "RC":
        path = next(tokens)
    is_new = status[0] in "AC"
    if is_new or former != path:
        arrivals.append(Arrival(path, None if is_new else former))
    changes.append(Change(path, BlobId(new) if status != "D" else None, (None if is_new else BlobId(old),)))
