"""The files of a new catalog: what checks and publishes it, and one community to edit."""

from collections.abc import Iterator, Mapping
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from outcome_catalog.cli.new.artifact import artifact_text
from outcome_catalog.cli.new.community import charter_text
from outcome_catalog.model.ids import KindId
from outcome_catalog.validation.kinds import shipped_kinds

_COMMUNITY = "communities/first-community"
_CHARTER = {
    "title": "First community",
    "summary": "Support agents who write down the answers that work.",
    "goal": "Every customer gets a correct answer on the day they ask.",
    "objective": "answer-the-same-day",
    "role": "Support agent",
    "why": "Nobody searches for an answer that a colleague found last year.",
    "sponsor": "Head of customer service",
    "sponsor_unit": "customer-service",
    "output": "Answer sheets",
    "kind": "how-to",
    "audience": "support-agents",
    "done_when": "An agent who has never seen the question can answer with it",
    "outcome": "Customers wait less for a first answer",
    "indicator": "Hours to the first correct answer",
    "unit": "hours",
    "baseline": "26",
    "target": "6",
}
_ARTIFACT = {
    "kind": "how-to",
    "title": "First answer sheet",
    "summary": "The answer to the question that is asked most.",
    "author": "first-steward",
    "output": "answer-sheets",
}
_OTHER_NAMES = {"gitignore": ".gitignore"}


def first_files(today: date) -> Mapping[str, str]:
    """The text of each file of a new catalog, by path; what has a date is of *today*."""
    shipped = dict(_texts(files(__package__) / "first_files"))
    how_to = shipped_kinds()[KindId("how-to")]
    return {
        **{_OTHER_NAMES.get(path, path): text for path, text in shipped.items()},
        f"{_COMMUNITY}/charter.yml": charter_text(_CHARTER, today),
        f"{_COMMUNITY}/artifacts/first-answer-sheet.md": artifact_text(_ARTIFACT, how_to, {}, today.isoformat()),
    }


def put(root: Path, texts: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write *texts* below *root* where nothing is yet; the paths that were written, and those that were there.

    A folder ``communities/`` that is there is left as it is: what is in it may not fit the example.
    """
    taken = {path for path in texts if (root / path).exists()}
    if (root / "communities").exists():
        taken |= {path for path in texts if path.startswith("communities/")}
    for path in texts.keys() - taken:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        with (root / path).open("x", encoding="utf-8", newline="\n") as file:
            file.write(texts[path])
    return tuple(sorted(texts.keys() - taken)), tuple(sorted(taken))


def _texts(folder: Traversable, path: str = "") -> Iterator[tuple[str, str]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _texts(entry, f"{path}{entry.name}/")
        else:
            yield f"{path}{entry.name}", entry.read_text(encoding="utf-8")
