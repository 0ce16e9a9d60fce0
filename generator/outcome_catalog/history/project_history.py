"""The history of a project: everything that its repository tells, read once."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from outcome_catalog.history import notes
from outcome_catalog.history.cache import Kept, keep_history, kept_history
from outcome_catalog.history.contents import contents_reader
from outcome_catalog.history.git_command import GitFailedError, GitMissingError, answer_of
from outcome_catalog.history.identities import mapped_identities
from outcome_catalog.history.introductions import Search, introductions
from outcome_catalog.history.recorded import FOLDERS, Recorded, recorded_history
from outcome_catalog.history.repository import (
    Repository,
    Unreadable,
    dirty_paths,
    git_version,
    remote_url,
    repository_at,
    started_status,
)
from outcome_catalog.model.history import Commit, Depth, History, Signature, no_history
from outcome_catalog.model.ids import CommitId

_EPOCH_DAY = date(1970, 1, 1).toordinal()
_SECONDS_A_DAY = 86_400


def read_history(root: Path, wanted: Mapping[str, frozenset[str]], cache: Path | None) -> History:
    """What git tells about the project at *root*, with a note for everything that limits it; it raises nothing.

    *wanted* says for which references in which present files the commit is needed that brought them in. *cache* is a
    folder to keep what was read in, None to keep nothing.
    """
    repository = repository_at(root)
    if isinstance(repository, Unreadable):
        return no_history(repository.reason)
    try:
        return _history(repository, wanted, cache)
    except GitMissingError:
        return no_history(notes.NO_GIT)
    except GitFailedError as error:
        return no_history(notes.CONTENTS_MISSING if "promisor" in str(error) else notes.DAMAGED)


def _history(repository: Repository, wanted: Mapping[str, frozenset[str]], cache: Path | None) -> History:
    """The history of a repository that can be read. Raises GitFailedError and GitMissingError."""
    status = started_status(repository, FOLDERS)
    key = f"{git_version(repository)} {repository.head} {repository.prefix}"
    kept = kept_history(cache, key) if cache is not None else None
    recorded = kept.recorded if kept is not None else recorded_history(repository)
    dirty = dirty_paths(repository, answer_of(status))
    brought = _introductions(repository, recorded, wanted, dirty, kept.introductions if kept is not None else {})
    if cache is not None and _may_be_kept(repository, recorded) and (kept is None or brought != kept.introductions):
        keep_history(cache, key, Kept(recorded, brought))
    commits = _commits(repository, recorded)
    return History(
        depth=Depth.SHALLOW if repository.shallow else Depth.COMPLETE,
        head=CommitId(repository.head),
        branch=repository.branch,
        remote_url=remote_url(repository),
        dirty_paths=dirty,
        notes=tuple(_notes(repository, recorded, len(dirty), commits)),
        commits=commits,
        lineages=recorded.lineages.by_path,
        introductions={(search.path, search.reference): commit for search, commit in brought.items()},
    )


def _may_be_kept(repository: Repository, recorded: Recorded) -> bool:
    """False where more of the history may arrive without the head changing: in shallow and in partial clones."""
    return not repository.shallow and notes.PARTIAL not in recorded.notes


def _notes(repository: Repository, recorded: Recorded, dirty: int, commits: Mapping[CommitId, Commit]) -> Iterator[str]:
    if repository.shallow:
        yield notes.SHALLOW
    yield from recorded.notes
    if repository.branch is None:
        yield notes.DETACHED
    if dirty:
        yield notes.dirty(dirty)
    backwards = _files_with_days_backwards(recorded, commits)
    if backwards:
        yield notes.backwards(backwards)


def _commits(repository: Repository, recorded: Recorded) -> dict[CommitId, Commit]:
    """The commits that made the lineages, their authors mapped and their days in UTC."""
    authors = mapped_identities(repository.root, (signing.author for signing in recorded.signings.values()))
    return {
        commit: Commit(
            id=commit,
            name=authors[author].name,
            email=authors[author].email,
            day=_day(authored // _SECONDS_A_DAY),
            committed=_day(committed // _SECONDS_A_DAY),
            signature=Signature.SIGNED if signed else Signature.UNSIGNED,
        )
        for commit, (author, authored, committed, signed) in recorded.signings.items()
    }


@lru_cache(maxsize=1 << 16)
def _day(days: int) -> date:
    """The UTC day that comes *days* after the first of 1970; the last day there is for one beyond it."""
    return date.fromordinal(min(_EPOCH_DAY + days, date.max.toordinal()))


def _files_with_days_backwards(recorded: Recorded, commits: Mapping[CommitId, Commit]) -> int:
    """How many files have a revision with an earlier author day than the revision before it."""
    return sum(
        any(commits[one.commit].day > commits[other.commit].day for one, other in pairwise(lineage.revisions))
        for lineage in recorded.lineages.by_path.values()
    )


def _introductions(
    repository: Repository,
    recorded: Recorded,
    wanted: Mapping[str, frozenset[str]],
    dirty: frozenset[str],
    known: Mapping[Search, CommitId],
) -> dict[Search, CommitId]:
    """The commit that brought each *wanted* reference in, as far as it can be told; what is *known* is not sought."""
    searches = [Search(path, reference) for path in sorted(wanted) for reference in sorted(wanted[path])]
    sought = [search for search in searches if search not in known]
    brought = {search: known[search] for search in searches if search in known}
    if sought:
        with contents_reader(repository.root) as contents:
            brought.update(introductions(sought, recorded.lineages, contents, dirty))
    return brought
