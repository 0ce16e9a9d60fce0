"""What the log told of the present files, before names are mapped: the part that is kept between runs."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from outcome_catalog.history import notes
from outcome_catalog.history.git_command import GitFailedError
from outcome_catalog.history.git_log import EXACT_RENAMES, RENAME_LIMIT, RENAMES, LoggedCommit, logged_commits
from outcome_catalog.history.lineages import Lineages, lineages_of
from outcome_catalog.history.repository import Repository, present_files
from outcome_catalog.model.ids import CommitId

FOLDERS = ("communities", "schemas")
"""The folders of a project whose files have a history worth knowing."""


class Signing(NamedTuple):
    """Who made a commit and when: ``Name <email>`` as recorded, Unix seconds, and whether it carries a signature."""

    author: str
    authored: int
    committed: int
    signed: bool


class Recorded(NamedTuple):
    """Every present file's lineage, the commits that made it, and sentences about what limits both."""

    signings: dict[CommitId, Signing]
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
    present = present_files(repository, FOLDERS)
    signings: dict[CommitId, Signing] = {}
    told: list[str] = []
    commits = logged_commits(repository.root, repository.head, renames)
    lineages = lineages_of(_observed(commits, signings, told), present)
    needed = dict.fromkeys(r.commit for lineage in lineages.by_path.values() for r in lineage.revisions)
    return Recorded({commit: signings[commit] for commit in needed}, lineages, tuple(told))


def _observed(
    commits: Iterable[LoggedCommit], signings: dict[CommitId, Signing], told: list[str]
) -> Iterator[LoggedCommit]:
    """The *commits* as they pass, with who signed each put into *signings* and what limits renames into *told*."""
    for commit in commits:
        signings[commit.id] = Signing(commit.author, commit.authored, commit.committed, commit.signed)
        if len(commit.changes) > RENAME_LIMIT and _too_many_moved(commit):
            told.append(notes.many_moved(commit.id))
        yield commit


def _too_many_moved(commit: LoggedCommit) -> bool:
    """True where git left the commit's added and removed files uncompared because there were too many of them."""
    added = sum(change.old_blobs == (None,) for change in commit.changes)
    removed = sum(change.blob is None for change in commit.changes)
    return added * removed > RENAME_LIMIT**2
