"""What the log told of the present files, before names are mapped: the part that is kept between runs."""

from collections.abc import Collection, Mapping
from itertools import pairwise
from typing import NamedTuple

from outcome_catalog.history import notes
from outcome_catalog.history.git_command import GitFailedError
from outcome_catalog.history.git_log import EXACT_RENAMES, RENAME_LIMIT, RENAMES, LoggedCommit, logged_commits
from outcome_catalog.history.lineages import Lineages, lineages_of
from outcome_catalog.history.repository import Repository, present_files
from outcome_catalog.model.ids import CommitId

SECONDS_A_DAY = 86_400
FOLDERS = ("communities", "schemas")
"""The folders of a project whose files have a history worth knowing."""


class Commits(NamedTuple):
    """The commits that made the lineages, as columns of one length: few objects, so that they are read back fast.

    *author* are the numbers of their authors in *authors*, ``Name <email>`` as recorded; *authored* and *committed* are
    Unix seconds; *signed* is 1 for a commit that carries a signature.
    """

    id: list[CommitId]
    author: list[int]
    authored: list[int]
    committed: list[int]
    signed: list[int]
    authors: list[str]


class Recorded(NamedTuple):
    """Every present file's lineage, the commits that made it, and sentences about what limits both."""

    commits: Commits
    lineages: Lineages
    notes: tuple[str, ...]


def recorded_history(repository: Repository) -> Recorded:
    """What the repository's log tells; in a partial clone, as much as can be told from what is here.

    Raises GitFailedError where that is nothing.
    """
    try:
        return _recorded(repository, RENAMES)
    except GitFailedError as error:
        if "promisor" not in str(error):
            raise
    recorded = _recorded(repository, EXACT_RENAMES)
    return recorded._replace(notes=(notes.PARTIAL, *recorded.notes))


def _recorded(repository: Repository, renames: str) -> Recorded:
    log = logged_commits(repository.root, repository.head, renames)
    lineages, made_by = lineages_of(log, present_files(repository, FOLDERS))
    told = [notes.many_moved(commit.id) for commit in made_by.values() if _too_many_moved(commit)]
    backwards = _files_with_days_backwards(lineages, made_by)
    told += [notes.backwards(backwards)] if backwards else []
    return Recorded(_columns(made_by.values()), lineages, tuple(told))


def _columns(commits: Collection[LoggedCommit]) -> Commits:
    authors = {author: number for number, author in enumerate(dict.fromkeys(commit.author for commit in commits))}
    return Commits(
        id=[commit.id for commit in commits],
        author=[authors[commit.author] for commit in commits],
        authored=[commit.authored for commit in commits],
        committed=[commit.committed for commit in commits],
        signed=[int(commit.signed) for commit in commits],
        authors=list(authors),
    )


def _files_with_days_backwards(lineages: Lineages, commits: Mapping[CommitId, LoggedCommit]) -> int:
    """How many files have a revision with an earlier author day (UTC) than the revision before it."""
    days = {commit.id: commit.authored // SECONDS_A_DAY for commit in commits.values()}
    return sum(
        any(days[one.commit] > days[other.commit] for one, other in pairwise(lineage.revisions))
        for lineage in lineages.by_path.values()
    )


def _too_many_moved(commit: LoggedCommit) -> bool:
    """True where git left the commit's added and removed files uncompared because there were too many of them."""
    if len(commit.changes) <= RENAME_LIMIT:
        return False
    added = sum(set(change.old_blobs) == {None} for change in commit.changes)
    removed = sum(change.blob is None for change in commit.changes)
    return added * removed > RENAME_LIMIT**2
