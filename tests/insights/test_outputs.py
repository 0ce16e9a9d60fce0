"""Promised and delivered: which period a delivery keeps the promise of, and how a promise stands (data-model §7)."""

from typing import Any

import pytest

from outcome_catalog.insights.compute import figures
from outcome_catalog.insights.deliveries import LONGEST_LIST
from outcome_catalog.insights.figures import OutputFigure, OutputState
from outcome_catalog.model.artifact import Artifact, ArtifactStatus
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import ExpectedOutput, Lifecycle, LifecycleChange, Quantity
from outcome_catalog.model.dates import Per, ReportingPeriod
from outcome_catalog.model.history import Depth
from outcome_catalog.model.ids import ArtifactRef, CommunityId, KindId, OutputId
from tests.insights.catalogs import Git, a_catalog, a_charter, an_artifact, an_organisation, artifact_path, day
from tests.insights.english import english

MET, PARTLY, NOTHING = OutputState.MET, OutputState.PARTLY, OutputState.NOTHING_YET
OVERDUE, NOT_DUE = OutputState.OVERDUE, OutputState.NOT_DUE


def promise(**values: Any) -> ExpectedOutput:
    return ExpectedOutput(id=OutputId("report"), title="Report", kind=KindId("how-to"), **values)


def per(count: int, length: Per = Per.YEAR) -> ExpectedOutput:
    return promise(quantity=Quantity(count=count, per=length))


def a_delivery(slug: str, on: str = "2025-03-01", period: str | None = None, **values: Any) -> Artifact:
    about = None if period is None else ReportingPeriod.parse(period)
    return an_artifact(f"guides/{slug}", date=day(on), period=about, output=OutputId("report"), **values)


def figure_of(
    promised: ExpectedOutput, *artifacts: Artifact, charter: dict[str, Any] | None = None, **catalog: Any
) -> OutputFigure:
    given = {"started": day("2024-01-01")} | (charter or {})
    guides = a_charter("guides", expected_outputs=(promised,), **given)
    made = a_catalog(*artifacts, charters={"guides": guides}, **catalog)
    return figures(made).communities[CommunityId("guides")].outputs[OutputId("report")]


def per_period(figure: OutputFigure) -> dict[str, tuple[int, int, bool]]:
    return {p.label: (p.expected, len(p.delivered), p.is_over) for p in figure.periods}


def on_dates(*dates: str, **values: Any) -> list[Artifact]:
    return [a_delivery(f"d{number}", on, **values) for number, on in enumerate(dates)]


@pytest.mark.parametrize(
    ("dates", "state"),
    [
        (("2025-02-01", "2025-03-01"), MET),
        (("2025-02-01", "2025-03-01", "2025-04-01"), MET),
        (("2025-02-01", "2026-03-01"), PARTLY),
        (("2024-02-01", "2024-03-01"), OVERDUE),
        (("2026-02-01",), OVERDUE),
        ((), NOTHING),
    ],
)
def test_a_quantity_is_judged_by_the_latest_period_that_is_over(dates: tuple[str, ...], state: OutputState):
    figure = figure_of(per(2), *on_dates(*dates))
    assert figure.state is state
    assert [(p.label, p.expected, p.is_over) for p in figure.periods] == [
        ("2024", 2, True),
        ("2025", 2, True),
        ("2026", 2, False),
    ]


def test_deliveries_are_listed_oldest_first_with_those_outside_every_period():
    figure = figure_of(per(1), *on_dates("2025-02-01", "2019-02-01"))
    assert figure.delivered == ("guides/d1", "guides/d0")
    assert per_period(figure)["2025"] == (1, 1, True)
    assert sum(len(p.delivered) for p in figure.periods) == 1


def test_drafts_and_other_outputs_are_no_deliveries():
    draft = a_delivery("draft", status=ArtifactStatus.DRAFT)
    retired = a_delivery("retired", status=ArtifactStatus.RETIRED)
    other = an_artifact("guides/other", output=OutputId("something-else"), date=day("2025-03-01"))
    none = an_artifact("guides/none", date=day("2025-03-01"))
    assert figure_of(per(1), draft, retired, other, none).delivered == ("guides/retired",)


def test_a_translation_is_a_delivery_unless_its_original_is_one_of_the_same_output():
    original = a_delivery("one")
    again = a_delivery("one-fr", translation_of=ArtifactRef("guides/one"))
    elsewhere = an_artifact("desk/two", output=OutputId("report"))
    translated = a_delivery("two-fr", "2025-04-01", translation_of=ArtifactRef("desk/two"))
    draft = a_delivery("three", status=ArtifactStatus.DRAFT)
    of_draft = a_delivery("three-fr", "2025-05-01", translation_of=ArtifactRef("guides/three"))
    figure = figure_of(per(1), original, again, elsewhere, translated, draft, of_draft)
    assert figure.delivered == ("guides/one", "guides/two-fr", "guides/three-fr")


