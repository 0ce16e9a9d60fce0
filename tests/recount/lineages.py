"""The commits of each file: renames are followed, copies never, and what was deleted had ended."""

import datetime
import subprocess
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from tests.recount.days import Day

_LOG = ("log", "--reverse", "--topo-order", "-M50%", "-l0", "--name-status", "--format=%x01%H%x02%aE%x02%at%x02%ct")


class Commit(NamedTuple):
    """A commit with its author's address, as .mailmap corrects it, and its author date as a UTC day."""

    id: str
    email: str
    day: Day
    committed: Day
    order: int

    @property
    def known_since(self) -> Day:
        """An author date after the commit's own is a wrong clock: the commit was known when it was committed."""
        return min(self.day, self.committed)


class Step(NamedTuple):
    """What one commit did to a file that lay at *path* then, and at *before* until then."""

    commit: Commit
    path: str
    before: str
    status: str


class History:
    """What git knows of the folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._blobs: dict[tuple[str, str], str] = {}

    def git(self, *arguments: str, given: bytes = b"", check: bool = True) -> bytes:
        command = ["git", "-C", str(self.root), "-c", "core.quotepath=off", *arguments]
        return subprocess.run(command, input=given, capture_output=True, check=check).stdout

    @cached_property
    def depth(self) -> str:
        if not (self.root / ".git").exists() or not self.git("rev-parse", "-q", "--verify", "HEAD", check=False):
            return "none"
        return "shallow" if b"true" in self.git("rev-parse", "--is-shallow-repository") else "complete"

    @cached_property
    def head(self) -> str | None:
        return None if self.depth == "none" else self.git("rev-parse", "HEAD").decode().strip()

    @cached_property
    def _walked(self) -> tuple[list[Commit], dict[str, list[Step]]]:
        commits: list[Commit] = []
        found: dict[str, list[Step]] = {}
        chunks = [] if self.depth == "none" else self.git(*_LOG).decode(errors="replace").split("\x01")[1:]
        for chunk in chunks:
            head, _, rest = chunk.partition("\n")
            commit, email, *seconds = head.split("\x02")
            days = [datetime.datetime.fromtimestamp(int(one), datetime.UTC).date() for one in seconds]
            commits.append(Commit(commit, email.casefold(), days[0], days[1], len(commits)))
            _follow(found, commits[-1], [line.split("\t") for line in rest.split("\n") if line])
        return commits, found

    @property
    def commits(self) -> list[Commit]:
        return self._walked[0]

    def steps(self, path: str) -> list[Step]:
        """The commits of the file that lies at *path* today, oldest first."""
        return self._walked[1].get(path, [])

    def has_path(self, commit: str, path: object) -> bool:
        """Whether the path, of a file or a folder, existed at the commit."""
        return bool(self.git("ls-tree", commit, "--", str(path).strip("/"), check=False))

    def contents(self, steps: list[Step]) -> list[str]:
        """What the file said after each of the steps."""
        keys = [(step.commit.id, step.path) for step in steps]
        missing = [key for key in dict.fromkeys(keys) if key not in self._blobs]
        asked = "".join(f"{commit}:{path}\n" for commit, path in missing)
        answer = self.git("cat-file", "--batch", given=asked.encode()) if missing else b""
        for key in missing:
            head, _, rest = answer.partition(b"\n")
            size = int(head.split()[-1])
            self._blobs[key], answer = rest[:size].decode(errors="replace"), rest[size + 1 :]
        return [self._blobs[key] for key in keys]


def _follow(found: dict[str, list[Step]], commit: Commit, changes: list[list[str]]) -> None:
    """Adds to *found* what one commit did."""
    before = dict(found)
    for status, *paths in changes:
        if status.startswith(("R", "D")):
            found.pop(paths[0], None)
    for status, *paths in changes:
        if status != "D":
            found[paths[-1]] = [*before.get(paths[0], []), Step(commit, paths[-1], paths[0], status)]
