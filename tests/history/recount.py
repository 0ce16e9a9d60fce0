"""Revisions counted another way: forward from the first commit, one ``git diff-tree`` a commit and parent, all in text.

Slow and plain on purpose, so that it shares nothing with what it checks but git and the wording of the rule.
"""

import subprocess
from pathlib import Path

Names = dict[str, frozenset[str]]
"""Of every path that is there, the commits that made its file what it is."""


def recounted_revisions(root: Path) -> Names:
    """The commits of each file at HEAD."""
    states: dict[str, Names] = {}
    for line in _git(root, "rev-list", "--topo-order", "--reverse", "--parents", "HEAD").splitlines():
        commit, *parents = line.split()
        states[commit] = _after(root, commit, {parent: states[parent] for parent in parents})
    return states[_git(root, "rev-parse", "HEAD").strip()]


def _after(root: Path, commit: str, parents: dict[str, Names]) -> Names:
    """The names after a commit: what it changed against every parent names it, the rest is as the parents had it."""
    diffs = [_diff(root, parent, commit) for parent in parents] or [_diff(root, None, commit)]
    states = list(parents.values()) or [{}]
    gone = {former for former, path in diffs[0] if former != path}
    there = (states[0].keys() - gone) | {path for _, path in diffs[0] if path}
    after: Names = {}
    for path in there:
        former = [{new: old for old, new in diff}.get(path, path) for diff in diffs]
        changed = all(path in {new for _, new in diff} for diff in diffs)
        olds = former if changed else [path] * len(states)
        before = [state.get(old or "", frozenset()) for old, state in zip(olds, states, strict=True)]
        after[path] = frozenset({commit} if changed else ()).union(*before)
    return after


def _diff(root: Path, parent: str | None, commit: str) -> list[tuple[str | None, str | None]]:
    """The former and the new path of each file that a commit changed, None for one that is not there."""
    trees = ["--root", commit] if parent is None else [parent, commit]
    options = ("-r", "-z", "-M50%", "-l1000", "--no-commit-id", "--name-status")
    fields = _git(root, "diff-tree", *options, *trees).split("\0")
    changed: list[tuple[str | None, str | None]] = []
    while fields and fields[0]:
        status, path, *fields = fields
        if status.startswith("R"):
            changed.append((path, fields.pop(0)))
        else:
            changed.append((None if status == "A" else path, None if status == "D" else path))
    return changed


def _git(root: Path, *arguments: str) -> str:
    ran = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=True)
    return ran.stdout.decode("utf-8", "surrogateescape")
