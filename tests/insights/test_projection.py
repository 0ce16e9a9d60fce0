"""Where an indicator arrives at its present pace, and what is missing to its target."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outcome_catalog.insights.compute import figures
from outcome_catalog.insights.projection import NoProjection, Projection, projection
from outcome_catalog.model.charter import DatedValue, Direction, Measure
from outcome_catalog.model.ids import CommunityId
from tests.insights.catalogs import TODAY, a_catalog, a_charter, an_indicator, day, measured

DOWN = Direction.DECREASE


def projected(
    *values: tuple[str, float | bool], target: tuple[str, float] = ("2027-01-01", 100), **more: Any
) -> Projection | NoProjection:
    """What is said on 30 June 2026 of an indicator that was 0 on 1 January 2025."""
    given: dict[str, Any] = {
        "baseline": DatedValue(date=day("2025-01-01"), value=more.pop("start", 0)),
        "targets": (DatedValue(date=day(target[0]), value=target[1]),),
    }
    indicator = an_indicator(**(given | more))
    charters = {"guides": a_charter("guides", indicators=[indicator])}
    catalog = a_catalog(measured("guides", indicator.id, *values), charters=charters)
    figure = figures(catalog).communities[CommunityId("guides")].indicators[indicator.id]
    return projection(indicator, figure, TODAY)


def found(result: Projection | NoProjection) -> Projection:
    assert isinstance(result, Projection), result
    return result


def test_the_line_runs_on_at_the_pace_since_the_baseline() -> None:
    line = found(projected(("2025-07-01", 5), ("2025-12-31", 36.4)))
    assert line.since.date == day("2025-01-01")
    assert line.value == pytest.approx(36.4 + 36.4 / 364 * 366)
    assert line.gap == pytest.approx(100 - line.value)
    assert not line.is_reached


def test_the_pace_is_that_of_the_last_year() -> None:
    line = found(projected(("2025-03-01", 40), ("2025-04-01", 50), ("2026-04-01", 60)))
    assert (line.since.date, line.since.value) == (day("2025-04-01"), 50), "365 days earlier stood 50, not 40"
    assert line.value == pytest.approx(60 + 10 / 365 * 275)


def test_the_gap_is_what_is_missing_whichever_way_it_should_go() -> None:
    short = found(
        projected(("2025-07-01", 95), ("2026-01-01", 90), start=100, target=("2027-01-01", 20), direction=DOWN)
    )
    assert short.value == pytest.approx(80)
    assert short.gap == pytest.approx(60)
    there = found(
        projected(("2025-07-01", 70), ("2026-01-01", 60), start=100, target=("2027-01-01", 30), direction=DOWN)
    )
    assert there.value == pytest.approx(20)
    assert there.gap == pytest.approx(-10)
    assert there.is_reached


def test_a_worsening_runs_on_too() -> None:
    assert found(projected(("2025-07-01", -5), ("2026-01-01", -10))).value == pytest.approx(-20)


@pytest.mark.parametrize(
    ("values", "more", "reason"),
    [
        ((), {}, NoProjection.TOO_EARLY),
        ((("2026-01-01", 5),), {}, NoProjection.TOO_EARLY),
        ((("2025-01-01", 1), ("2026-01-01", 5)), {}, NoProjection.TOO_EARLY),
        ((("2026-01-01", 4), ("2026-01-01", 5)), {}, NoProjection.TOO_EARLY),
        ((("2025-02-01", 4), ("2025-06-28", 5)), {}, NoProjection.TOO_OLD),
        ((("2026-01-01", 4), ("2026-02-01", 5)), {"target": ("2026-06-30", 9)}, NoProjection.TARGET_PAST),
        ((("2026-01-01", 4), ("2026-02-01", 200)), {}, NoProjection.REACHED),
        ((("2026-01-01", False), ("2026-02-01", False)), {"measure": Measure.YES_NO, "start": False,
         "target": ("2027-01-01", True)}, NoProjection.YES_NO),
    ],
)  # fmt: skip
def test_nothing_is_told_where_nothing_can_be(values: Any, more: Any, reason: NoProjection) -> None:
    assert projected(*values, **more) is reason


def test_a_value_of_a_year_ago_still_tells_a_pace() -> None:
    assert isinstance(projected(("2025-02-01", 4), ("2025-06-29", 5)), Projection)


def test_a_percentage_ends_at_everything_and_at_nothing() -> None:
    rising = projected(("2025-06-01", 40), ("2025-09-01", 80), target=("2027-01-01", 90), measure=Measure.PERCENT)
    assert found(rising).value == 100
    falling = projected(
        ("2025-06-01", 40), ("2025-09-01", 10), start=60, target=("2027-01-01", 5), measure=Measure.PERCENT,
        direction=DOWN,
    )  # fmt: skip
    assert found(falling).value == 0
    number = projected(("2025-06-01", 40), ("2025-09-01", 80), target=("2027-01-01", 90))
    assert found(number).value > 100


@given(factor=st.integers(1, 10**9), first=st.integers(-50, 49), last=st.integers(-50, 49))
def test_a_projection_does_not_depend_on_the_unit(factor: int, first: int, last: int) -> None:
    plain = found(projected(("2025-07-01", first), ("2026-01-01", last), target=("2027-01-01", 51)))
    large = found(
        projected(("2025-07-01", first * factor), ("2026-01-01", last * factor), target=("2027-01-01", 51 * factor))
    )
    assert large.value == pytest.approx(plain.value * factor)
    assert plain.value + plain.gap == pytest.approx(51)
