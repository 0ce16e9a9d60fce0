"""Benefit as floor and ceiling per unit and grade, and the time invested (data-model §7)."""

from typing import Any

import pytest

from outcome_catalog.insights.benefit import hours_per_year
from outcome_catalog.insights.compute import figures
from outcome_catalog.insights.figures import BenefitSum, Grade
from outcome_catalog.model.artifact import Mode
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import Aggregation, Charter, Goal, MemberCount, MemberGoal, MemberTime
from outcome_catalog.model.dates import Per
from outcome_catalog.model.ids import ArtifactRef, CommunityId, IndicatorId, PersonId
from outcome_catalog.model.reuse import Benefit, ReuseRecord, UsedBy, UsedIn
from tests.insights.catalogs import (
    Git,
    a_catalog,
    a_charter,
    a_person,
    a_record,
    an_artifact,
    an_indicator,
    artifact_path,
    based_on,
    record_path,
)
from tests.insights.english import english

GUIDE = an_artifact("guides/triage", authors=(PersonId("writer"),))


def a_benefit(number: int, unit: str | None = "hours", mode: Mode = Mode.AS_IS, **values: Any) -> ReuseRecord:
    return a_record(
        f"guides/2025-06-0{number}-use",
        "guides/triage",
        used_by=UsedBy(external=f"Works {number}"),
        benefit=Benefit(statement="It helped.", unit=unit, **values),
        mode=mode,
    )


def sums(catalog: Catalog) -> tuple[BenefitSum, ...]:
    return figures(catalog).communities[CommunityId("guides")].benefits


def table(found: tuple[BenefitSum, ...]) -> list[tuple[str, str, float, float, int]]:
    return [(b.unit, b.grade.value, b.floor, b.ceiling, len(b.uses)) for b in found]


def test_floors_and_ceilings_are_added_per_unit_of_measure():
    records = (a_benefit(1, low=10, high=20), a_benefit(2, low=5, high=6), a_benefit(3, "EUR", low=100, high=100))
    assert table(sums(a_catalog(GUIDE, *records))) == [("EUR", "claimed", 100, 100, 1), ("hours", "claimed", 15, 26, 2)]


def test_units_are_told_apart_by_case_and_not_by_white_space():
    records = (a_benefit(1, "Mb", low=1), a_benefit(2, "MB", low=1), a_benefit(3, " MB ", low=1))
    assert [(b.unit, len(b.uses)) for b in sums(a_catalog(GUIDE, *records))] == [("MB", 2), ("Mb", 1)]


def test_grades_are_kept_apart_the_best_first():
    git = Git()
    git.commit("mate", "2025-06-01", record_path("guides/2025-06-01-use"))
    mate = a_person("mate", external="Works 1")
    found = sums(a_catalog(GUIDE, mate, a_benefit(1, low=1, high=2), a_benefit(2, low=3, high=4), history=git.history))
    assert table(found) == [("hours", "attested", 1, 2, 1), ("hours", "claimed", 3, 4, 1)]


def test_a_missing_ceiling_is_the_floor_and_a_missing_floor_is_nothing():
    (found,) = sums(a_catalog(GUIDE, a_benefit(1, low=10), a_benefit(2, high=7, estimated=True)))
    assert (found.floor, found.ceiling, found.estimated) == (10, 17, True)
    assert english(found.note) == "1 use without a floor, taken as 0. 1 use without a ceiling, taken as the floor."


def test_what_states_no_unit_or_no_figure_is_not_summed():
    assert sums(a_catalog(GUIDE, a_benefit(1, None, low=1), a_benefit(2), a_benefit(3, "", low=1))) == ()


def test_what_is_not_counted_brings_nothing():
    assert sums(a_catalog(GUIDE, a_benefit(1, mode=Mode.PLANNED, low=5, high=5))) == ()


