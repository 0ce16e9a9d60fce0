"""The one streaming ``git log``: every commit with what it changed, newest first, children before their parents."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
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
    """

    id: CommitId
    parents: tuple[str, ...]
    author: str
    authored: int
    committed: int
    signed: bool
    changes: list[Change]
    arrivals: list[list[Arrival]]


class _Entry(NamedTuple):
    """One file's difference between a commit and one of its parents."""

    path: str
    old_path: str
    old_blob: BlobId | None
    blob: BlobId | None


class _Section(NamedTuple):
    """One part of the log: a commit and what tells it from its only parent, or from one parent of several."""

    id: CommitId
    commit: LoggedCommit
    parent: str | None
    entries: list[_Entry]


def logged_commits(root: Path, head: str, renames: str = RENAMES) -> Iterator[LoggedCommit]:
    """The commits reachable from *head*, children first, with paths relative to *root* and only those below it.

    Raises GitFailedError where git cannot read its own history.
    """
    return _grouped(_sections(_tokens(git_stream(root, *LOG_ARGUMENTS, renames, head, "--"))))


def _grouped(sections: Iterator[_Section]) -> Iterator[LoggedCommit]:
    """The commits, each with what all of its sections tell."""
    for _, told in groupby(sections, itemgetter(0)):
        first, *others = told
        if len(first.commit.parents) > 1:
            _add_merge(first.commit, {section.parent: section.entries for section in (first, *others)})
        else:
            _add_entries(first.commit, first.entries)
        yield first.commit


def _add_entries(commit: LoggedCommit, entries: list[_Entry]) -> None:
    """Puts into *commit* what tells it from its only parent, or from nothing."""
    arrivals: list[Arrival] = []
    for path, old_path, old_blob, blob in entries:
        commit.changes.append(Change(path, blob, (old_blob,)))
        if old_blob is None or old_path != path:
            arrivals.append(Arrival(path, None if old_blob is None else old_path))
    commit.arrivals.append(arrivals)


def _add_merge(commit: LoggedCommit, told: Mapping[str | None, list[_Entry]]) -> None:
    """Puts into the merge *commit* what tells it from its parents; one that it does not differ from is not *told*.

    Two contents may look like a rename only because the branches grew apart, so that a rename counts where the merge
    changed the file against every parent, and the other parents tell where else it was.
    """
    differences = [{entry.path: entry for entry in told.get(parent, ())} for parent in commit.parents]
    own = set(differences[0]).intersection(*differences[1:])
    for path in sorted(own):
        entries = [difference[path] for difference in differences]
        commit.changes.append(Change(path, entries[0].blob, tuple(entry.old_blob for entry in entries)))
    for difference in differences:
        new = [entry for entry in difference.values() if entry.old_blob is None or entry.old_path != entry.path]
        commit.arrivals.append([Arrival(e.path, e.old_path if e.old_blob and e.path in own else None) for e in new])


def _sections(tokens: Iterator[str]) -> Iterator[_Section]:
    """The parts of a log that was taken apart at its NULs."""
    section: _Section | None = None
    for token in tokens:
        entry = token
        if token.startswith("commit "):
            if section is not None:
                yield section
            section = _section(token)
            entry = token[token.rfind("\n") + 1 :]  # the first entry follows the message without a NUL
        if entry.startswith(":") and section is not None:
            section.entries.append(_entry(entry, tokens))
    if section is not None:
        yield section


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


def _section(token: str) -> _Section:
    """The part of the log that a commit's header and message begin; a message's lines begin with spaces."""
    told = _HEADER.match(token)
    if told is None:
        raise GitFailedError(f"git log told a commit in an unknown form: {token[:100]!r}")
    commit, parent, parents, author, authored, committed = told.groups()
    logged = LoggedCommit(
        CommitId(commit),
        tuple(parents.split()[1::2]),
        author,
        int(authored or 0),
        int(committed or 0),
        "\ngpgsig" in token,
        [],
        [],
    )
    return _Section(logged.id, logged, parent, [])


def _entry(text: str, tokens: Iterator[str]) -> _Entry:
    """The difference that a raw entry and the one or two paths after it tell; a copy counts as a new file."""
    _, _, old, new, status = text.split(" ")
    path = next(tokens)
    blob = BlobId(new) if status != "D" else None
    if status == "A":
        return _Entry(path, path, None, blob)
    if status[0] == "R":
        return _Entry(next(tokens), path, BlobId(old), blob)
    if status[0] == "C":
        path = next(tokens)
        return _Entry(path, path, None, blob)
    return _Entry(path, path, BlobId(old), blob)
