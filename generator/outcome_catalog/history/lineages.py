"""Files' lineages: which commits changed each present file, under whatever names it had.

The log is walked from the newest commit back. On every line of the history it is known which present files are there
under which name: a rename hands a file on to its former name, a file that a commit added ends there on that line, and
where lines meet, what either knows holds. So renames on side branches, swapped names, names that another file had
before and files that were added twice are kept apart.

A file that was deleted ends there too: one that is put back later begins a lineage of its own, as git, too, sees
nothing but a new file.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from outcome_catalog.history.git_log import Arrival, Change, LoggedCommit

Changes = list[tuple[LoggedCommit, Change]]
"""A file's changes, newest first, each with the commit that made it."""


class _Line(NamedTuple):
    """One line of the history at one commit: where the present files are on it.

    *former* names the files that are at another path than their present one, by that path. Every other file is at its
    present path unless its number's bit is set in *ended*: an integer, since ten thousand files fit into a kilobyte
    that lines share until they differ.
    """

    former: Mapping[str, tuple[str, ...]]
    ended: int


def changes_of_files(commits: Iterable[LoggedCommit], present: Iterable[str]) -> dict[str, Changes]:
    """The changes of every file that a head holds, from all commits that lead to it, children first."""
    changes: dict[str, Changes] = {}
    for commit, change, file in _changes_of_present_files(commits, present):
        changes.setdefault(file, []).append((commit, change))
    return changes


def _changes_of_present_files(
    commits: Iterable[LoggedCommit], present: Iterable[str]
) -> Iterator[tuple[LoggedCommit, Change, str]]:
    """Every change of a file that is still present, under whatever name, with that file's present path."""
    numbers = {path: number for number, path in enumerate(present)}
    waiting: dict[str, _Line] = {}
    for commit in commits:
        line = waiting.pop(commit.id, None) or _Line({}, 0)
        for change in commit.changes:
            for file in _files_at(change.path, line, numbers):
                yield commit, change, file
        for parent, arrivals in zip(commit.parents, commit.arrivals, strict=False):
            before = _line_before(line, arrivals, numbers) if arrivals else line
            waiting[parent] = _joined(waiting[parent], before) if parent in waiting else before


def _files_at(path: str, line: _Line, numbers: Mapping[str, int]) -> tuple[str, ...]:
    """The present files that are at *path* on this line: one or none, or several that branches named differently."""
    files = line.former.get(path, ())
    number = numbers.get(path)
    return files if number is None or line.ended >> number & 1 else (*files, path)


def _line_before(line: _Line, arrivals: Sequence[Arrival], numbers: Mapping[str, int]) -> _Line:
    """The line in a commit's parent, which does not have the *arrivals* or has them under their former names."""
    former, ended = line
    moved: dict[str, tuple[str, ...]] = {}
    left: set[str] = set()
    for path, old_path in arrivals:
        if old_path is not None and (files := _files_at(path, line, numbers)):
            moved[old_path] = files
        if path in numbers:
            ended |= 1 << numbers[path]
        if path in former:
            left.add(path)
    if moved or left:
        former = {path: files for path, files in former.items() if path not in left} | moved
    return _Line(former, ended)


def _joined(one: _Line, other: _Line) -> _Line:
    """The line where two part: a file is there if either has it."""
    if one.former is other.former:
        return _Line(one.former, one.ended & other.ended)
    former = dict(one.former)
    for path, files in other.former.items():
        known = former.get(path, ())
        if known is not files:
            former[path] = tuple(dict.fromkeys((*known, *files)))
    return _Line(former, one.ended & other.ended)