def with_indicator(aggregation: Aggregation, at: str = "guides") -> Catalog:
    indicator = an_indicator("tickets", aggregation=aggregation)
    records = [a_benefit(n, low=n, high=n, indicator=IndicatorId("tickets")) for n in (1, 2)]
    return a_catalog(GUIDE, *records, charters={at: a_charter(at, indicators=[indicator])})


@pytest.mark.parametrize(
    ("aggregation", "floors"), [(Aggregation.SUM, [3]), (Aggregation.MEAN, [1, 2]), (Aggregation.NONE, [1, 2])]
)
def test_only_what_may_be_summed_is_added_up(aggregation: Aggregation, floors: list[float]):
    found = sums(with_indicator(aggregation))
    assert [b.floor for b in found] == floors
    assert all(("stands alone" in english(b.note)) == (len(floors) == 2) for b in found)


def test_an_indicator_that_nobody_has_is_not_added_up():
    assert len(sums(with_indicator(Aggregation.SUM, at="elsewhere"))) == 2


def test_the_reusing_communitys_indicator_counts_too():
    record = a_record(
        "guides/2025-06-01-use",
        "guides/triage",
        used_by=UsedBy(external="Works", community=CommunityId("desk")),
        benefit=Benefit(statement="It helped.", unit="hours", low=1, indicator=IndicatorId("tickets")),
    )
    charters = {"desk": a_charter("desk", indicators=[an_indicator("tickets", aggregation=Aggregation.SUM)])}
    (found,) = sums(a_catalog(GUIDE, record, charters=charters))
    assert "stands alone" not in english(found.note)


def test_one_use_adds_once_with_the_grade_of_the_source_that_states_the_figure():
    git = Git()
    path = artifact_path("desk/steps")
    git.commit("somebody", "2025-05-01", path, brings=[(path, "guides/triage")])
    derived = an_artifact("desk/steps", based_on=(based_on("guides/triage"),))
    records = [
        a_record(
            f"guides/2025-06-0{number}-use",
            "guides/triage",
            used_by=UsedBy(external="Works", community=CommunityId("desk")),
            used_in=UsedIn(artifact=ArtifactRef("desk/steps")),
            benefit=Benefit(statement="It helped.", unit="hours", low=number, high=number),
        )
        for number in (1, 2)
    ]
    found = sums(a_catalog(GUIDE, derived, *records, history=git.history))
    assert table(found) == [("hours", Grade.CLAIMED.value, 1, 1, 1)]
    assert found[0].uses == ("desk/steps>guides/triage",)


def charter_with(count: int | None, *times: tuple[float, Per] | None) -> Charter:
    members = tuple(
        MemberGoal(role=f"role {n}", time=None if time is None else MemberTime(hours=time[0], per=time[1]))
        for n, time in enumerate(times)
    )
    return a_charter(
        "guides",
        members=None if count is None else MemberCount(count=count),
        goal=Goal(statement="To help.", members=members),
    )


@pytest.mark.parametrize(
    ("charter", "hours"),
    [
        (charter_with(10, (2, Per.WEEK)), (1040, 1040)),
        (charter_with(10, (2, Per.MONTH)), (240, 240)),
        (charter_with(10, (2, Per.QUARTER)), (80, 80)),
        (charter_with(10, (2, Per.YEAR)), (20, 20)),
        (charter_with(10, (1, Per.WEEK), None, (2, Per.MONTH)), (240, 520)),
        (charter_with(0, (2, Per.WEEK)), (0, 0)),
        (charter_with(None, (2, Per.WEEK)), None),
        (charter_with(10, None), None),
        (charter_with(10), None),
    ],
)
def test_time_invested_is_members_times_their_time(charter: Charter, hours: tuple[float, float] | None):
    assert hours_per_year(charter) == hours
    community = figures(a_catalog(charters={"guides": charter})).communities[CommunityId("guides")]
    assert (community.hours_per_year, community.hours_per_year_high) == (hours or (None, None))
