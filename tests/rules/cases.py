"""A case is a folder: the files that differ from base/, and for a negative what must be found.

``expected.txt``: one finding a line, ``path:line:column: severity code``, and after ``|`` words that its message or
help must hold. ``removed.txt``: files of the base that the case goes without. ``commits.txt``: a day and a path a
line, committed in this order; without it the project is in no repository.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

FOLDER = Path(__file__).parent
BASE = FOLDER / "base"
AS_OF = date(2026, 6, 30)
_ABOUT_THE_CASE = ("expected.txt", "removed.txt", "commits.txt")


@dataclass(frozen=True, kw_only=True)
class Expected:
    """One line of an ``expected.txt``; *offer* may be empty."""

    finding: str
    offer: str


@dataclass(frozen=True, kw_only=True)
class Case:
    """A folder ``<code>/<positive|negative>/<name>``."""

    folder: Path

    @property
    def code(self) -> str:
        return self.folder.parent.parent.name

    @property
    def id(self) -> str:
        return self.folder.relative_to(FOLDER).as_posix()

    @property
    def expected(self) -> list[Expected]:
        lines = self._lines("expected.txt")
        parts = (line.partition("|") for line in lines)
        return [Expected(finding=finding.strip(), offer=offer.strip()) for finding, _, offer in parts]

    def project(self, root: Path) -> Path:
        """The case's project, written into *root*."""
        shutil.copytree(BASE, root)
        shutil.copytree(self.folder, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*_ABOUT_THE_CASE))
        for path in self._lines("removed.txt"):
            (root / path).unlink()
        commits = [line.split() for line in self._lines("commits.txt")]
        if commits:
            _git(root, "init", "-q", "-b", "main")
        for day, path in commits:
            _git(root, "add", path)
            _git(root, "commit", "-q", "-m", "Add", day=day)
        return root

    def _lines(self, name: str) -> list[str]:
        file = self.folder / name
        return [line for line in file.read_text(encoding="utf-8").splitlines() if line] if file.exists() else []


def cases(verdict: str) -> Iterator[Case]:
    """All cases whose *verdict* is positive, or negative."""
    for folder in sorted(FOLDER.glob(f"*/{verdict}/*/")):
        yield Case(folder=folder)


def _git(root: Path, *arguments: str, day: str = "2026-06-01") -> None:
    who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in _identity(day).items()}
    nowhere = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *arguments], cwd=root, check=True, env={**os.environ, **who, **nowhere})


def _identity(day: str) -> dict[str, str]:
    return {"NAME": "Support Lead", "EMAIL": "support-lead@example.org", "DATE": f"{day}T12:00:00Z"}
