"""Values, ranges and places in words for people."""

from dataclasses import replace
from datetime import date

import pytest
from tests.insights.catalogs import a_record
from tests.insights.english import english
from tests.publish.pages.desk import desk_catalog
from tests.publish.pages.rendering import a_context, page

from outcome_catalog.insights.figures import OutputState
from outcome_catalog.model.charter import DatedValue, Direction, Indicator, Measure
from outcome_catalog.model.ids import ArtifactRef, CommunityId, IndicatorId, KindId
from outcome_catalog.model.reuse import UsedIn
from outcome_catalog.publish.pages.reuse_entries import place_link, range_text
from outcome_catalog.publish.pages.values import value_text
from outcome_catalog.publish.provenance import provenance

DESK = CommunityId("desk")


@pytest.mark.parametrize(
    ("measure", "unit", "value", "text"),
    [
        (Measure.NUMBER, "hours", 1234.5, "1,234.5 hours"),
        (Measure.PERCENT, "%", 66, "66%"),
        (Measure.PERCENT, "percent of calls", 66, "66 percent of calls"),
        (Measure.YES_NO, "in place", True, "yes"),
        (Measure.YES_NO, "in place", 0, "no"),
        (Measure.MONEY, "EUR", 0, "0 EUR"),
    ],
)
def test_a_value_in_words(measure: Measure, unit: str, value: float | bool, text: str) -> None:
    start = DatedValue(date=date(2025, 1, 1), value=0)
    indicator = Indicator(
        id=IndicatorId("i"),
        title="I",
        unit=unit,
        measure=measure,
        direction=Direction.INCREASE,
        baseline=start,
        targets=(start,),
    )
    assert value_text(a_context(), indicator, value) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [(2, 5, "2 to 5 hours"), (2, 2, "2 hours"),
     (2, None, "at least 2 hours"), (None, 5, "at most 5 hours"), (0, 0, "0 hours"), (None, None, None)],
)  # fmt: skip
def test_a_range_in_words(low: float | None, high: float | None, text: str | None) -> None:
    assert range_text(a_context(), low, high, "hours") == text


@pytest.mark.parametrize(
    ("used_in", "title", "url"),
    [
        (UsedIn(title="Desk", url="https://x.example/"), "Desk", "https://x.example/"),
        (UsedIn(title="Desk", url="javascript:alert(1)"), "Desk", None),
        (UsedIn(title="Vault", visibility="internal"), "Vault (cannot be shown)", None),
        (UsedIn(repository="https://git.example/x", path="a.md", commit="f" * 40),
         "https://git.example/x/a.md @ ffffffffff", "https://git.example/x"),
        (UsedIn(artifact=ArtifactRef("desk/idle")), "Idle sheet", "desk/idle/"),
        (UsedIn(artifact=ArtifactRef("gone/away")), "gone/away", None),
    ],
)  # fmt: skip
def test_a_place_of_use_in_words(used_in: UsedIn, title: str, url: str | None) -> None:
    record = a_record("desk/2026-06-01-x", "desk/greet", used_in=used_in)
    catalog = desk_catalog()
    desk = replace(catalog.communities[DESK], reuse_records=(record,))
    context = a_context(replace(catalog, communities={**catalog.communities, DESK: desk}))
    event = next(event for event in context.figures.events if event.id == record.id)
    assert place_link(context, event.place) == {"title": title, "url": url}


def test_states_come_from_the_figures() -> None:
    context = a_context()
    figure = context.figures.communities[DESK].outputs
    shown = {output["id"]: output["why"] for output in page("desk/")["outputs"]}
    assert shown == {key: english(found.why) for key, found in figure.items()}
    assert {found.state for found in figure.values()} == {OutputState.OVERDUE}
    assert KindId("how-to") in context.catalog.kinds
    assert provenance(context, "communities/none.yml")["revisions"] == 0