@pytest.mark.parametrize(
    ("period", "length", "kept"),
    [
        ("2024", Per.YEAR, ["2024"]),
        ("2024-11", Per.YEAR, ["2024"]),
        ("2024-Q3", Per.QUARTER, ["2024-Q3"]),
        ("2024-H2", Per.QUARTER, ["2024-Q3", "2024-Q4"]),
        ("2024", Per.QUARTER, ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]),
        ("2024-11/2025-01", Per.YEAR, ["2025"]),
        ("2024-11/2025-01", Per.QUARTER, ["2025-Q1"]),
        ("2024-11/2025-01", Per.MONTH, ["2024-11", "2024-12", "2025-01"]),
        ("2024-01/2025-01", Per.QUARTER, ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]),
        ("2022", Per.YEAR, []),
        ("2027", Per.YEAR, []),
        ("2022-11/2024-12", Per.YEAR, ["2024"]),
    ],
)
def test_a_report_keeps_the_promise_of_the_periods_it_is_about(period: str, length: Per, kept: list[str]):
    figure = figure_of(per(1, length), a_delivery("one", "2026-06-01", period))
    assert [p.label for p in figure.periods if p.delivered] == kept


def test_periods_follow_the_reporting_year():
    organisation = an_organisation(reporting_year_starts="07-01")
    figure = figure_of(
        per(4),
        *on_dates("2025-06-30", "2025-07-01"),
        charter={"started": day("2024-07-01")},
        organisation=organisation,
    )
    assert per_period(figure) == {"2024/25": (4, 1, True), "2025/26": (4, 1, False)}


def test_the_first_and_the_last_period_expect_their_share_rounded_down():
    charter = {"started": day("2024-07-02"), "lifecycle": Lifecycle.CLOSED, "ends": day("2025-12-30")}
    assert per_period(figure_of(per(4), charter=charter)) == {"2024": (2, 0, True), "2025": (3, 0, True)}


def test_the_last_period_of_what_has_closed_is_over_with_it():
    charter = {"lifecycle": Lifecycle.CLOSED, "started": day("2025-01-01"), "ends": day("2026-03-31")}
    assert per_period(figure_of(per(4), charter=charter)) == {"2025": (4, 0, True), "2026": (0, 0, True)}


def test_a_period_that_expects_nothing_is_not_judged():
    history = (
        LifecycleChange(date=day("2025-01-01"), state=Lifecycle.PAUSED),
        LifecycleChange(date=day("2026-01-01"), state=Lifecycle.ACTIVE),
    )
    figure = figure_of(per(2), *on_dates("2024-02-01"), charter={"lifecycle_history": history})
    assert (figure.state, english(figure.why).partition(":")[0]) == (PARTLY, "2024")


def test_paused_days_expect_nothing():
    history = (
        LifecycleChange(date=day("2025-04-01"), state=Lifecycle.PAUSED),
        LifecycleChange(date=day("2025-10-01"), state=Lifecycle.ACTIVE),
    )
    figure = figure_of(per(2, Per.QUARTER), charter={"started": day("2025-01-01"), "lifecycle_history": history})
    assert [p.expected for p in figure.periods] == [2, 0, 0, 2, 2, 2]


@pytest.mark.parametrize(
    ("dates", "state"), [((), NOT_DUE), (("2026-02-01",), NOT_DUE), (("2026-02-01", "2026-03-01"), MET)]
)
def test_the_unfinished_period_is_never_held_against_a_community(dates: tuple[str, ...], state: OutputState):
    figure = figure_of(per(2), *on_dates(*dates), charter={"started": day("2026-01-01")})
    assert figure.state is state


@pytest.mark.parametrize(("today", "state"), [("2026-04-02", MET), ("2026-04-03", OVERDUE)])
def test_a_report_has_a_quarter_after_its_period(today: str, state: OutputState):
    figure = figure_of(per(1), a_delivery("one", "2025-02-01", "2024"), as_of=day(today))
    assert figure.state is state


def test_what_is_no_report_has_no_grace():
    assert figure_of(per(1), *on_dates("2024-02-01"), as_of=day("2026-01-01")).state is OVERDUE


