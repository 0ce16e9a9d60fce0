"""What git recorded of the files: one lineage a file, and how far the record can be trusted (data-model §7)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from outcome_catalog.model.ids import BlobId, CommitId

SHORT_HASH = 10
"""Digits of a hash that are shown: enough to mean one commit in any repository of people's size."""


class Depth(StrEnum):
    """How much of the history was there to read."""

    COMPLETE = "complete"
    SHALLOW = "shallow"
    NONE = "none"


class Signature(StrEnum):
    """Whether a commit carries a signature; it is not checked against a key."""

    SIGNED = "signed"
    UNSIGNED = "unsigned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """One commit. *name* and *email* are the author's after .mailmap; the e-mail never leaves the build."""

    id: CommitId
    name: str
    email: str
    day: date
    """The author date's day in UTC."""
    committed: date
    """The committer date's day in UTC."""
    signature: Signature = Signature.UNSIGNED

    @property
    def short(self) -> str:
        """The beginning of its hash, by which people name it."""
        return self.id[:SHORT_HASH]


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One commit's change of one file: the file's path and content after it (*blob* is None after a deletion)."""

    commit: CommitId
    path: str
    blob: BlobId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """A file's revisions through renames and never through copies, oldest first in history order."""

    path: str
    revisions: tuple[Revision, ...]

    @property
    def former_paths(self) -> tuple[str, ...]:
        """The paths the file had before, oldest first, without its present one."""
        return tuple(dict.fromkeys(r.path for r in self.revisions if r.path != self.path))


@dataclass(frozen=True, slots=True)
class HistoryNote:
    """One thing that limits what the dates mean: a shallow clone, a detached HEAD, uncommitted changes and so on.

    *key* names it among the words of a language; *text* is all of it in English, as the terminal prints it. *n* is how
    many files or commits it is about, *commit* the beginning of the hash of the one that it is about.
    """

    key: str
    text: str
    n: int | None = None
    commit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What git tells about the project, or why it tells nothing.

    *introductions* says which commit brought a reference into a file: its key is the file's present path and the
    reference as it stands there (see :func:`any_of`).
    """

    depth: Depth
    head: CommitId | None = None
    branch: str | None = None
    remote_url: str | None = None
    dirty_paths: frozenset[str] = frozenset()
    notes: tuple[HistoryNote, ...] = ()
    commits: Mapping[CommitId, Commit] = field(default_factory=dict)
    lineages: Mapping[str, Lineage] = field(default_factory=dict)
    introductions: Mapping[tuple[str, str], CommitId] = field(default_factory=dict)
    reused_from: Mapping[CommitId, tuple[str, ...]] = field(default_factory=dict)
    """What the ``Reused-from:`` trailers of commits name, as written; commits without one are left out."""
    latest_day: date | None = None
    """The latest author day of the commits; None where nobody has looked."""

    def revisions_of(self, path: str) -> tuple[Commit, ...]:
        """The commits that touched the file now at *path*, renames followed, oldest first; () where unknown."""
        lineage = self.lineages.get(path)
        return () if lineage is None else tuple(self.commits[r.commit] for r in lineage.revisions)

    def created(self, path: str) -> date | None:
        """The author day of the first commit of the file's lineage, or None where git does not know the file."""
        commits = self.revisions_of(path)
        return commits[0].day if commits else None

    def modified(self, path: str) -> date | None:
        """The author day of the last commit of the file's lineage, or None where git does not know the file."""
        commits = self.revisions_of(path)
        return commits[-1].day if commits else None

    def last_commit(self, path: str) -> CommitId | None:
        """The last commit that touched the file now at *path*, or None where git does not know the file."""
        lineage = self.lineages.get(path)
        return lineage.revisions[-1].commit if lineage is not None and lineage.revisions else None

    def introduced(self, path: str, reference: str) -> Commit | None:
        """The commit that brought *reference* into the file now at *path*, or None where git does not know."""
        commit = self.introductions.get((path, reference))
        return None if commit is None else self.commits[commit]


def any_of(reference: str, others: Iterable[str]) -> str:
    """*reference* as it stands in a file, with what may have stood in its place before and meant the same, a line each.

    What is known of it is kept under *reference* alone.
    """
    return "\n".join(dict.fromkeys((reference, *others)))


def no_history(reason: HistoryNote | None = None) -> History:
    """The history of a project that git tells nothing about, with the note that says why, where that is known."""
    return History(depth=Depth.NONE, notes=() if reason is None else (reason,))
