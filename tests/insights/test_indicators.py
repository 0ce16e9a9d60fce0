"""How an indicator stands between its baseline and its target (data-model §7)."""

import datetime
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from outcome_catalog.insights.compute import figures
from outcome_catalog.insights.figures import IndicatorFigure, IndicatorState
from outcome_catalog.insights.indicators import indicator_figures, progress, time_gone
from outcome_catalog.insights.shares import whole_percent
from outcome_catalog.model.charter import DatedValue, Direction, Indicator
from outcome_catalog.model.ids import CommunityId, IndicatorId
from outcome_catalog.model.measurement import MeasuredValue, Measurement
from tests.insights.catalogs import TODAY, a_catalog, a_charter, an_indicator, day, measured
from tests.insights.english import english

BASELINE, TARGET = day("2025-01-01"), day("2027-01-01")
BEHIND = IndicatorState.BEHIND
UP, DOWN = Direction.INCREASE, Direction.DECREASE


def figure_of(indicator: Indicator, *values: tuple[str, float | bool], as_of: datetime.date = TODAY) -> IndicatorFigure:
    parts: list[Measurement] = [measured("guides", indicator.id, *values)] if values else []
    catalog = a_catalog(*parts, charters={"guides": a_charter("guides", indicators=[indicator])}, as_of=as_of)
    return figures(catalog).communities[CommunityId("guides")].indicators[indicator.id]


def between(baseline: float | bool, *targets: tuple[str, float | bool], **values: Any) -> Indicator:
    return an_indicator(
        baseline=DatedValue(date=BASELINE, value=baseline),
        targets=tuple(DatedValue(date=day(on), value=value) for on, value in targets),
        **values,
    )


@pytest.mark.parametrize(
    ("latest", "state", "share"),
    [
        (100, IndicatorState.ACHIEVED, 1.0),
        (130, IndicatorState.ACHIEVED, 1.3),
        (80, IndicatorState.ON_TRACK, 0.8),
        (74, IndicatorState.BEHIND, 0.74),
        (0, IndicatorState.BEHIND, 0.0),
        (-1, IndicatorState.WORSENED, -0.01),
    ],
)
def test_an_increase_is_measured_against_the_time_gone(latest: float, state: IndicatorState, share: float):
    figure = figure_of(between(0, ("2027-01-01", 100)), ("2026-06-01", latest))
    assert figure.state is state
    assert figure.progress == pytest.approx(share)
    assert figure.time_gone == pytest.approx(545 / 730)


@pytest.mark.parametrize(
    ("latest", "state"),
    [
        (20, IndicatorState.ACHIEVED),
        (28, IndicatorState.ON_TRACK),
        (40, IndicatorState.BEHIND),
        (61, IndicatorState.WORSENED),
    ],
)
def test_a_decrease_is_measured_by_the_same_formula(latest: float, state: IndicatorState):
    assert figure_of(between(60, ("2027-01-01", 20), direction=DOWN), ("2026-06-01", latest)).state is state


def test_progress_as_large_as_the_time_gone_is_on_track():
    figure = figure_of(between(0, ("2027-01-01", 730)), ("2026-06-01", 545))
    assert figure.state is IndicatorState.ON_TRACK


@pytest.mark.parametrize("values", [(), (("2025-01-01", 50),), (("2024-06-01", 50),), (("2026-07-01", 50),)])
def test_without_a_value_after_the_baseline_it_is_not_measured(values: tuple[tuple[str, float], ...]):
    figure = figure_of(between(0, ("2027-01-01", 100)), *values)
    assert (figure.state, figure.latest, figure.progress) == (IndicatorState.NOT_MEASURED, None, None)


def test_a_value_of_the_future_is_not_the_latest():
    figure = figure_of(between(0, ("2027-01-01", 100)), ("2026-01-01", 10), ("2026-07-01", 90))
    assert figure.latest is not None
    assert (figure.latest.value, len(figure.values)) == (10, 1)


@pytest.mark.parametrize(
    ("today", "target"),
    [
        ("2025-06-01", 10),
        ("2026-01-01", 10),
        ("2026-01-02", 50),
        ("2027-01-01", 50),
        ("2027-01-02", 100),
        ("2030-01-01", 100),
    ],
)
def test_the_next_target_counts_else_the_last(today: str, target: float):
    targets = (("2029-01-01", 100.0), ("2026-01-01", 10.0), ("2027-01-01", 50.0))
    assert figure_of(between(0, *targets), as_of=day(today)).target.value == target


@pytest.mark.parametrize(
    ("latest", "state"), [(99, IndicatorState.MISSED), (-5, IndicatorState.MISSED), (100, IndicatorState.ACHIEVED)]
)
def test_a_target_is_missed_once_its_day_has_gone_by(latest: float, state: IndicatorState):
    indicator = between(0, ("2026-01-01", 100))
    figure = figure_of(indicator, ("2025-12-01", latest))
    assert (figure.state, figure.time_gone) == (state, 1.0)
    assert "has gone by" in english(figure.why)


def test_on_its_own_day_a_target_is_not_missed():
    figure = figure_of(between(0, ("2026-06-30", 100)), ("2025-12-01", 99))
    assert figure.state is IndicatorState.BEHIND


def test_what_was_never_measured_is_not_called_missed():
    figure = figure_of(between(0, ("2026-01-01", 100)))
    assert figure.state is IndicatorState.NOT_MEASURED
    assert "has gone by" in english(figure.why)