def test_a_charter_of_the_future_expects_nothing():
    figure = figure_of(per(1), charter={"started": day("2027-01-01")})
    assert (figure.state, figure.periods) == (NOT_DUE, ())


def test_a_very_long_list_holds_the_latest_periods():
    figure = figure_of(per(1, Per.MONTH), charter={"started": day("0001-01-01")})
    assert (len(figure.periods), figure.periods[-1].label) == (LONGEST_LIST, "2026-06")


@pytest.mark.parametrize(
    ("dates", "today", "state", "word"),
    [
        (("2025-03-01",), "2026-06-30", MET, "in time"),
        (("2025-06-01", "2026-01-01"), "2026-06-30", MET, "in time"),
        (("2025-06-03",), "2026-06-30", MET, "2 days after"),
        ((), "2025-06-01", NOT_DUE, "Due on"),
        ((), "2025-06-02", OVERDUE, "not delivered"),
    ],
)
def test_what_is_due_is_met_late_or_not(dates: tuple[str, ...], today: str, state: OutputState, word: str):
    figure = figure_of(promise(due=day("2025-06-01")), *on_dates(*dates), as_of=day(today))
    assert (figure.state, figure.periods) == (state, ())
    assert word in english(figure.why)


@pytest.mark.parametrize(("changed", "state"), [("2026-06-01", MET), ("2025-06-01", PARTLY)])
def test_what_is_standing_is_met_while_it_is_kept_alive(changed: str, state: OutputState):
    git = Git()
    git.commit("writer", "2024-02-01", artifact_path("guides/d0"))
    git.commit("writer", changed, artifact_path("guides/d0"))
    figure = figure_of(promise(standing=True), *on_dates("2024-02-01"), history=git.history)
    assert figure.state is state


def test_what_was_changed_where_it_lay_before_is_kept_alive_all_the_same():
    git = Git()
    git.commit("writer", "2024-02-01", artifact_path("desk/d0"))
    git.commit("writer", "2026-06-01", artifact_path("desk/d0"))
    git.move("writer", "2026-06-02", artifact_path("desk/d0"), artifact_path("guides/d0"))
    assert figure_of(promise(standing=True), *on_dates("2024-02-01"), history=git.history).state is MET


def test_what_is_standing_and_not_there_is_nothing_yet():
    git = Git()
    git.commit("writer", "2026-06-01", artifact_path("guides/other"))
    assert figure_of(promise(standing=True), an_artifact("guides/other"), history=git.history).state is NOTHING


def test_without_git_nobody_can_say_that_what_is_standing_is_kept_alive():
    figure = figure_of(promise(standing=True), *on_dates("2026-06-29"))
    assert figure.state is PARTLY
    assert "no git history" in english(figure.why)


def test_a_shallow_clones_oldest_commit_keeps_nothing_alive():
    git = Git(Depth.SHALLOW)
    git.commit("writer", "2026-06-01", artifact_path("guides/d0"))
    assert figure_of(promise(standing=True), *on_dates("2024-02-01"), history=git.history).state is PARTLY


@pytest.mark.parametrize("lifecycle", [Lifecycle.CLOSED, Lifecycle.PAUSED])
def test_who_is_closed_or_paused_owes_nothing_more(lifecycle: Lifecycle):
    charter = {"lifecycle": lifecycle, "ends": day("2025-12-31")}
    overdue = promise(due=day("2025-06-01"))
    assert figure_of(overdue, charter=charter).state is NOTHING
    assert figure_of(per(1), *on_dates("2024-02-01"), charter=charter).state is PARTLY
    assert figure_of(per(1), charter=charter).state is NOTHING
    assert figure_of(per(1), *on_dates("2025-02-01"), charter=charter).state is MET


def test_who_is_only_proposed_owes_nothing_yet():
    charter = {"lifecycle": Lifecycle.PROPOSED}
    for promised in (per(1), promise(due=day("2025-06-01")), promise(standing=True)):
        assert figure_of(promised, charter=charter).state is NOT_DUE


def test_an_example_from_the_whole_catalog_to_the_sentence():
    assert english(figure_of(per(2), *on_dates("2025-02-01")).why) == (
        "2025: 2 promised, 1 delivered. Kept in 0 of 2 periods that are over."
    )


def test_figures_are_in_charter_order():
    outputs = tuple(ExpectedOutput(id=OutputId(i), title=i, kind=KindId("how-to"), standing=True) for i in "bac")
    made: Catalog = a_catalog(charters={"guides": a_charter("guides", expected_outputs=outputs)})
    assert list(figures(made).communities[CommunityId("guides")].outputs) == ["b", "a", "c"]
