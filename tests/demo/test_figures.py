"""Every figure of the demo is known in advance: the software's against those worked out by hand from the story."""

from collections import Counter
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from outcome_catalog.demo import LAST_DAY
from outcome_catalog.insights.attention.item import Topic
from outcome_catalog.insights.attention.items import attention_by_community
from outcome_catalog.insights.compute import figures
from outcome_catalog.insights.figures import (
    Figures,
    Grade,
    IndicatorState,
    NotCounted,
    OutputState,
    ReuseState,
    VitalityState,
)
from outcome_catalog.insights.indicator_rollups import indicator_rollups
from outcome_catalog.insights.period_report.compute import period_report
from outcome_catalog.insights.period_report.periods import reported_period
from outcome_catalog.insights.period_report.records import report_records
from outcome_catalog.insights.suggestions import suggestions
from outcome_catalog.insights.uses import COUNTED_GRADES
from outcome_catalog.model.artifact import ArtifactStatus, Mode
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import Aggregation, Lifecycle, Measure
from outcome_catalog.pipeline import load_catalog

EXPECTED: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "expected-figures.yml").read_text(encoding="utf-8"))
COMMUNITIES = sorted(EXPECTED["vitality"])
A_YEAR_BEFORE = date(2025, 6, 30)


@pytest.fixture(scope="module")
def catalog(demo_repository: Path) -> Catalog:
    catalog = load_catalog(demo_repository, as_of=LAST_DAY).catalog
    assert catalog is not None
    return catalog


@pytest.fixture(scope="module")
def shown(catalog: Catalog) -> Figures:
    return figures(catalog)


def test_counted_uses_by_grade(shown: Figures) -> None:
    found = {
        ref: [reuse.counted_by_grade[grade] for grade in COUNTED_GRADES]
        for ref, reuse in shown.artifacts.items()
        if reuse.counted
    }
    assert found == EXPECTED["uses"]


def test_what_is_shown_and_not_counted(shown: Figures) -> None:
    found: dict[str, Counter[str]] = {}
    for event in shown.events:
        if event.not_counted is not None:
            found.setdefault(event.artifact, Counter())[event.not_counted.value] += 1
    assert found == EXPECTED["not_counted"]


def test_every_event_and_its_mode(shown: Figures) -> None:
    assert len(shown.events) == EXPECTED["events"]
    assert Counter(event.mode.value for event in shown.events) == EXPECTED["modes"]


def test_reach_and_days_to_first_reuse(shown: Figures) -> None:
    assert {ref: shown.artifacts[ref].reach for ref in EXPECTED["reach"]} == EXPECTED["reach"]
    days = EXPECTED["days_to_first_reuse"]
    assert {ref: shown.artifacts[ref].days_to_first_reuse for ref in days} == days


def test_what_is_reused_too_young_or_waits(shown: Figures) -> None:
    states = {ref: reuse.state for ref, reuse in shown.artifacts.items()}
    assert len(states) == EXPECTED["artifacts"]
    assert {ref for ref, state in states.items() if state is ReuseState.REUSED} == set(EXPECTED["uses"])
    assert {ref for ref, state in states.items() if state is ReuseState.TOO_YOUNG} == set(EXPECTED["too_young"])


def test_outputs_and_their_periods(shown: Figures) -> None:
    found: dict[str, Any] = {}
    for name, community in shown.communities.items():
        for output, figure in community.outputs.items():
            told = EXPECTED["outputs"].get(f"{name}/{output}", {})
            found[f"{name}/{output}"] = {"state": figure.state.value}
            if "over" in told:
                owed = [period for period in figure.periods if period.expected]
                found[f"{name}/{output}"] |= {
                    "over": {p.label: [p.expected, len(p.delivered)] for p in owed if p.is_over},
                    "running": {p.label: [p.expected, len(p.delivered)] for p in owed if not p.is_over},
                }
    assert found == EXPECTED["outputs"]


def test_roles(shown: Figures) -> None:
    found = {
        f"{name}: {r.role}": r.state.value for name, community in shown.communities.items() for r in community.roles
    }
    assert {role: found[role] for role in EXPECTED["roles"]} == EXPECTED["roles"]


def test_indicators(shown: Figures) -> None:
    found = {
        f"{n}/{i}": figure for n, community in shown.communities.items() for i, figure in community.indicators.items()
    }
    assert set(found) == set(EXPECTED["indicators"])
    for name, told in EXPECTED["indicators"].items():
        assert (name, found[name].state.value) == (name, told["state"])
        assert (name, found[name].estimated) == (name, told.get("estimated", False))
        assert found[name].progress == (
            pytest.approx(float(Fraction(told["progress"]))) if "progress" in told else None
        )


def test_rollups(catalog: Catalog, shown: Figures) -> None:
    found = {
        rollup.indicator: rollup
        for rollup in indicator_rollups(catalog, {name: c.indicators for name, c in shown.communities.items()})
    }
    assert set(found) == set(EXPECTED["rollups"])
    for name, told in EXPECTED["rollups"].items():
        assert (found[name].baseline, found[name].latest, found[name].target) == (
            told["baseline"],
            told["latest"],
            told["target"],
        )
        assert found[name].progress == pytest.approx(float(Fraction(told["progress"])))


