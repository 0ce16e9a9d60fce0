"""Indicators of several communities taken together, where their charters allow it (data-model §4, §7)."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from outcome_catalog.insights.compute import figures
from outcome_catalog.insights.indicator_rollups import (
    IndicatorRollUp,
    NotTakenIn,
    RollUpMember,
    indicator_rollups,
    rollup_of,
)
from outcome_catalog.insights.indicators import indicator_figures
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import (
    Aggregation,
    DatedValue,
    Direction,
    Indicator,
    Lifecycle,
    LifecycleChange,
    Measure,
    Outcome,
)
from outcome_catalog.model.ids import CommunityId, ObjectiveId, OutcomeId
from outcome_catalog.model.measurement import MeasuredValue, Measurement
from tests.insights.catalogs import a_catalog, a_charter, an_indicator, day, measured
from tests.insights.english import english

SUM, MEAN, NONE = Aggregation.SUM, Aggregation.MEAN, Aggregation.NONE
VALUES = st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: round(value, 3))


def hours(aggregation: Aggregation = SUM, baseline: float = 0, target: float = 100, **values: Any) -> Indicator:
    return an_indicator(
        "hours",
        aggregation=aggregation,
        baseline=DatedValue(date=day("2025-01-01"), value=baseline),
        targets=(DatedValue(date=day("2027-01-01"), value=target),),
        **values,
    )


def of(catalog: Catalog, **options: Any) -> tuple[IndicatorRollUp, ...]:
    found = {name: own.indicators for name, own in figures(catalog).communities.items()}
    return indicator_rollups(catalog, found, **options)


def two(first: Indicator, second: Indicator, *values: Measurement, **charter: Any) -> tuple[IndicatorRollUp, ...]:
    charters = {"desk": a_charter("desk", indicators=[first]), "guides": a_charter("guides", indicators=[second])}
    charters["guides"] = replace(charters["guides"], **charter)
    return of(a_catalog(*values, charters=charters))


BOTH = (measured("desk", "hours", ("2026-01-31", 20)), measured("guides", "hours", ("2026-03-31", 40)))


def test_sums_are_summed_and_say_what_they_hold():
    (found,) = two(hours(), hours(target=50), *BOTH)
    assert (found.baseline, found.target, found.latest, found.progress) == (0, 150, 60, pytest.approx(0.4))
    assert [member.community for member in found.taken_in] == ["desk", "guides"]
    assert english(found.why) == "Sum over 2 of 2 communities, measured between 31 Jan 2026 and 31 Mar 2026."


def test_means_weigh_every_community_the_same():
    (found,) = two(hours(MEAN), hours(MEAN, target=50), *BOTH)
    assert (found.baseline, found.target, found.latest) == (0, 75, 30)
    assert found.progress == pytest.approx(0.4)


def test_what_may_not_be_combined_never_is():
    assert two(hours(NONE), hours(NONE), *BOTH) == ()


@pytest.mark.parametrize(
    ("aggregation", "measure", "expected"),
    [
        (SUM, Measure.NUMBER, True),
        (SUM, Measure.MONEY, True),
        (SUM, Measure.PERCENT, False),
        (SUM, Measure.SCALE, False),
        (SUM, Measure.YES_NO, False),
        (MEAN, Measure.NUMBER, True),
        (MEAN, Measure.MONEY, True),
        (MEAN, Measure.PERCENT, True),
        (MEAN, Measure.SCALE, True),
        (MEAN, Measure.YES_NO, False),
    ],
)
def test_a_measure_that_does_not_bear_it_is_not_combined(aggregation: Aggregation, measure: Measure, expected: bool):
    assert hours(aggregation, measure=measure).may_be_combined is expected


@given(measure=st.sampled_from(Measure))
def test_nothing_that_says_none_is_ever_added_up(measure: Measure):
    assert not hours(NONE, measure=measure).may_be_combined


@pytest.mark.parametrize(
    "other",
    [
        {"unit": "days"},
        {"measure": Measure.MONEY},
        {"direction": Direction.DECREASE},
        {"aggregation": MEAN},
    ],
)
def test_another_unit_measure_direction_or_aggregation_is_another_measure(other: dict[str, Any]):
    assert two(hours(), replace(hours(), **other), *BOTH) == ()


def test_white_space_in_a_unit_and_another_title_do_not_matter():
    (found,) = two(hours(unit="working hours"), hours(unit="working  hours ", title="Working time"), *BOTH)
    assert (found.unit, found.title) == ("working hours", "Working time")


def test_who_has_not_measured_is_named_and_never_filled_in():
    (found,) = two(hours(baseline=10), hours(baseline=30), BOTH[1])
    assert (found.baseline, found.target, found.latest) == (30, 100, 40)
    assert [(m.community, m.not_taken_in) for m in found.members] == [
        ("desk", NotTakenIn.NOT_MEASURED),
        ("guides", None),
    ]
    assert english(found.why) == "Sum over 1 of 2 communities, measured on 31 Mar 2026. 1 not measured."


def test_where_nobody_has_measured_there_is_no_value_and_no_progress():
    (found,) = two(hours(), hours())
    assert (found.baseline, found.target, found.latest, found.progress) == (None, None, None, None)
    assert english(found.why) == "None of 2 could be taken in. 2 not measured."


def test_a_closed_communitys_last_value_is_no_present_one():
    (found,) = two(hours(), hours(), *BOTH, lifecycle=Lifecycle.CLOSED)
    assert [(m.community, m.not_taken_in) for m in found.members] == [("desk", None), ("guides", NotTakenIn.CLOSED)]
    assert found.latest == 20
    assert "1 closed" in english(found.why)


def test_for_an_earlier_day_a_community_counts_that_was_open_then():
    history = (LifecycleChange(date=day("2026-05-01"), state=Lifecycle.CLOSED),)
    guides = a_charter("guides", indicators=[hours()], lifecycle=Lifecycle.CLOSED, lifecycle_history=history)
    catalog = a_catalog(*BOTH, charters={"desk": a_charter("desk", indicators=[hours()]), "guides": guides})
    then = day("2026-03-31")
    found = {name: indicator_figures(catalog, c, then) for name, c in catalog.communities.items()}
    assert indicator_rollups(catalog, found, judged_on=then)[0].latest == 60


def test_a_target_that_equals_the_baseline_gives_no_division_by_zero():
    kept, lost = (
        two(hours(target=0), hours(target=0), *BOTH)[0],
        two(hours(target=0, direction=Direction.DECREASE), hours(target=0, direction=Direction.DECREASE), *BOTH)[0],
    )
    assert (kept.progress, lost.progress) == (1.0, None)


def test_an_estimate_in_any_value_taken_in_makes_an_estimate():
    guess = replace(hours(), baseline=DatedValue(date=day("2025-01-01"), value=0, estimated=True))
    assert two(hours(), guess, *BOTH)[0].estimated
    assert not two(hours(), guess, BOTH[0])[0].estimated


def test_for_an_objective_only_the_outcomes_that_serve_it():
    def charter(name: str, objective: str) -> Any:
        outcome = Outcome(id=OutcomeId("o"), title="O", objective=ObjectiveId(objective), indicators=(hours(),))
        return a_charter(name, outcomes=(outcome,))

    names = {"a": "speed", "b": "speed", "c": "calm"}
    catalog = a_catalog(charters={name: charter(name, objective) for name, objective in names.items()})
    assert [len(found.members) for found in of(catalog)] == [3]
    assert [len(found.members) for found in of(catalog, objective=ObjectiveId("speed"))] == [2]
    assert of(catalog, objective=ObjectiveId("calm")) == ()


@st.composite
def a_member(draw: st.DrawFn, community: str, aggregation: Aggregation) -> RollUpMember:
    baseline, target, latest = draw(VALUES), draw(VALUES), draw(VALUES)
    is_measured = draw(st.booleans())
    indicator = hours(aggregation, baseline, target)
    return RollUpMember(
        community=CommunityId(community),
        outcome=OutcomeId("faster"),
        indicator=indicator,
        baseline=indicator.baseline,
        target=indicator.targets[0],
        latest=MeasuredValue(date=day("2026-01-31"), value=latest) if is_measured else None,
        not_taken_in=None if is_measured else NotTakenIn.NOT_MEASURED,
    )


@st.composite
def members(draw: st.DrawFn) -> list[RollUpMember]:
    aggregation = draw(st.sampled_from([SUM, MEAN]))
    return [draw(a_member(name, aggregation)) for name in "abcd"[: draw(st.integers(1, 4))]]


@given(value=VALUES, baseline=VALUES, target=VALUES, aggregation=st.sampled_from([SUM, MEAN]))
def test_a_rollup_over_one_member_equals_the_member(
    value: float, baseline: float, target: float, aggregation: Aggregation
):
    indicator = hours(aggregation, baseline, target)
    catalog = a_catalog(
        measured("desk", "hours", ("2026-01-31", value)), charters={"desk": a_charter("desk", indicators=[indicator])}
    )
    (figure,) = figures(catalog).communities[CommunityId("desk")].indicators.values()
    member = RollUpMember(
        community=CommunityId("desk"),
        outcome=OutcomeId("faster"),
        indicator=indicator,
        baseline=indicator.baseline,
        target=figure.target,
        latest=figure.latest,
        not_taken_in=None,
    )
    found = rollup_of([member])
    assert (found.baseline, found.target, found.latest, found.progress) == (baseline, target, value, figure.progress)


@given(given_=members(), data=st.data())
def test_the_order_of_communities_never_matters(given_: list[RollUpMember], data: st.DataObject):
    assert rollup_of(data.draw(st.permutations(given_))) == rollup_of(given_)


@given(given_=members())
def test_baseline_target_and_latest_cover_the_same_members(given_: list[RollUpMember]):
    found = rollup_of(given_)
    taken = [member for member in given_ if member.latest is not None]
    assert list(found.taken_in) == taken
    assert found == replace(rollup_of(taken), members=found.members, why=found.why) if taken else found.latest is None


@given(given_=members(), factor=st.sampled_from([2.0, 0.5, 1024.0, -1.0]))
def test_progress_does_not_depend_on_the_size_of_the_unit(given_: list[RollUpMember], factor: float):
    def scaled(member: RollUpMember) -> RollUpMember:
        latest = member.latest
        return replace(
            member,
            baseline=replace(member.baseline, value=member.baseline.value * factor),
            target=replace(member.target, value=member.target.value * factor),
            latest=None if latest is None else replace(latest, value=latest.value * factor),
        )

    found, again = rollup_of(given_), rollup_of([scaled(member) for member in given_])
    assume(found.target != found.baseline)
    assert again.progress == (None if found.progress is None else pytest.approx(found.progress))


@given(given_=members())
def test_a_sum_and_a_mean_over_the_same_members_have_made_the_same_progress(given_: list[RollUpMember]):
    def as_(aggregation: Aggregation) -> IndicatorRollUp:
        return rollup_of([replace(m, indicator=replace(m.indicator, aggregation=aggregation)) for m in given_])

    total, mean = as_(SUM), as_(MEAN)
    assume(total.target is None or abs(total.target - (total.baseline or 0)) > 1e-3)
    assert mean.progress == (None if total.progress is None else pytest.approx(total.progress))
