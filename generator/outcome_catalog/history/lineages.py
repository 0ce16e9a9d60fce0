"""Files' lineages: which commits changed each present file, under whatever names it had.

The log is walked from the newest commit back, and every commit knows by which present files each path is claimed.
A rename hands the claim on to the old name; a merge hands it to all its parents. So renames on side branches, swaps
and names that were given to another file later on are kept apart.

A file that was deleted and later added again at the same path continues its lineage, the deletion being one of its
revisions, as ``git log -- path`` shows it: people take files out and put them back. Where the old file was renamed
away instead, the new file at its path begins a lineage of its own.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from outcome_catalog.history.git_log import Change, LoggedCommit

_Claims = dict[str, tuple[str, ...]]


class Touch(NamedTuple):
    """One commit's change of one file: its path and content afterwards, and what each parent held in its place."""

    commit: str
    path: str
    blob: str | None
    old_blobs: tuple[str | None, ...]


def touches_of(commits: Iterable[LoggedCommit], present: frozenset[str]) -> dict[str, list[Touch]]:
    """Every present file's revisions, oldest first in history order.

    *commits* come children first, from one head; *present* are the paths of the files in that head.
    """
    found: defaultdict[str, list[Touch]] = defaultdict(list)
    waiting: dict[str, _Claims] = {}
    for commit in commits:
        claims = waiting.pop(commit.id, {})
        for change in commit.changes:
            for file in _claimants(claims, change.path, present):
                found[file].append(Touch(commit.id, change.path, change.blob, change.old_blobs))
        for number, parent in enumerate(commit.parents):
            handed = _claims_before(claims, commit.changes, number, present)
            earlier = waiting.get(parent)
            waiting[parent] = handed if earlier is None or earlier is handed else _joined(earlier, handed)
    return {file: touches[::-1] for file, touches in found.items()}


def _claimants(claims: _Claims, path: str, present: frozenset[str]) -> tuple[str, ...]:
    """The present files that *path* belongs to: as claimed, or else the file still at that path."""
    claimed = claims.get(path)
    if claimed is not None:
        return claimed
    return (path,) if path in present else ()


def _claims_before(claims: _Claims, changes: list[Change], parent: int, present: frozenset[str]) -> _Claims:
    """The claims as they stood in a commit's parent: each renamed file is claimed by its old name alone."""
    renamed = [(change.old_paths[parent], change.path) for change in changes if change.old_paths[parent] != change.path]
    vacated = {new: () for _, new in renamed if _claimants(claims, new, present)}
    moved = {old: _claimants(claims, new, present) for old, new in renamed}
    changed = {old: files for old, files in moved.items() if files or _claimants(claims, old, present)}
    return {**claims, **vacated, **changed} if vacated or changed else claims


def _joined(one: _Claims, other: _Claims) -> _Claims:
    """The claims where two branches part: what either says outright holds over what neither names."""
    return one | {path: tuple(dict.fromkeys((*one.get(path, ()), *files))) for path, files in other.items()}
