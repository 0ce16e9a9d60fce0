"""``outcomes new reuse``: the record that somebody uses an artifact."""

from collections.abc import Mapping
from itertools import chain, count
from pathlib import Path
from typing import Any

import click

from outcome_catalog.cli.new.placing import loaded_catalog, place
from outcome_catalog.cli.new.question import Question, answers, asking
from outcome_catalog.cli.new.slug import slug_of
from outcome_catalog.cli.new.yaml_text import day, yaml_text
from outcome_catalog.cli.project import project_option
from outcome_catalog.model.artifact import Mode
from outcome_catalog.sources.discover import Role

_LONGEST_REST = 45
"""So that a name with its day and a number stays within 63 characters (data-model §1)."""
QUESTIONS = (
    Question(name="mode", role=Role.REUSE, pointer=("mode",), choices=lambda _catalog: [mode.value for mode in Mode]),
    Question(name="title", role=Role.REUSE, pointer=("used_in", "title")),
    Question(name="date", role=Role.REUSE, pointer=("date",), fallback=""),
    Question(name="benefit", role=Role.REUSE, pointer=("benefit", "statement"), fallback=""),
)


@click.command(short_help="Record that somebody uses an artifact.")
@click.argument("artifact")
@click.option("--unit", help="The unit of the organisation that uses it (an id in organisation.yml).")
@click.option("--external", help="The organisation outside that uses it; instead of --unit.")
@click.option("--community", help="The community that uses it, beside --unit or --external.")
@click.option("--url", help="Where the use can be seen; without it the place is recorded as internal.")
@asking(QUESTIONS)
@project_option
def reuse(
    artifact: str,
    unit: str | None,
    external: str | None,
    community: str | None,
    url: str | None,
    root: Path,
    **given: str | None,
) -> None:
    """Record that somebody uses ARTIFACT (community/artifact), in the folder of the community that made it."""
    if (unit is None) == (external is None):
        raise click.UsageError("say who uses it: exactly one of --unit and --external")
    catalog = loaded_catalog(root)
    found = catalog.artifact(artifact)
    if found is None:
        raise click.UsageError(f"there is no artifact {artifact!r}; write it as community/artifact")
    party = {"unit": unit, "external": external, "community": community}
    text = reuse_text(found.ref, party, url, answers(QUESTIONS, given, catalog))
    name = f"{catalog.as_of.isoformat()}-{slug_of(f'{found.slug} {unit or external}')[:_LONGEST_REST]}".rstrip("-")
    place(root, {_free_path(root, f"communities/{found.community}/reuse/{name}"): text})


def _free_path(root: Path, stem: str) -> str:
    """The first of ``stem.yml``, ``stem-2.yml`` … that is not taken: a party may use several things in one day."""
    numbered = (f"{stem}{suffix}.yml" for suffix in chain([""], (f"-{number}" for number in count(2))))
    return next(path for path in numbered if not (root / path).exists())


def reuse_text(ref: str, party: Mapping[str, str | None], url: str | None, answered: Mapping[str, str]) -> str:
    """A reuse record of the artifact *ref* by *party*; without *url* its place is internal."""
    record: dict[str, Any] = {
        "artifact": ref,
        "used_by": {key: value for key, value in party.items() if value},
        "used_in": {"title": answered["title"], **({"url": url} if url else {"visibility": "internal"})},
        "mode": answered["mode"],
    }
    if answered["date"]:
        record["date"] = _as_written(answered["date"])
    if answered["benefit"]:
        record["benefit"] = {"statement": answered["benefit"]}
    return yaml_text(record)


def _as_written(date: str) -> str | int:
    """A partial date without quotes: ``2024`` is a number to YAML, ``2024-05`` a text, ``2024-05-17`` a day."""
    if date.isdecimal():
        return int(date)
    return day(date) if date.count("-") == 2 else date  # noqa: PLR2004 - a day has two hyphens
