"""Home: the quarter's figures, what is new, used and waiting, and the zeros."""

import pytest
from tests.insights.catalogs import a_catalog, a_record, an_artifact, day, used_since
from tests.publish.pages.desk import an_organisation
from tests.publish.pages.rendering import a_context, page, rendered, titles

from outcome_catalog.model.artifact import ArtifactStatus, Mode
from outcome_catalog.model.reuse import UsedBy
from outcome_catalog.publish.pages.quarters import quarter_of, quarters


def test_home_counts_the_running_quarter_and_the_one_before() -> None:
    meta = page("./")
    outputs, uses, moves = meta["quarter"]["figures"]
    assert meta["quarter"]["label"] == "2026-Q2"
    assert (outputs["count"], outputs["text"], outputs["url"]) == (1, "output", "reports/2026-Q2/#outputs")
    assert (uses["count"], uses["before"]) == (1, "0 in 2026-Q1")
    assert (moves["count"], moves["url"]) == (1, "reports/2026-Q2/#moves")


def test_home_lists_what_is_new_used_and_waiting() -> None:
    meta = page("./")
    assert titles(meta["newest"]["rows"]) == ["New sheet", "Visit plan", "Idle sheet", "Greet first"]
    assert titles(meta["most_reused"]["rows"]) == ["Greet first"]
    assert titles(meta["waiting"]["rows"]) == ["Visit plan", "Idle sheet"]
    assert [entry["grade"] for entry in meta["newest_reuse"]["entries"]] == ["claimed", "verified"]


def test_home_says_zero_where_there_is_nothing() -> None:
    meta = page("./", a_catalog(organisation=an_organisation()))
    assert [figure["text"] for figure in meta["quarter"]["figures"]] == [
        "no outputs",
        "no uses recorded",
        "no indicator moved the right way",
    ]
    html = rendered(meta, "./")
    for sentence in ("No output has been published yet.", "No use has been recorded yet.", "Nothing is waiting"):
        assert sentence in html


def test_a_plan_is_no_use() -> None:
    artifact = an_artifact("desk/a", date=day("2025-06-01"))
    plan, use = (
        a_record(
            f"desk/2026-06-01-{mode}",
            "desk/a",
            mode=mode,
            date=used_since("2026-06-01"),
            used_by=UsedBy(external=mode),
        )
        for mode in (Mode.PLANNED, Mode.AS_IS)
    )
    meta = page("./", a_catalog(artifact, plan, use, organisation=an_organisation()))
    assert meta["quarter"]["figures"][1]["count"] == 1
    assert titles([entry["artifact"] for entry in meta["newest_reuse"]["entries"]]) == ["a"]


def test_a_draft_is_no_output() -> None:
    catalog = a_catalog(
        an_artifact("desk/a", date=day("2026-06-01"), status=ArtifactStatus.DRAFT), organisation=an_organisation()
    )
    assert page("./", catalog)["quarter"]["figures"][0]["count"] == 0


@pytest.mark.parametrize(
    ("when", "starts", "label", "first", "last"),
    [
        ("2026-06-30", "01-01", "2026-Q2", "2026-04-01", "2026-06-30"),
        ("2026-06-30", "04-01", "2026-Q1", "2026-04-01", "2026-06-30"),
        ("2026-03-31", "04-01", "2025-Q4", "2026-01-01", "2026-03-31"),
        ("2026-01-01", "10-01", "2025-Q2", "2026-01-01", "2026-03-31"),
        ("2026-04-05", "04-06", "2025-Q4", "2026-01-06", "2026-04-05"),
        ("2026-04-06", "04-06", "2026-Q1", "2026-04-06", "2026-07-05"),
        ("2026-02-28", "11-30", "2025-Q2", "2026-02-28", "2026-05-29"),
    ],
)
def test_a_quarter_follows_the_reporting_year(when: str, starts: str, label: str, first: str, last: str) -> None:
    found, period = quarter_of(day(when), starts)
    assert (found, period.start, period.end) == (label, day(first), day(last))


def test_quarters_leave_no_gap_and_count_each_record_once() -> None:
    found = quarters(a_context())
    assert [quarter.label for quarter in found] == [f"{y}-Q{q}" for y in (2025, 2026) for q in (1, 2, 3, 4)][:6]
    assert sum(len(quarter.outputs) for quarter in found) == 4
    assert sum(len(quarter.uses) for quarter in found) == 2
    assert [(m.before, m.value.value, m.change) for quarter in found for m in quarter.moves] == [(10, 7, 3), (7, 6, 1)]
