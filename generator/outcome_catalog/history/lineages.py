"""Files' lineages: which commits changed each present file, under whatever names it had.

The log is walked from the newest commit back, and every commit knows by which present files each path is claimed.
A rename hands the claim on to the old name; a merge hands it to all its parents. So renames on side branches, swaps
and names that were given to another file later on are kept apart.

A file that was deleted and later added again at the same path continues its lineage, the deletion being one of its
revisions, as ``git log -- path`` shows it: people take files out and put them back. Where the old file was renamed
away instead, the new file at its path begins a lineage of its own.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from outcome_catalog.history.git_log import Change, LoggedCommit
from outcome_catalog.model.history import Lineage, Revision
from outcome_catalog.model.ids import BlobId, CommitId

_Claims = dict[str, tuple[str, ...]]
_Contents = tuple[BlobId | None, ...]


class Lineages(NamedTuple):
    """Every present file's lineage, and what its revisions found where that is not what the one before left.

    *found* says per file, and per revision counted from the newest (0), what each parent held in the file's place:
    after a merge, or where two branches changed the file, that is not the content of the revision before. The number
    -1 stands for the head itself, where it holds another content than the newest revision left: a merge dropped that.
    """

    by_path: Mapping[str, Lineage]
    found: dict[str, dict[int, _Contents]]


def lineages_of(commits: Iterable[LoggedCommit], present: Mapping[str, BlobId]) -> Lineages:
    """The lineages of the files that a head holds, from the *commits* that lead to it, children first."""
    revisions: dict[str, list[Revision]] = {}
    expected: dict[str, _Contents] = {path: (blob,) for path, blob in present.items()}
    found: dict[str, dict[int, _Contents]] = {}
    for commit, change, file in _claimed_changes(commits, present):
        newer = revisions.setdefault(file, [])
        if expected[file] != (change.blob,):
            found.setdefault(file, {})[len(newer) - 1] = expected[file]
        expected[file] = change.old_blobs
        newer.append(Revision(commit=commit, path=change.path, blob=change.blob))
    return Lineages({f: Lineage(path=f, revisions=tuple(newer[::-1])) for f, newer in revisions.items()}, found)


def contents_before(lineage: Lineage, found: Mapping[int, _Contents], number: int) -> _Contents:
    """What each parent of a revision held in the file's place; *number* counts as in :class:`Lineages`."""
    if number in found:
        return found[number]
    before = number + 1
    return (lineage.revisions[-1 - before].blob,) if before < len(lineage.revisions) else ()


def _claimed_changes(
    commits: Iterable[LoggedCommit], present: Collection[str]
) -> Iterable[tuple[CommitId, Change, str]]:
    """Every change of a file that is still present, under whatever name, with that file's present path."""
    waiting: dict[str, _Claims] = {}
    for commit in commits:
        claims = waiting.pop(commit.id, {})
        for change in commit.changes:
            for file in _claimants(claims, change.path, present):
                yield commit.id, change, file
        for number, parent in enumerate(commit.parents):
            handed = _claims_before(claims, commit.renames, number, present) if commit.renames else claims
            earlier = waiting.get(parent)
            waiting[parent] = handed if earlier is None or earlier is handed else _joined(earlier, handed)


def _claimants(claims: _Claims, path: str, present: Collection[str]) -> tuple[str, ...]:
    """The present files that *path* belongs to: as claimed, or else the file still at that path."""
    claimed = claims.get(path)
    if claimed is not None:
        return claimed
    return (path,) if path in present else ()


def _claims_before(claims: _Claims, renames: Sequence[Change], parent: int, present: Collection[str]) -> _Claims:
    """The claims as they stood in a commit's parent: each renamed file is claimed by its old name alone."""
    names = [(change.old_paths[parent], change.path) for change in renames if change.old_paths[parent] != change.path]
    moved: _Claims = {new: () for _, new in names} | {old: _claimants(claims, new, present) for old, new in names}
    return claims | {path: files for path, files in moved.items() if files != _claimants(claims, path, present)}


def _joined(one: _Claims, other: _Claims) -> _Claims:
    """The claims where two branches part: what either says outright holds over what neither names."""
    return one | {path: tuple(dict.fromkeys((*one.get(path, ()), *files))) for path, files in other.items()}