@pytest.mark.parametrize(
    ("direction", "latest", "state", "share"),
    [
        (UP, 95, IndicatorState.ACHIEVED, 1.0),
        (UP, 97, IndicatorState.ACHIEVED, 1.0),
        (UP, 94, IndicatorState.WORSENED, None),
        (DOWN, 94, IndicatorState.ACHIEVED, 1.0),
        (DOWN, 96, IndicatorState.WORSENED, None),
    ],
)
def test_a_target_that_equals_the_baseline_asks_to_keep_it(
    direction: Direction, latest: float, state: IndicatorState, share: float | None
):
    figure = figure_of(between(95, ("2027-01-01", 95), direction=direction), ("2026-01-01", latest))
    assert (figure.state, figure.progress) == (state, share)


@pytest.mark.parametrize(("latest", "state"), [(True, IndicatorState.ACHIEVED), (False, IndicatorState.BEHIND)])
def test_yes_and_no_are_one_and_zero(latest: bool, state: IndicatorState):
    figure = figure_of(between(False, ("2027-01-01", True)), ("2026-01-01", latest))
    assert figure.state is state
    assert "yes wanted by" in english(figure.why)


def test_old_values_are_called_old_and_estimates_are_carried():
    indicator = an_indicator(
        baseline=DatedValue(date=BASELINE, value=0), targets=(DatedValue(date=TARGET, value=1, estimated=True),)
    )
    figure = figure_of(indicator, ("2025-02-01", 0.5))
    assert figure.estimated
    assert "514 days old" in english(figure.why)
    assert "old" not in english(figure_of(indicator, ("2026-02-01", 0.5)).why)


def test_a_sentence_says_what_the_state_was_drawn_from():
    assert english(figure_of(between(0, ("2027-01-01", 1500)), ("2026-06-01", 1234.5)).why) == (
        "0 on 1 Jan 2025, 1,234.5 on 1 Jun 2026, 1,500 wanted by 1 Jan 2027: 82% of the way to the target, "
        "74% of the time gone."
    )


numbers = st.integers(-1000, 1000)


def at(value: float) -> DatedValue:
    return DatedValue(date=BASELINE, value=value)


def value_of(value: float) -> MeasuredValue:
    return MeasuredValue(date=TODAY, value=value)


@given(numbers, numbers, numbers, st.integers(1, 100), numbers, st.sampled_from(list(Direction)))
def test_progress_does_not_depend_on_the_unit(
    start: int, end: int, latest: int, scale: int, shift: int, direction: Direction
):
    def other(value: int) -> int:
        return value * scale + shift

    plain = progress(at(start), at(end), value_of(latest), direction)
    assert progress(at(other(start)), at(other(end)), value_of(other(latest)), direction) == pytest.approx(plain)


@given(numbers, numbers, numbers)
def test_an_increase_and_its_mirror_image_are_the_same_progress(start: int, end: int, latest: int):
    mirrored = progress(at(-start), at(-end), value_of(-latest), DOWN)
    assert mirrored == progress(at(start), at(end), value_of(latest), UP)


@given(numbers, numbers, numbers, numbers)
def test_a_value_nearer_the_target_is_more_progress(start: int, end: int, one: int, two: int):
    assume(start != end)
    first, second = (progress(at(start), at(end), value_of(value), UP) for value in (one, two))
    assert first is not None
    assert second is not None
    assert (first < second) == ((one < two) == (start < end) and one != two)


@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_time_gone_is_a_share_that_only_grows(
    start: datetime.date, end: datetime.date, one: datetime.date, two: datetime.date
):
    baseline, target = DatedValue(date=start, value=0), DatedValue(date=end, value=1)
    earlier, later = sorted((one, two))
    assert 0 <= time_gone(baseline, target, earlier) <= time_gone(baseline, target, later) <= 1


def test_an_indicator_without_a_community_of_its_own_is_not_mixed_up():
    catalog = a_catalog(
        measured("other", "response-time", ("2026-01-01", 50)),
        charters={name: a_charter(name, indicators=[an_indicator()]) for name in ("guides", "other")},
    )
    found = figures(catalog).communities
    states = {name: community.indicators[IndicatorId("response-time")].state for name, community in found.items()}
    assert states == {"guides": IndicatorState.NOT_MEASURED, "other": IndicatorState.BEHIND}


def test_it_is_judged_for_an_earlier_day_by_what_was_measured_until_then():
    indicator = between(0, ("2026-01-01", 100), ("2027-01-01", 200))
    catalog = a_catalog(
        measured("guides", indicator.id, ("2025-06-01", 50), ("2026-06-01", 90)),
        charters={"guides": a_charter("guides", indicators=[indicator])},
    )
    community = catalog.communities[CommunityId("guides")]
    then = indicator_figures(catalog, community, day("2025-12-31"))[indicator.id]
    assert (then.latest.value if then.latest else None, then.target.value, then.state) == (50, 100, BEHIND)
    assert (
        indicator_figures(catalog, community)[indicator.id]
        == figures(catalog).communities[CommunityId("guides")].indicators[indicator.id]
    )


@pytest.mark.parametrize(
    ("share", "percent"), [(0.57, 57), (0.29, 29), (1.0588, 105), (0.999, 99), (1.0, 100), (-0.031, -4)]
)
def test_a_share_is_never_rounded_up_and_never_loses_a_percent_to_arithmetic(share: float, percent: int):
    assert whole_percent(share) == percent
