"""The golden repository's history: who committed which files on which day."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

FILES = Path(__file__).parent / "repository"
PUMP = "communities/repair-guild/artifacts/seal-a-pump.md"
OLD_PUMP = "communities/repair-guild/artifacts/pump-seal.md"


@dataclass(frozen=True)
class Step:
    """One commit: *adds* are copied as they are at last, but for *under*, which gives a file another name first."""

    author: str
    day: str
    message: str
    adds: tuple[str, ...] = ()
    under: tuple[str, str] | None = None
    moves: tuple[str, str] | None = None


STEPS = (
    Step("guild-lead", "2025-01-10", "Found the guild", ("communities/organisation.yml", "communities/people.yml",
         "communities/repair-guild/charter.yml", "communities/repair-guild/media")),
    Step("guild-lead", "2025-02-03", "Write down how to seal a pump", (PUMP,), under=(PUMP, OLD_PUMP)),
    Step("developer", "2025-03-01", "Open the idea space", ("communities/idea-space/charter.yml",)),
    Step("north-technician", "2025-04-02", "Use it in the north",
         ("communities/repair-guild/reuse/2025-04-02-seal-a-pump-north.yml",)),
    Step("guild-lead", "2025-05-20", "Say how to order rings", ("communities/repair-guild/artifacts/order-rings.md",)),
    Step("guild-lead", "2025-06-30", "Measure", ("communities/repair-guild/measurements",)),
    Step("guild-lead", "2025-08-01", "Name it as it is searched for", moves=(OLD_PUMP, PUMP)),
    Step("guild-lead", "2025-09-01", "A partner tried it",
         ("communities/repair-guild/reuse/2025-09-01-seal-a-pump-outside.yml",)),
    Step("developer", "2026-04-10", "An idea from the guild's way", ("communities/idea-space/artifacts",)),
    Step("north-technician", "2026-05-02", "Begin with filters",
         ("communities/repair-guild/artifacts/draft-guide.md",)),
)  # fmt: skip


def make_repository(root: Path) -> None:
    """Make the golden repository in *root*: the same commits, to the hash, on every machine."""
    _git(root, "init", "-q", "-b", "main")
    for step in STEPS:
        for path in step.adds:
            _copy(path, root / (step.under[1] if step.under and step.under[0] == path else path))
        if step.moves:
            _git(root, "mv", *step.moves)
        _git(root, "add", "-A")
        _git(root, "commit", "-q", "-m", step.message, who=step.author, day=step.day)


def _copy(path: str, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    copy = shutil.copytree if (FILES / path).is_dir() else shutil.copyfile
    copy(FILES / path, to)


def _git(root: Path, *arguments: str, who: str = "nobody", day: str = "2025-01-01") -> None:
    root.mkdir(parents=True, exist_ok=True)
    person = {f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER") for part, value in (
        ("NAME", who.replace("-", " ").capitalize()), ("EMAIL", f"{who}@example.org"), ("DATE", f"{day}T12:00:00+0000"),
    )}  # fmt: skip
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *arguments], cwd=root, env={**clean, **alone, **person}, check=True)
