"""Odd input through real files: each has a result of its own, nothing divides by zero, nothing is dropped silently."""

import math
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from outcome_catalog.insights.compute import figures
from outcome_catalog.insights.figures import (
    Grade,
    IndicatorFigure,
    IndicatorState,
    NotCounted,
    OutputState,
    ReuseEvent,
    VitalityState,
)
from outcome_catalog.insights.period_report.compute import period_report
from outcome_catalog.insights.period_report.periods import reported_period
from outcome_catalog.insights.period_report.records import report_records
from outcome_catalog.pipeline import LoadResult, load_catalog
from tests.insights.english import english
from tests.publish.engine.projects import (
    PEOPLE,
    artifact,
    charter,
    commit_all,
    git,
    reuse,
    write_artifact,
    write_project,
    write_yaml,
)

CHARTER = "communities/guild/charter.yml"
VALUES = "communities/guild/measurements/response-time.yml"
RECORD = "communities/guild/reuse/2024-06-01-course.yml"
SOURCE = "communities/guild/artifacts/sort-calls.md"
ENTRY, COURSE = "circle/sort-leads>guild/sort-calls", "guild/2024-06-01-course"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def loaded(root: Path, as_of: date = date(2025, 6, 30)) -> LoadResult:
    """What *root* holds; committed as it is unless the test has done that."""
    if not (root / ".git").exists():
        commit_all(root)
    return load_catalog(root, as_of=as_of, today=date(2025, 12, 31))


def errors(result: LoadResult) -> set[str]:
    return {f"{f.code} {f.span.path}" for f in result.report if f.severity.value == "error"}


def left_out(result: LoadResult) -> set[str]:
    assert result.catalog is not None
    return {document.path for document in result.catalog.left_out}


def events(result: LoadResult) -> dict[str, ReuseEvent]:
    assert result.catalog is not None
    return {event.id: event for event in figures(result.catalog).events}


def indicator(root: Path, **changed: Any) -> None:
    """The guild's indicator with other values: from 30 hours on 1 Jan 2024 down to 8 on 1 Jan 2030 otherwise."""
    text = charter("Care guild")
    text["outcomes"][0]["indicators"][0].update(changed)
    write_yaml(root / CHARTER, text)


def at(day: str, value: object) -> dict[str, object]:
    return {"date": day, "value": value}


def measured(root: Path, *values: tuple[str, object]) -> None:
    write_yaml(root / VALUES, {"indicator": "response-time", "values": [at(day, value) for day, value in values]})


def figure(root: Path, as_of: date = date(2025, 6, 30)) -> IndicatorFigure:
    result = loaded(root, as_of)
    assert errors(result) == set()
    assert result.catalog is not None
    return figures(result.catalog).communities["guild"].indicators["response-time"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("value", "state", "progress"),
    [(30, IndicatorState.ACHIEVED, 1.0), (20, IndicatorState.ACHIEVED, 1.0), (31, IndicatorState.WORSENED, None)],
)
def test_a_target_equal_to_its_baseline_asks_to_keep_it(
    root: Path, value: float, state: IndicatorState, progress: float | None
):
    indicator(root, targets=[at("2026-01-01", 30)])
    measured(root, ("2024-05-01", value))
    found = figure(root)
    assert (found.state, found.progress) == (state, progress)
    assert "target-direction" in {finding.code for finding in loaded(root).report}, "and a warning says that it is odd"


def test_a_target_equal_to_its_baseline_and_not_kept_is_missed_once_its_day_has_gone(root: Path):
    indicator(root, targets=[at("2025-01-01", 30)])
    measured(root, ("2024-05-01", 31))
    assert figure(root).state is IndicatorState.MISSED


@pytest.mark.parametrize("way", [5e-324, 1e-300, 1e-9])
@pytest.mark.parametrize("value", [1e15, -1e15])
def test_a_way_too_small_to_be_measured_is_none(root: Path, way: float, value: float):
    indicator(root, direction="increase", baseline=at("2024-01-01", 0), targets=[at("2026-01-01", way)])
    measured(root, ("2024-05-01", value))
    found = figure(root)
    assert (found.state, found.progress) == (
        (IndicatorState.ACHIEVED, 1.0) if value > 0 else (IndicatorState.WORSENED, None)
    )


