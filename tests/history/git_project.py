"""Small real repositories, made by git itself, with dates of their own."""

import os
import subprocess
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

FIRST_DAY = 1_600_000_000
SECONDS_A_DAY = 86_400
_ENVIRONMENT = {
    **{key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Writer",
    "GIT_AUTHOR_EMAIL": "writer@example.org",
    "GIT_COMMITTER_NAME": "Writer",
    "GIT_COMMITTER_EMAIL": "writer@example.org",
}


def day(number: int) -> date:
    """The calendar day of a commit made on day *number*."""
    return datetime.fromtimestamp(FIRST_DAY + number * SECONDS_A_DAY, UTC).date()


@dataclass
class GitProject:
    """A repository under construction: every commit is made a day later than the one before."""

    root: Path
    days: int = 0

    def git(self, *arguments: str | Path, given: bytes | None = None, **variables: str) -> str:
        """What git prints; a failure carries what git said."""
        environment = _ENVIRONMENT | variables
        command = ["git", "-C", str(self.root), *map(str, arguments)]
        ran = subprocess.run(command, input=given, env=environment, capture_output=True, check=False)
        assert ran.returncode == 0, f"{command}: {ran.stderr.decode()}"
        return ran.stdout.decode("utf-8", "surrogateescape").strip()

    def write(self, path: str, text: str | bytes) -> None:
        """Puts a file into the work tree."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def move(self, old: str, new: str) -> None:
        """Renames a file in the work tree."""
        target = self.root / new
        target.parent.mkdir(parents=True, exist_ok=True)
        (self.root / old).rename(target)

    def commit(self, *, author: str = "Writer <writer@example.org>", authored: int | None = None) -> str:
        """Commits the whole work tree and gives the hash; *authored* is the author's day where it is another one."""
        self.days += 1
        self.git("add", "-A")
        written = FIRST_DAY + (self.days if authored is None else authored) * SECONDS_A_DAY
        options = ("-q", "--allow-empty", "-m", f"Commit {self.days}", f"--author={author}", f"--date={written} +0000")
        self.git("commit", *options, GIT_COMMITTER_DATE=self.now)
        return self.git("rev-parse", "HEAD")

    def merge(self, branch: str, *options: str) -> str:
        """Merges *branch* into the present one, as a commit of its own, and gives the hash."""
        self.days += 1
        dates = {"GIT_COMMITTER_DATE": self.now, "GIT_AUTHOR_DATE": self.now}
        self.git("merge", "-q", "--no-ff", "-m", f"Merge {branch}", *options, branch, **dates)
        return self.git("rev-parse", "HEAD")

    @property
    def now(self) -> str:
        """The present day as git takes it."""
        return f"{FIRST_DAY + self.days * SECONDS_A_DAY} +0000"


def text(subject: str, lines: int = 30) -> str:
    """A text that resembles another subject's in nothing."""
    return "".join(f"Line {number} about {subject} and {subject}{number}.\n" for number in range(lines))
