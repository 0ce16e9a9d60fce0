"""The history of a project: everything that its repository tells, read once."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path

from outcome_catalog.history import notes
from outcome_catalog.history.git_command import GitFailedError, GitMissingError
from outcome_catalog.history.identities import mapped_identities
from outcome_catalog.history.introductions import contents_of, introduction
from outcome_catalog.history.lineages import Touch
from outcome_catalog.history.recorded import FOLDERS, Recorded, recorded_history
from outcome_catalog.history.repository import Repository, Unreadable, dirty_paths, remote_url, repository_at
from outcome_catalog.model.history import Commit, Depth, History, Lineage, Revision, Signature, no_history
from outcome_catalog.model.ids import BlobId, CommitId

_EPOCH_DAY = date(1970, 1, 1).toordinal()
_SECONDS_A_DAY = 86_400


def read_history(root: Path, wanted: Mapping[str, frozenset[str]], cache: Path | None) -> History:  # noqa: ARG001 - the cache comes next
    """What git tells about the project at *root*, with a note for everything that limits it; it raises nothing.

    *wanted* says for which references in which present files the commit is needed that brought them in. *cache* is a
    folder to keep what was read in, None to keep nothing.
    """
    repository = repository_at(root)
    if isinstance(repository, Unreadable):
        return no_history(repository.reason)
    try:
        return _history(repository, wanted)
    except GitMissingError:
        return no_history(notes.NO_GIT)
    except GitFailedError as error:
        return no_history(notes.CONTENTS_MISSING if "promisor" in str(error) else notes.DAMAGED)


def _history(repository: Repository, wanted: Mapping[str, frozenset[str]]) -> History:
    """The history of a repository that can be read. Raises GitFailedError and GitMissingError."""
    changed = dirty_paths(repository, FOLDERS)
    recorded = recorded_history(repository)
    commits = _commits(repository, recorded)
    lineages = {path: _lineage(path, touches) for path, touches in recorded.touches.items()}
    return History(
        depth=Depth.SHALLOW if repository.shallow else Depth.COMPLETE,
        head=CommitId(repository.head),
        branch=repository.branch,
        remote_url=remote_url(repository),
        dirty_paths=changed,
        notes=tuple(_notes(repository, recorded, len(changed), _backwards(lineages.values(), commits))),
        commits=commits,
        lineages=lineages,
        introductions=_introductions(repository, recorded.touches, wanted),
    )


def _notes(repository: Repository, recorded: Recorded, changed: int, backwards: int) -> Iterable[str]:
    if repository.shallow:
        yield notes.SHALLOW
    yield from recorded.notes
    if repository.branch is None:
        yield notes.DETACHED
    if changed:
        yield notes.dirty(changed)
    if backwards:
        yield notes.backwards(backwards)


def _commits(repository: Repository, recorded: Recorded) -> dict[CommitId, Commit]:
    """The commits that made the lineages, their authors mapped and their days in UTC."""
    authors = mapped_identities(repository.root, (signing.author for signing in recorded.commits.values()))
    return {
        CommitId(commit): Commit(
            id=CommitId(commit),
            name=authors[signing.author].name,
            email=authors[signing.author].email,
            day=_utc_day(signing.authored),
            committed=_utc_day(signing.committed),
            signature=Signature.SIGNED if signing.signed else Signature.UNSIGNED,
        )
        for commit, signing in recorded.commits.items()
    }


def _utc_day(seconds: int) -> date:
    """The UTC day of a Unix time, the last day there is for a time beyond it."""
    return date.fromordinal(min(_EPOCH_DAY + seconds // _SECONDS_A_DAY, date.max.toordinal()))


def _lineage(path: str, touches: Iterable[Touch]) -> Lineage:
    revisions = tuple(
        Revision(commit=CommitId(t.commit), path=t.path, blob=None if t.blob is None else BlobId(t.blob))
        for t in touches
    )
    return Lineage(path=path, revisions=revisions)


def _backwards(lineages: Iterable[Lineage], commits: Mapping[CommitId, Commit]) -> int:
    """How many files have a revision with an earlier author day than the one before it."""
    return sum(
        any(commits[one.commit].day > commits[other.commit].day for one, other in pairwise(lineage.revisions))
        for lineage in lineages
    )


def _introductions(
    repository: Repository, touches: Mapping[str, list[Touch]], wanted: Mapping[str, frozenset[str]]
) -> dict[tuple[str, str], CommitId]:
    """The commit that brought each *wanted* reference in, as far as it is known."""
    found: dict[tuple[str, str], CommitId] = {}
    with contents_of(repository.root) as contents:
        for path in sorted(wanted.keys() & touches.keys()):
            for reference in sorted(wanted[path]):
                commit = introduction(touches[path], reference, contents)
                if commit is not None:
                    found[path, reference] = CommitId(commit)
            contents.forget()
    return found