@pytest.mark.parametrize("day", ["2023-01-01", "2024-01-01"])
def test_a_target_on_or_before_the_day_of_the_baseline_is_refused_and_told(root: Path, day: str):
    indicator(root, targets=[at(day, 8)])
    result = loaded(root)
    assert errors(result) == {f"date-order {CHARTER}"}
    assert {CHARTER, SOURCE, RECORD} <= left_out(result), "with the charter goes what lies in its folder, by name"
    assert result.catalog is not None
    assert sorted(figures(result.catalog).communities) == ["circle"]


@pytest.mark.parametrize("day", ["2023-05-01", "2024-01-01"])
def test_a_measurement_before_the_baseline_is_shown_and_judges_nothing(root: Path, day: str):
    measured(root, (day, 20))
    found = figure(root)
    assert (found.state, found.latest, found.progress) == (IndicatorState.NOT_MEASURED, None, None)
    assert [value.value for value in found.values] == [20]
    assert "1 value of the baseline's day or before says nothing of it." in english(found.why)


def test_without_any_measurement_it_is_not_measured_and_not_nothing(root: Path):
    found = figure(root)
    assert (found.state, found.progress, found.values) == (IndicatorState.NOT_MEASURED, None, ())
    assert english(found.why) == "No value since the baseline of 1 Jan 2024."


def test_a_measurement_without_values_is_refused_and_told(root: Path):
    write_yaml(root / VALUES, {"indicator": "response-time", "values": []})
    assert left_out(loaded(root)) == {VALUES}


@pytest.mark.parametrize(
    ("value", "progress", "state"), [(True, 1.0, IndicatorState.ACHIEVED), (False, 0.0, IndicatorState.BEHIND)]
)
def test_a_yes_no_indicator_is_done_or_not(root: Path, value: bool, progress: float, state: IndicatorState):
    indicator(
        root,
        measure="yes-no",
        direction="increase",
        baseline=at("2024-01-01", False),
        targets=[at("2026-01-01", True)],
    )
    measured(root, ("2024-05-01", value))
    found = figure(root)
    assert (found.progress, found.state) == (progress, state)
    assert f"{'yes' if value else 'no'} on 1 May 2024, yes wanted" in english(found.why)


@pytest.mark.parametrize(("value", "fits"), [(7, "yes-no"), (True, "number")])
def test_a_value_of_another_measure_is_refused_and_told(root: Path, value: object, fits: str):
    if fits == "yes-no":
        ends = {"baseline": at("2024-01-01", False), "targets": [at("2026-01-01", True)]}
        indicator(root, measure="yes-no", direction="increase", **ends)
    measured(root, ("2024-05-01", value))
    result = loaded(root)
    assert errors(result) == {f"measured-value-type {VALUES}"}
    assert left_out(result) == {VALUES}


def test_a_scale_moves_by_its_steps(root: Path):
    indicator(root, measure="scale", direction="increase", baseline=at("2024-01-01", 2), targets=[at("2026-01-01", 4)])
    measured(root, ("2024-05-01", 3))
    assert (figure(root).progress, figure(root).state) == (0.5, IndicatorState.BEHIND)


@pytest.mark.parametrize("text", [".nan", "NaN", ".inf", "-.inf", "Infinity", "1e999", "9" * 400, "1e16", "~"])
def test_what_is_no_number_of_this_world_is_refused_and_told(root: Path, text: str):
    measured(root, ("2024-05-01", 20))
    file = root / VALUES
    file.write_text(file.read_text().replace("value: 20", f"value: {text}"))
    result = loaded(root)
    assert left_out(result) == {VALUES}
    assert {error.split()[1] for error in errors(result)} == {VALUES}
    assert result.catalog is not None
    found = figures(result.catalog).communities["guild"].indicators["response-time"]  # type: ignore[index]
    assert found.state is IndicatorState.NOT_MEASURED
    assert math.isfinite(found.time_gone or 0)


def test_a_period_with_no_data_is_reported_with_its_zeros(root: Path):
    result = loaded(root, date(2025, 12, 31))
    assert result.catalog is not None
    records = report_records(result.catalog, figures(result.catalog))
    quiet = reported_period("2025-Q2", records)
    assert quiet is not None
    report = period_report(records, quiet)
    assert {community.vitality.state for community in report.communities} == {VitalityState.SILENT}
    assert all(community.vitality.commits == () for community in report.communities)
    assert "0 commits" in english(report.communities[0].vitality.why)


