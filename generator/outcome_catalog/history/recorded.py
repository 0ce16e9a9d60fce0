"""What the log told of the present files, before names are mapped: the part that is kept between runs."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from outcome_catalog.history import notes
from outcome_catalog.history.git_command import GitFailedError
from outcome_catalog.history.git_log import EXACT_RENAMES, RENAME_LIMIT, RENAMES, Change, LoggedCommit, logged_commits
from outcome_catalog.history.lineages import Changes, changes_of_files
from outcome_catalog.history.made_on_demand import MadeOnDemand
from outcome_catalog.history.repository import Repository, present_files
from outcome_catalog.history.reused_from import reused_from
from outcome_catalog.model.history import HistoryNote, Lineage, Revision
from outcome_catalog.model.ids import BlobId, CommitId

SECONDS_A_DAY = 86_400
FOLDERS = ("communities", "schemas")
"""The folders of a project whose files have a history worth knowing."""
Contents = tuple[BlobId | None, ...]
"""What each parent of a commit held in a file's place."""
Found = Mapping[str, Mapping[int, Contents]]
"""What a file's revisions found where that is not what the one before left: per file, by the revision's number.

Numbers count from the newest revision, which is 0. A revision finds another content after a merge, or where two
branches changed the file. The number -1 stands for the head itself, where a merge dropped what the newest one left.
"""


class Commits(NamedTuple):
    """The commits that changed the files, as columns of one length: few values, so that they are read back fast.

    *author* are the numbers of their authors in *authors*, ``Name <email>`` as recorded; *authored* and *committed* are
    Unix seconds; *signed* is true for a commit that carries a signature.
    """

    id: list[CommitId]
    author: list[int]
    authored: list[int]
    committed: list[int]
    signed: list[bool]
    authors: list[str]


class Revisions(NamedTuple):
    """All files' revisions as columns of one length: file by file, each file's newest first.

    *files* are the present paths, *lengths* says how many revisions each has; *commit* and *path* are numbers of
    commits and of *paths*.
    """

    files: list[str]
    lengths: list[int]
    commit: list[int]
    path: list[int]
    blob: list[BlobId | None]
    paths: list[str]


class Recorded(NamedTuple):
    """What the log told, and notes on what limits it."""

    commits: Commits
    revisions: Revisions
    found: Found
    notes: tuple[HistoryNote, ...]
    reused_from: Mapping[CommitId, tuple[str, ...]] = {}
    """What the trailers of each commit name as reused, as written; commits without one are left out."""

    def lineages(self) -> Mapping[str, Lineage]:
        """Every file's lineage, by its present path."""
        starts = [0, *accumulate(self.revisions.lengths)]
        numbers = {path: number for number, path in enumerate(self.revisions.files)}
        return MadeOnDemand(numbers, partial(_lineage, self.commits.id, self.revisions, starts))


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
    order: dict[CommitId, None] = {}
    log = _noted(logged_commits(repository.root, repository.head, renames), order)
    present = present_files(repository, FOLDERS)
    changes = changes_of_files(log, present)
    touching = {commit.id: commit for of_file in changes.values() for commit, _ in of_file}
    commits = {name: touching[name] for name in reversed(order) if name in touching}  # oldest first
    if not changes:
        return Recorded(Commits([], [], [], [], [], []), Revisions([], [], [], [], [], []), {}, ())
    found = {file: found for file, of_file in changes.items() if (found := _found(present[file], of_file))}
    return Recorded(
        _commit_columns(commits),
        _revision_columns(changes, commits),
        found,
        tuple(_limits(changes, commits.values())),
        reused_from(repository.root, [name for name, commit in commits.items() if commit.may_name_source]),
    )


def _noted(log: Iterable[LoggedCommit], order: dict[CommitId, None]) -> Iterator[LoggedCommit]:
    """*log* as it comes, children first; each commit's id is put into *order* when it passes."""
    for commit in log:
        order.setdefault(commit.id)
        yield commit


def _commit_columns(commits: Mapping[CommitId, LoggedCommit]) -> Commits:
    ids, _, _, author, authored, committed, signed, *_ = map(list, zip(*commits.values(), strict=True))
    authors = {name: number for number, name in enumerate(dict.fromkeys(author))}
    return Commits(ids, [authors[name] for name in author], authored, committed, signed, list(authors))


def _revision_columns(changes: Mapping[str, Changes], commits: Iterable[CommitId]) -> Revisions:
    numbers = {commit: number for number, commit in enumerate(commits)}
    made_by, made = zip(*chain.from_iterable(changes.values()), strict=True)
    path, blob, _ = map(list, zip(*made, strict=True))
    paths = {text: number for number, text in enumerate(dict.fromkeys(path))}
    return Revisions(
        files=list(changes),
        lengths=[len(of_file) for of_file in changes.values()],
        commit=[numbers[commit.id] for commit in made_by],
        path=[paths[text] for text in path],
        blob=blob,
        paths=list(paths),
    )


def _found(head: BlobId, changes: Changes) -> dict[int, Contents]:
    """What the head and each revision found, where that is not what the one before left."""
    found: dict[int, Contents] = {}
    expected: Contents = (head,)
    for number, (_, change) in enumerate(changes):
        if expected != (change.blob,):
            found[number - 1] = expected
        expected = change.old_blobs
    return found


def _lineage(ids: list[CommitId], columns: Revisions, starts: list[int], number: int) -> Lineage:
    """The lineage of the file with this *number*."""
    rows = range(starts[number + 1] - 1, starts[number] - 1, -1)
    revisions = (
        Revision(commit=ids[columns.commit[row]], path=columns.paths[columns.path[row]], blob=columns.blob[row])
        for row in rows
    )
    return Lineage(path=columns.files[number], revisions=tuple(revisions))


def _limits(changes: Mapping[str, Changes], commits: Iterable[LoggedCommit]) -> Iterable[HistoryNote]:
    """The notes on what limits the lineages' beginnings and dates."""
    for commit in commits:
        if len(commit.changes) > RENAME_LIMIT and _too_many_moved(commit.changes):
            yield notes.many_moved(commit.id)
    backwards = sum(_has_days_backwards(of_file) for of_file in changes.values() if len(of_file) > 1)
    if backwards:
        yield notes.backwards(backwards)


def _too_many_moved(changes: Iterable[Change]) -> bool:
    """True where git left added and removed files uncompared because there were too many of them."""
    added = sum(set(change.old_blobs) == {None} for change in changes)
    removed = sum(change.blob is None for change in changes)
    return added * removed > RENAME_LIMIT**2


def _has_days_backwards(changes: Changes) -> bool:
    """True where a revision has an earlier author day (UTC) than the revision before it."""
    days = [commit.authored // SECONDS_A_DAY for commit, _ in changes]
    return any(newer < older for newer, older in pairwise(days))