@pytest.mark.parametrize("name", COMMUNITIES)
def test_vitality_and_what_speaks_for_it(shown: Figures, name: str) -> None:
    vitality = next(c.vitality for n, c in shown.communities.items() if n == name)
    assert {
        "now": vitality.state.value,
        "uses": sorted(vitality.attested_uses),
        "moved": sorted(vitality.moved_indicators),
    } == {key: told for key, told in EXPECTED["vitality"][name].items() if key != "a_year_before"}


def test_vitality_a_year_before(catalog: Catalog, shown: Figures) -> None:
    records = report_records(catalog, shown)
    everything = reported_period("all", records)
    assert everything is not None
    found = {
        str(c.community): None if c.a_year_before is None else c.a_year_before.state.value
        for c in period_report(records, everything).communities
    }
    assert found == {name: told["a_year_before"] for name, told in EXPECTED["vitality"].items()}


@pytest.mark.parametrize("name", COMMUNITIES)
def test_benefits(shown: Figures, name: str) -> None:
    community = next(c for n, c in shown.communities.items() if n == name)
    found = [[b.unit, b.grade.value, b.floor, b.ceiling, len(b.uses), b.estimated] for b in community.benefits]
    assert found == EXPECTED["benefits"][name]
    assert [community.hours_per_year, community.hours_per_year_high] == EXPECTED["hours_per_year"][name]


def test_value_cycles(shown: Figures) -> None:
    found = {
        str(name): [cycles.immediate, cycles.potential, cycles.applied, cycles.realised, cycles.reframing]
        for name, cycles in ((name, c.value_cycles) for name, c in shown.communities.items())
    }
    assert found == EXPECTED["cycles"]


def test_what_was_not_possible_before(catalog: Catalog, shown: Figures) -> None:
    records = report_records(catalog, shown)
    everything = reported_period("all", records)
    assert everything is not None
    found: dict[str, set[str]] = {}
    for statement in period_report(records, everything).not_possible_before:
        name = statement.event or f"{statement.community}/{statement.outcome}"
        found.setdefault(statement.standing.value, set()).add(name)
    assert found == {standing: set(names) for standing, names in EXPECTED["not_possible_before"].items()}


def test_what_stewards_have_to_see_to(catalog: Catalog, shown: Figures) -> None:
    found = {
        str(name): [[i.topic.value, i.subject, i.days_overdue] for i in items if i.topic is not Topic.WAITING]
        for name, items in attention_by_community(catalog, shown).items()
    }
    assert {name: items for name, items in found.items() if items} == EXPECTED["attention"]


def test_what_is_suggested_and_by_what(catalog: Catalog) -> None:
    found = [[s.source, s.reusing, *(clue.sign for clue in s.clues)] for s in suggestions(catalog).found]
    assert sorted(found) == EXPECTED["suggestions"]


@pytest.mark.parametrize("period", sorted(EXPECTED["begun_in"]))
def test_uses_that_began_in_a_period(catalog: Catalog, shown: Figures, period: str) -> None:
    records = report_records(catalog, shown)
    reported = reported_period(period, records)
    assert reported is not None
    by_grade = period_report(records, reported).reuse.by_grade
    assert [by_grade[grade] for grade in COUNTED_GRADES] == EXPECTED["begun_in"][period]


def test_every_state_occurs(catalog: Catalog, shown: Figures) -> None:
    communities = shown.communities.values()
    assert {event.grade for event in shown.events} == set(Grade)
    assert {event.not_counted for event in shown.events} == {*NotCounted, None} - {NotCounted.LEFT_OUT}
    assert {event.mode for event in shown.events} == set(Mode)
    assert {reuse.state for reuse in shown.artifacts.values()} == set(ReuseState)
    assert {output.state for c in communities for output in c.outputs.values()} == set(OutputState)
    assert {indicator.state for c in communities for indicator in c.indicators.values()} == set(IndicatorState)
    assert {c.vitality.state for c in communities} == set(VitalityState) - {VitalityState.NOT_MEASURED}
    assert {c.charter.lifecycle for c in catalog.communities.values()} == set(Lifecycle)
    assert {artifact.status for artifact in catalog.artifacts.values()} == set(ArtifactStatus)
    indicators = [i for c in catalog.communities.values() for i in c.charter.indicators]
    assert {i.measure for i in indicators} == set(Measure)
    assert {i.aggregation for i in indicators} == set(Aggregation)


def test_every_kind_and_every_form_of_promise_occurs(catalog: Catalog) -> None:
    assert {artifact.kind for artifact in catalog.artifacts.values()} == set(catalog.kinds)
    promises = [promise for c in catalog.communities.values() for promise in c.charter.expected_outputs]
    assert {promise.quantity.per.value for promise in promises if promise.quantity} == {"month", "quarter", "year"}
    assert any(promise.due for promise in promises)
    assert any(promise.standing for promise in promises)