def test_a_quarter_without_a_delivery_is_listed_with_none(root: Path):
    text = charter("Care guild")
    promise = {**text["expected_outputs"][0], "quantity": {"count": 1, "per": "quarter"}}
    del promise["standing"]
    write_yaml(root / CHARTER, {**text, "expected_outputs": [promise]})
    result = loaded(root)
    assert result.catalog is not None
    found = figures(result.catalog).communities["guild"].outputs["practices"]  # type: ignore[index]
    assert {p.label: (p.expected, len(p.delivered)) for p in found.periods} == {
        "2024-Q1": (1, 1),
        **{f"2024-Q{n}": (1, 0) for n in (2, 3, 4)},
        **{f"2025-Q{n}": (1, 0) for n in (1, 2)},
    }
    assert found.state is OutputState.OVERDUE


@pytest.mark.parametrize(
    ("on", "grade"), [("2024-08-31", Grade.ATTESTED), ("2024-09-01", Grade.ATTESTED), ("2024-09-02", Grade.CLAIMED)]
)
def test_a_person_in_two_units_vouches_for_the_one_of_the_day(root: Path, on: str, grade: Grade):
    """The coach was of sales up to and including 2024-09-01, and is of customer care since."""
    people = [dict(person) for person in PEOPLE["people"]]
    people[2] |= {"unit": "care", "former_units": [{"unit": "sales", "until": "2024-09-01"}]}
    write_yaml(root / "communities/people.yml", {"people": people})
    commit_all(root)
    path = "communities/guild/reuse/2024-08-30-again.yml"
    write_yaml(root / path, reuse(used_in={"title": "Another course", "url": "https://example.org/other"}))
    commit_all(root, day=on, email="coach@example.org")
    assert events(loaded(root))["guild/2024-08-30-again"].grade is grade


def test_an_author_whom_nobody_knows_attests_nothing_and_is_not_named(root: Path):
    commit_all(root, email="stranger@example.org")
    found = events(loaded(root))
    assert (found[COURSE].grade, found[COURSE].counted) == (Grade.CLAIMED, True)
    assert found[ENTRY].party.unit is None
    assert not any(
        "stranger" in english(event.reason) or "An Author" in english(event.reason) for event in found.values()
    )


def test_a_record_of_a_renamed_artifact_follows_it(root: Path):
    commit_all(root)
    git(root, "mv", SOURCE, SOURCE.replace("sort-calls", "sort-all"))
    write_artifact(root, "guild/sort-all", artifact(former=["guild/sort-calls"]))
    commit_all(root, day="2024-08-01")
    result = loaded(root)
    assert errors(result) == set()
    found = events(result)
    assert {found[COURSE].artifact, found["circle/sort-leads>guild/sort-all"].artifact} == {"guild/sort-all"}
    assert all(event.counted for event in found.values())


@pytest.mark.parametrize("moved", [True, False], ids=["renamed without a word", "removed"])
def test_a_record_of_an_artifact_that_is_gone_is_left_out_and_told(root: Path, moved: bool):
    commit_all(root)
    if moved:
        git(root, "mv", SOURCE, SOURCE.replace("sort-calls", "sort-all"))
    else:
        git(root, "rm", "-q", SOURCE)
    git(root, "commit", "-q", "-m", "Take it away", day="2024-08-01")
    result = loaded(root)
    assert errors(result) == {
        "unknown-artifact communities/circle/artifacts/sort-leads.md",
        f"unknown-artifact {RECORD}",
    }
    assert left_out(result) == {"communities/circle/artifacts/sort-leads.md", RECORD}
    assert events(result) == {}


def test_a_record_of_an_artifact_with_errors_is_shown_and_not_counted(root: Path):
    write_artifact(root, "guild/sort-calls", artifact(kind="nonsense"))
    found = events(loaded(root))[COURSE]
    assert (found.counted, found.not_counted) == (False, NotCounted.LEFT_OUT)


def test_without_a_single_commit_everything_is_counted_by_its_own_date(root: Path):
    subprocess.run(["git", "init", "-q", root], check=True)
    result = loaded(root)
    assert result.catalog is not None
    found = figures(result.catalog)
    assert {event.grade for event in found.events} == {Grade.CLAIMED}
    assert found.communities["guild"].vitality.state is VitalityState.NOT_MEASURED  # type: ignore[index]
