"""Histories made at random, with and without branches, agree with a recount that walks the other way."""

import random
from pathlib import Path

import pytest

from outcome_catalog.history import read_history
from tests.history.git_project import GitProject, text
from tests.history.recount import recounted_revisions

_PATHS = [f"communities/c{number % 2}/artifacts/f{number}.md" for number in range(6)]
_ON_ONE_BRANCH = ("add", "change", "delete", "rename", "rename and change")
_ON_SEVERAL = (*_ON_ONE_BRANCH, "switch", "branch", "merge")


class _Author:
    """Somebody who does one thing after another to a repository, as chance has it."""

    def __init__(self, project: GitProject, seed: int) -> None:
        self.project = project
        self.chance = random.Random(seed)
        self.done = 0

    def act(self, action: str) -> None:
        self.done += 1
        live = sorted(path for path in _PATHS if (self.project.root / path).exists())
        free = sorted(set(_PATHS) - set(live))
        if action == "add" and free:
            self._changed(self.chance.choice(free), text(f"subject {self.done}"))
        elif action == "change" and live:
            path = self.chance.choice(live)
            lines = self._text(path).splitlines(keepends=True)
            lines[self.chance.randrange(len(lines))] = f"Change {self.done}\n"
            self._changed(path, "".join(lines))
        elif action == "delete" and len(live) > 1:
            (self.project.root / self.chance.choice(live)).unlink()
            self.project.commit()
        elif action.startswith("rename") and live and free:
            old, new = self.chance.choice(live), self.chance.choice(free)
            self.project.move(old, new)
            self._changed(new, self._text(new) + (f"More {self.done}\n" if action != "rename" else ""))
        elif action in {"switch", "branch", "merge"}:
            self._branch(action)

    def _branch(self, action: str) -> None:
        branches = self.project.git("branch", "--format=%(refname:short)").split()
        other = self.chance.choice(branches)
        if action == "branch":
            self.project.git("switch", "-qc", f"branch-{self.done}")
        elif action == "switch":
            self.project.git("switch", "-q", other)
        else:
            try:
                self.project.merge(other)
            except AssertionError:  # a conflict: this one is left unmerged
                self.project.git("reset", "-q", "--hard")

    def _changed(self, path: str, content: str) -> None:
        self.project.write(path, content)
        self.project.commit()

    def _text(self, path: str) -> str:
        return (self.project.root / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("actions", [_ON_ONE_BRANCH, _ON_SEVERAL], ids=["one branch", "several branches"])
def test_random_history(project: GitProject, seed: int, actions: tuple[str, ...]) -> None:
    author = _Author(project, seed)
    author.act("add")
    for _ in range(40):
        author.act(author.chance.choice(actions))

    assert _revisions(project.root) == recounted_revisions(project.root)


def _revisions(root: Path) -> dict[str, frozenset[str]]:
    history = read_history(root, {}, None)
    return {path: frozenset(commit.id for commit in history.revisions_of(path)) for path in history.lineages}
