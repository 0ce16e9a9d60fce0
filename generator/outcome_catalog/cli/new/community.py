"""``outcomes new community``: a proposed charter that says what the community is expected to produce."""

from datetime import date, timedelta
from pathlib import Path

import click

from outcome_catalog.cli.new.placing import loaded_catalog, place
from outcome_catalog.cli.new.question import Question, answers, asking
from outcome_catalog.cli.new.slug import chosen_slug, slug_of
from outcome_catalog.cli.new.yaml_text import day, yaml_text
from outcome_catalog.cli.project import project_option
from outcome_catalog.pipeline import default_day
from outcome_catalog.sources.discover import Role

_CHARTER = Role.CHARTER
_OUTPUT = ("expected_outputs", 0)
_INDICATOR = ("outcomes", 0, "indicators", 0)
QUESTIONS = (
    Question(name="title", role=_CHARTER, pointer=("title",)),
    Question(name="summary", role=_CHARTER, pointer=("summary",)),
    Question(name="goal", role=_CHARTER, pointer=("goal", "statement")),
    Question(
        name="objective",
        role=_CHARTER,
        pointer=("goal", "organisation", 0, "objective"),
        choices=lambda catalog: [o.id for o in catalog.organisation.objectives],
    ),
    Question(name="role", role=_CHARTER, pointer=("goal", "members", 0, "role")),
    Question(name="why", role=_CHARTER, pointer=("goal", "members", 0, "why")),
    Question(name="sponsor", role=_CHARTER, pointer=("sponsors", 0, "name")),
    Question(
        name="sponsor_unit",
        role=_CHARTER,
        pointer=("sponsors", 0, "unit"),
        choices=lambda catalog: [u.id for u in catalog.organisation.units],
    ),
    Question(name="output", role=_CHARTER, pointer=(*_OUTPUT, "title")),
    Question(name="kind", role=_CHARTER, pointer=(*_OUTPUT, "kind"), choices=lambda catalog: list(catalog.kinds)),
    Question(
        name="audience",
        role=_CHARTER,
        pointer=(*_OUTPUT, "for", 0),
        choices=lambda catalog: [a.id for a in catalog.organisation.audiences],
    ),
    Question(name="done_when", role=_CHARTER, pointer=(*_OUTPUT, "done_when", 0)),
    Question(name="outcome", role=_CHARTER, pointer=("outcomes", 0, "title")),
    Question(name="indicator", role=_CHARTER, pointer=(*_INDICATOR, "title")),
    Question(name="unit", role=_CHARTER, pointer=(*_INDICATOR, "unit")),
    Question(name="baseline", role=_CHARTER, pointer=(*_INDICATOR, "baseline", "value")),
    Question(name="target", role=_CHARTER, pointer=(*_INDICATOR, "targets", 0, "value")),
)


@click.command(short_help="Write the charter of a new community.")
@click.argument("slug", required=False)
@asking(QUESTIONS)
@project_option
def community(slug: str | None, root: Path, **given: str | None) -> None:
    """Write the charter of a new community, in the folder SLUG (default: made of the title).

    It is a proposal: its steward's post is vacant and its dates are a year ahead, until you change them.
    """
    answered = answers(QUESTIONS, given, loaded_catalog(root))
    name = chosen_slug(slug, answered["title"])
    place(root, {f"communities/{name}/charter.yml": charter_text(answered, default_day())})


def charter_text(answered: dict[str, str], today: date) -> str:
    """A charter that holds what was *answered*; what nobody was asked is proposed from *today* on."""
    next_year = day((today + timedelta(days=365)).isoformat())
    output, outcome, indicator = (slug_of(answered[name]) for name in ("output", "outcome", "indicator"))
    reason = {"objective": answered["objective"]}
    member = {"role": answered["role"], "why": answered["why"], "makes": [output]}
    return yaml_text(
        {
            "title": answered["title"],
            "summary": answered["summary"],
            "lifecycle": "proposed",
            "started": day(today.isoformat()),
            "review_by": next_year,
            "sponsors": [{"name": answered["sponsor"], "unit": answered["sponsor_unit"]}],
            "stewards": [{"vacant": True, "role": "Steward", "since": day(today.isoformat())}],
            "goal": {"statement": answered["goal"], "organisation": [reason], "members": [member]},
            "expected_outputs": [
                {
                    "id": output,
                    "title": answered["output"],
                    "kind": answered["kind"],
                    "for": [answered["audience"]],
                    "done_when": [answered["done_when"]],
                    "due": next_year,
                }
            ],
            "outcomes": [
                {
                    "id": outcome,
                    "title": answered["outcome"],
                    "objective": answered["objective"],
                    "from_outputs": [output],
                    "indicators": [_indicator(indicator, answered, today, next_year)],
                }
            ],
        }
    )


def _indicator(name: str, answered: dict[str, str], today: date, next_year: str) -> dict[str, object]:
    baseline, target = (_number(answered[key], key) for key in ("baseline", "target"))
    return {
        "id": name,
        "title": answered["indicator"],
        "unit": answered["unit"],
        "direction": "increase" if target >= baseline else "decrease",
        "baseline": {"date": day(today.isoformat()), "value": baseline},
        "targets": [{"date": next_year, "value": target}],
    }


def _number(text: str, name: str) -> float:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        raise click.BadParameter(f"{text!r} is no number", param_hint=f"--{name}") from None
    return int(value) if value.is_integer() else value
