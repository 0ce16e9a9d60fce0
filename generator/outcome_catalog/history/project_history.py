"""The history of a project: everything that its repository tells, read once."""

import gc
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

from outcome_catalog.history import notes
from outcome_catalog.history.cache import Kept, keep_history, kept_history
from outcome_catalog.history.contents import contents_reader
from outcome_catalog.history.git_command import GitFailedError, GitMissingError, answer_of
from outcome_catalog.history.identities import Identity, mapped_identities
from outcome_catalog.history.introductions import Search, introductions
from outcome_catalog.history.made_on_demand import MadeOnDemand
from outcome_catalog.history.recorded import FOLDERS, SECONDS_A_DAY, Commits, Found, Recorded, recorded_history
from outcome_catalog.history.repository import (
    Repository,
    Unreadable,
    dirty_paths,
    git_version,
    remote_url,
    repository_at,
    started_status,
)
from outcome_catalog.model.history import Commit, Depth, History, HistoryNote, Lineage, Signature, no_history
from outcome_catalog.model.ids import CommitId

_EPOCH_DAY = date(1970, 1, 1).toordinal()


def read_history(root: Path, wanted: Mapping[str, frozenset[str]], cache: Path | None) -> History:
    """What git tells about the project at *root*, with a note for everything that limits it; it raises nothing.

    *wanted* says for which references in which present files the commit is needed that brought them in. *cache* is a
    folder to keep what was read in, None to keep nothing.
    """
    repository = repository_at(root)
    if isinstance(repository, Unreadable):
        return no_history(repository.reason)
    try:
        with _no_collection():
            return _history(repository, wanted, cache)
    except GitMissingError:
        return no_history(notes.NO_GIT)
    except GitFailedError as error:
        return no_history(notes.CONTENTS_MISSING if "promisor" in str(error) else notes.DAMAGED)


def with_days_ahead_noted(history: History, today: date) -> History:
    """*history*, with a note where commits carry a day after *today*."""
    if history.latest_day is None or history.latest_day <= today:
        return history
    count = sum(commit.day > today for commit in history.commits.values())
    return replace(history, notes=(*history.notes, notes.ahead(count)))


def _history(repository: Repository, wanted: Mapping[str, frozenset[str]], cache: Path | None) -> History:
    """The history of a repository that can be read. Raises GitFailedError and GitMissingError."""
    status = started_status(repository, FOLDERS)
    key = f"{git_version(repository)} {repository.head} {repository.prefix}"
    kept = kept_history(cache, key) if cache is not None else None
    recorded = kept.recorded if kept is not None else recorded_history(repository)
    known = kept.introductions if kept is not None else {}
    lineages = recorded.lineages()
    dirty = dirty_paths(repository, answer_of(status))
    searches = [(path, reference) for path, references in wanted.items() for reference in references]
    sought = [search for search in searches if search not in known]
    brought = {search: known[search] for search in searches if search in known}
    brought |= _introductions(repository, sought, lineages, recorded.found, dirty)
    if cache is not None and _may_be_kept(repository, recorded) and (kept is None or brought != known):
        keep_history(cache, key, Kept(recorded, brought))
    return History(
        depth=Depth.SHALLOW if repository.shallow else Depth.COMPLETE,
        head=CommitId(repository.head),
        branch=repository.branch,
        remote_url=remote_url(repository),
        dirty_paths=dirty,
        notes=tuple(_notes(repository, recorded, len(dirty))),
        commits=_commits(repository, recorded),
        lineages=lineages,
        reused_from=recorded.reused_from,
        introductions={(path, reference.partition("\n")[0]): commit for (path, reference), commit in brought.items()},
        latest_day=_latest_day(recorded.commits),
    )


def _introductions(
    repository: Repository,
    searches: Collection[Search],
    lineages: Mapping[str, Lineage],
    found: Found,
    dirty: frozenset[str],
) -> Mapping[Search, CommitId]:
    """The commits that brought references in; git is asked for contents only where there is something to search."""
    if not searches:
        return {}
    with contents_reader(repository.root) as contents:
        return introductions(sorted(searches), lineages, found, contents, dirty)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Holds the garbage collector off: tens of thousands of values are made here, and none of them is garbage."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _may_be_kept(repository: Repository, recorded: Recorded) -> bool:
    """False where more of the history may arrive without the head changing: in shallow and in partial clones."""
    return not repository.shallow and notes.PARTIAL not in recorded.notes


def _notes(repository: Repository, recorded: Recorded, dirty: int) -> Iterator[HistoryNote]:
    if repository.shallow:
        yield notes.SHALLOW
    yield from recorded.notes
    if not recorded.revisions.files:
        yield notes.NOTHING_COMMITTED
    if repository.branch is None:
        yield notes.DETACHED
    if dirty:
        yield notes.dirty(dirty)


def _commits(repository: Repository, recorded: Recorded) -> Mapping[CommitId, Commit]:
    """The commits that made the lineages, their authors mapped and their days in UTC."""
    identities = mapped_identities(repository.root, recorded.commits.authors)
    numbers = {commit: number for number, commit in enumerate(recorded.commits.id)}
    return MadeOnDemand(numbers, partial(_commit, recorded.commits, identities))


def _commit(columns: Commits, identities: Sequence[Identity], number: int) -> Commit:
    identity = identities[columns.author[number]]
    return Commit(
        id=columns.id[number],
        name=identity.name,
        email=identity.email,
        day=_day(columns.authored[number] // SECONDS_A_DAY),
        committed=_day(columns.committed[number] // SECONDS_A_DAY),
        signature=Signature.SIGNED if columns.signed[number] else Signature.UNSIGNED,
    )


def _latest_day(commits: Commits) -> date | None:
    return _day(max(commits.authored) // SECONDS_A_DAY) if commits.authored else None


@lru_cache(maxsize=1 << 16)
def _day(days: int) -> date:
    """The UTC day that comes *days* after the first of 1970; the last day there is for one beyond it."""
    return date.fromordinal(min(_EPOCH_DAY + days, date.max.toordinal()))
