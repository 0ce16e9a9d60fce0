"""What a report on a period holds: which records belong to it, and for which day it is judged."""

import datetime
from typing import Any

import pytest

from outcome_catalog.insights.compute import figures
from outcome_catalog.insights.figures import (
    Grade,
    IndicatorState,
    NotCounted,
    OutputState,
    ReuseState,
    RoleState,
    VitalityState,
)
from outcome_catalog.insights.not_possible_before import Standing
from outcome_catalog.insights.period_report.compute import period_report
from outcome_catalog.insights.period_report.figures import PeriodReport, PromiseInPeriod
from outcome_catalog.insights.period_report.periods import period_slug, reported_period, reported_periods
from outcome_catalog.insights.period_report.records import ReportRecords, report_records
from outcome_catalog.model.artifact import Artifact, ArtifactStatus, Mode
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import (
    Aggregation,
    CharterRevision,
    DatedValue,
    ExpectedOutput,
    Goal,
    Lifecycle,
    LifecycleChange,
    MemberCount,
    MemberGoal,
    MemberTime,
    Outcome,
    Quantity,
)
from outcome_catalog.model.dates import Per
from outcome_catalog.model.ids import CommunityId, KindId, OutcomeId, OutputId, UnitId
from outcome_catalog.model.reuse import Benefit, UsedBy, UsedIn
from tests.insights.catalogs import (
    Git,
    a_catalog,
    a_charter,
    a_person,
    a_record,
    an_artifact,
    an_indicator,
    an_organisation,
    artifact_path,
    day,
    measured,
    record_path,
    used_since,
)
from tests.insights.english import english


def records_of(catalog: Catalog) -> ReportRecords:
    return report_records(catalog, figures(catalog))


def report_of(catalog: Catalog, period: str, community: str | None = None) -> PeriodReport:
    records = records_of(catalog)
    reported = reported_period(period, records)
    assert reported is not None, period
    return period_report(records, reported, None if community is None else CommunityId(community))


def promise(name: str = "report", **values: Any) -> ExpectedOutput:
    return ExpectedOutput(id=OutputId(name), title=name, kind=KindId("how-to"), **values)


def delivery(slug: str, on: str, output: str = "report") -> Artifact:
    return an_artifact(f"guides/{slug}", date=day(on), output=OutputId(output))


def promised(*promises: ExpectedOutput, deliveries: tuple[Artifact, ...] = (), **charter: Any) -> Catalog:
    guides = a_charter("guides", expected_outputs=promises, **charter)
    return a_catalog(*deliveries, charters={"guides": guides})


def the_promise(catalog: Catalog, period: str) -> PromiseInPeriod:
    (found,) = report_of(catalog, period).promises
    return found


class TestPeriods:
    def test_every_length_is_listed_from_the_first_record_to_the_running_period(self):
        records = records_of(a_catalog(an_artifact("guides/triage"), as_of=day("2026-02-10"), charters={}))
        labels = [reported.label for reported in reported_periods(records)]
        assert labels[:4] == ["all", "2024", "2025", "2026"]  # the charter started in 2024
        assert labels[-1] == "2026-02"
        assert len(labels) == 1 + 3 + 9 + 26

    @pytest.mark.parametrize(
        ("text", "label"),
        [
            ("2026-02", "2026-02"),
            (" 2026-q1", "2026-Q1"),
            ("2025", "2025"),
            ("ALL", "all"),
            ("2026-03", None),
            ("2027", None),
            ("2025/26", None),
            ("2025-13", None),
            ("0000", None),
            ("last year", None),
            ("", None),
        ],
    )
    def test_a_period_is_named_as_it_is_labelled(self, text: str, label: str | None):
        records = records_of(a_catalog(an_artifact("guides/triage"), as_of=day("2026-02-10")))
        found = reported_period(text, records)
        assert (found and found.label) == label

    @pytest.mark.parametrize("text", ["2025/26", "2025-2026", "2025"])
    def test_a_reporting_year_that_is_no_calendar_year_has_three_names(self, text: str):
        organisation = an_organisation(reporting_year_starts="04-01")
        records = records_of(a_catalog(an_artifact("guides/triage"), organisation=organisation))
        found = reported_period(text, records)
        assert found is not None
        assert (found.label, found.period.start, found.period.end) == ("2025/26", day("2025-04-01"), day("2026-03-31"))

    @pytest.mark.parametrize("text", ["2025/26-Q4", "2025-2026-Q4", "2025-Q4"])
    def test_so_have_its_quarters(self, text: str):
        organisation = an_organisation(reporting_year_starts="04-01")
        records = records_of(a_catalog(an_artifact("guides/triage"), organisation=organisation))
        found = reported_period(text, records)
        assert found is not None
        assert (found.label, found.period.start) == ("2025/26-Q4", day("2026-01-01"))

    @pytest.mark.parametrize("text", ["2025/27", "2025-2027", "2025/26-01", "2025-2026-01"])
    def test_years_that_do_not_follow_each_other_name_nothing(self, text: str):
        organisation = an_organisation(reporting_year_starts="04-01")
        assert reported_period(text, records_of(a_catalog(organisation=organisation))) is None

    @pytest.mark.parametrize(
        ("label", "slug"),
        [("2011/12", "2011-2012"), ("2011-12", "2011-12"), ("1999/00-Q2", "1999-2000-Q2"), ("all", "all")],
    )
    def test_no_two_periods_share_an_address(self, label: str, slug: str):
        assert period_slug(label) == slug

    def test_an_empty_catalog_has_the_running_periods(self):
        records = records_of(a_catalog(as_of=day("2026-02-10")))
        assert [p.label for p in reported_periods(records)] == ["all", "2026", "2026-Q1", "2026-02"]
        assert report_of(a_catalog(), "all").reuse.uses == ()

    def test_a_period_that_is_over_is_judged_on_its_last_day(self):
        records = records_of(a_catalog(as_of=day("2026-02-10")))
        over, running = reported_period("2025", records), reported_period("2026", records)
        assert over is not None
        assert running is not None
        assert (over.judged_on, over.is_over) == (day("2025-12-31"), True)
        assert (running.judged_on, running.is_over) == (day("2026-02-10"), False)


class TestReuse:
    @pytest.mark.parametrize(
        ("date", "periods"),
        [
            ("2025-05-17", {"2025-05", "2025-Q2", "2025", "all"}),
            ("2025-05", {"2025-05", "2025-Q2", "2025", "all"}),
            ("2025", {"2025", "all"}),
            (None, {"2026-02", "2026-Q1", "2026", "all"}),
        ],
    )
    def test_a_use_belongs_where_it_certainly_began(self, date: str | None, periods: set[str]):
        record = a_record("guides/r", "guides/triage", date=None if date is None else used_since(date))
        git = Git()
        git.commit("author", "2025-01-15", artifact_path("guides/triage"))
        git.commit("author", "2026-02-03", record_path("guides/r"))
        catalog = a_catalog(an_artifact("guides/triage"), record, history=git.history)
        records = records_of(catalog)
        held = {p.label for p in reported_periods(records) if period_report(records, p).reuse.uses}
        assert held == periods

    def test_a_use_dated_too_roughly_is_named_in_the_periods_it_may_have_begun_in(self):
        record = a_record("guides/r", "guides/triage", date=used_since("2025"))
        catalog = a_catalog(an_artifact("guides/triage"), record)
        assert report_of(catalog, "2025-Q3").reuse.dated_too_roughly == ("guides/r",)
        assert report_of(catalog, "2025").reuse.dated_too_roughly == ()
        assert report_of(catalog, "2026").reuse.dated_too_roughly == ()
        assert report_of(catalog, "all").reuse.dated_too_roughly == ()

    def test_no_claim_moves_a_proven_use_to_another_period(self):
        git = Git()
        git.commit("mate", "2025-05-10", record_path("guides/b"))
        mate = a_person("mate", external="Harbour Works")
        proven = a_record("guides/b", "guides/triage", used_in=UsedIn(title="Manual"), date=used_since("2025-05"))
        claim = a_record("guides/a", "guides/triage", used_in=UsedIn(title="Manual"), date=used_since("2025-02"))
        git.commit("stranger", "2025-06-10", record_path("guides/a"))
        catalog = a_catalog(an_artifact("guides/triage"), mate, proven, claim, history=git.history)
        assert report_of(catalog, "2025-Q1").reuse.by_grade[Grade.ATTESTED] == 0
        assert report_of(catalog, "2025-Q2").reuse.by_grade[Grade.ATTESTED] == 1

    def test_what_is_not_counted_is_shown_by_its_reason(self):
        given = {"date": used_since("2025-05")}
        catalog = a_catalog(
            an_artifact("guides/triage"),
            a_record("guides/a", "guides/triage", mode=Mode.PLANNED, **given),
            a_record("guides/b", "guides/triage", mode=Mode.TRIED_REJECTED, **given),
            a_record("guides/c", "guides/gone", **given),
        )
        found = report_of(catalog, "2025").reuse
        assert found.uses == ()
        assert {r: n for r, n in found.not_counted.items() if n} == {
            NotCounted.PLANNED: 1,
            NotCounted.REJECTED: 1,
            NotCounted.BROKEN: 1,
        }
        assert {event.id for event in found.shown} == {"guides/a", "guides/b", "guides/c"}

    def test_parties_and_units_are_counted_apart(self):
        team = UsedBy(unit=UnitId("field"), community=CommunityId("crew"))
        given = {"date": used_since("2025-05")}
        catalog = a_catalog(
            an_artifact("guides/triage"),
            an_artifact("guides/other"),
            an_artifact("crew/notes"),
            a_record("guides/a", "guides/triage", used_by=team, **given),
            a_record("guides/b", "guides/other", used_by=team, **given),
            a_record("guides/c", "guides/other", **given),
        )
        found = report_of(catalog, "2025").reuse
        assert [(p.party.community, p.party.external, len(p.uses)) for p in found.parties] == [
            ("crew", None, 2),
            (None, "Harbour Works", 1),
        ]
        assert [(p.party.unit, len(p.uses)) for p in found.units] == [("field", 2)]
        assert found.by_grade == {Grade.CLAIMED: 3, Grade.ATTESTED: 0, Grade.VERIFIED: 0}

    def test_what_was_used_before_its_present_community_began_is_counted_all_the_same(self):
        moved = an_artifact("guides/triage", date=day("2024-01-15"))
        catalog = a_catalog(
            moved,
            a_record("guides/a", "guides/triage", date=used_since("2024-05")),
            charters={"guides": a_charter("guides", started=day("2025-01-01"), indicators=(an_indicator(),))},
        )
        found = report_of(catalog, "2024")
        assert [use.id for use in found.reuse.uses] == ["guides/a"]
        assert found.cycles.potential == ("guides/triage",)
        assert found.artifacts[ReuseState.REUSED] == ("guides/triage",)
        assert (found.communities, found.promises, found.indicators) == ((), (), ())

    def test_one_communitys_report_holds_only_its_own(self):
        given = {"date": used_since("2025-05")}
        catalog = a_catalog(
            an_artifact("guides/triage"),
            an_artifact("crew/notes"),
            a_record("guides/a", "guides/triage", **given),
            a_record("crew/b", "crew/notes", **given),
        )
        assert [use.id for use in report_of(catalog, "2025", "crew").reuse.uses] == ["crew/b"]
        assert len(report_of(catalog, "2025").reuse.uses) == 2


class TestPromises:
    def test_a_quantity_is_due_with_each_of_its_periods_that_ends_in_the_reported_one(self):
        made = (delivery("one", "2025-01-15"), delivery("two", "2025-08-15"))
        catalog = promised(promise(quantity=Quantity(count=1, per=Per.QUARTER)), deliveries=made)
        found = the_promise(catalog, "2025")
        assert (found.expected, len(found.delivered), found.due, found.kept) == (4, 2, 4, 2)
        assert found.state is OutputState.PARTLY
        assert [period.label for period in found.periods] == ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]

    def test_a_month_in_which_nothing_falls_due_says_nothing_of_a_yearly_promise(self):
        catalog = promised(promise(quantity=Quantity(count=1, per=Per.YEAR)))
        assert report_of(catalog, "2025-06").promises == ()
        assert the_promise(catalog, "2025-12").state is OutputState.NOTHING_YET

    def test_a_running_period_is_not_held_against_anybody(self):
        catalog = promised(promise(quantity=Quantity(count=2, per=Per.YEAR)), deliveries=(delivery("a", "2026-02-01"),))
        found = the_promise(catalog, "2026")
        assert (found.state, found.expected, found.due, found.kept) == (OutputState.NOT_DUE, 0, 0, 0)
        assert len(found.delivered) == 1

    def test_all_time_holds_every_period_and_the_running_one(self):
        made = (delivery("a", "2024-02-01"), delivery("b", "2026-02-01"))
        catalog = promised(promise(quantity=Quantity(count=1, per=Per.YEAR)), deliveries=made)
        found = the_promise(catalog, "all")
        assert (found.expected, found.due, found.kept, len(found.delivered)) == (2, 2, 1, 2)

    def test_overdue_is_what_came_before_and_came_no_more(self):
        catalog = promised(promise(quantity=Quantity(count=1, per=Per.YEAR)), deliveries=(delivery("a", "2024-02-01"),))
        assert the_promise(catalog, "2024").state is OutputState.MET
        assert the_promise(catalog, "2025").state is OutputState.OVERDUE

    def test_a_due_output_is_carried_on_until_it_is_delivered(self):
        catalog = promised(promise(due=day("2025-03-31")), deliveries=(delivery("a", "2025-10-01"),))
        states = {
            label: report_of(catalog, label).promises
            for label in ("2024-Q4", "2025-Q1", "2025-Q3", "2025-Q4", "2026-Q1")
        }
        assert {label: [p.state for p in found] for label, found in states.items()} == {
            "2024-Q4": [],
            "2025-Q1": [OutputState.OVERDUE],
            "2025-Q3": [OutputState.OVERDUE],
            "2025-Q4": [OutputState.MET],
            "2026-Q1": [],
        }
        assert "184 days after" in english(the_promise(catalog, "2025-Q4").why)

    def test_a_due_day_that_is_ahead_is_not_due(self):
        found = the_promise(promised(promise(due=day("2026-12-01"))), "2026")
        assert (found.state, found.expected, found.due, found.kept) == (OutputState.NOT_DUE, 0, 0, 0)

    def test_what_is_delivered_before_its_day_is_met_and_not_due(self):
        catalog = promised(promise(due=day("2026-12-01")), deliveries=(delivery("a", "2026-02-01"),))
        found = the_promise(catalog, "2026")
        assert (found.state, found.due, found.kept, found.fulfilled) == (OutputState.MET, 0, 0, 0)

    def test_what_is_carried_on_counts_in_the_period_of_its_day_alone(self):
        catalog = promised(promise(due=day("2025-03-31")), deliveries=(delivery("a", "2025-10-01"),))
        counts = {}
        for label in ("2025-Q1", "2025-Q2", "2025-Q4", "2025"):
            found = the_promise(catalog, label)
            counts[label] = (found.due, found.kept, found.is_carried_on)
        assert counts == {
            "2025-Q1": (1, 0, False),
            "2025-Q2": (0, 0, True),
            "2025-Q4": (0, 0, True),
            "2025": (1, 1, False),
        }

    def test_what_came_beyond_what_was_owed_fulfils_nothing_else(self):
        made = tuple(delivery(f"d{number}", "2025-02-01") for number in range(5))
        catalog = promised(promise(quantity=Quantity(count=2, per=Per.QUARTER)), deliveries=made)
        found = the_promise(catalog, "2025")
        assert (found.expected, found.fulfilled, len(found.delivered)) == (8, 2, 5)

    def test_a_standing_output_is_judged_by_activity_alone(self):
        git = Git()
        git.commit("author", "2025-02-01", artifact_path("guides/a"))
        guides = a_charter("guides", expected_outputs=(promise(standing=True),))
        catalog = a_catalog(delivery("a", "2025-02-01"), charters={"guides": guides}, history=git.history)
        kept, stale = the_promise(catalog, "2025-Q1"), the_promise(catalog, "2026-Q1")
        assert (kept.state, kept.expected, kept.due, kept.kept) == (OutputState.MET, None, None, None)
        assert stale.state is OutputState.PARTLY
        assert the_promise(catalog, "2024").state is OutputState.NOTHING_YET

    def test_a_closed_community_is_not_overdue(self):
        changes = (LifecycleChange(date=day("2025-06-01"), state=Lifecycle.CLOSED),)
        given = {"lifecycle": Lifecycle.CLOSED, "lifecycle_history": changes}
        catalog = promised(promise(due=day("2025-03-31")), **given)
        assert the_promise(catalog, "2025-Q1").state is OutputState.OVERDUE
        year = the_promise(catalog, "2025")
        assert (year.state, year.due, year.kept) == (OutputState.NOTHING_YET, 1, 0)

    def test_who_is_closed_keeps_nothing_alive(self):
        changes = (LifecycleChange(date=day("2025-06-01"), state=Lifecycle.CLOSED),)
        given = {"lifecycle": Lifecycle.CLOSED, "lifecycle_history": changes}
        catalog = promised(promise(standing=True), **given)
        assert the_promise(catalog, "2025-Q1").state is OutputState.NOTHING_YET
        assert report_of(catalog, "2025").promises == ()

    def test_who_is_closed_is_not_asked_for_it_again(self):
        changes = (LifecycleChange(date=day("2025-06-01"), state=Lifecycle.CLOSED),)
        given = {"lifecycle": Lifecycle.CLOSED, "lifecycle_history": changes}
        assert report_of(promised(promise(due=day("2025-03-31")), **given), "2026").promises == ()

    def test_what_falls_due_after_a_community_is_closed_is_not_owed(self):
        changes = (LifecycleChange(date=day("2025-06-01"), state=Lifecycle.CLOSED),)
        given = {"lifecycle": Lifecycle.CLOSED, "lifecycle_history": changes}
        found = the_promise(promised(promise(due=day("2025-09-30")), **given), "2025")
        assert (found.state, found.expected, found.due, found.kept) == (OutputState.NOTHING_YET, 0, 0, 0)

    def test_a_proposed_community_owes_nothing(self):
        found = the_promise(promised(promise(due=day("2025-03-31")), lifecycle=Lifecycle.PROPOSED), "2025")
        assert (found.state, found.expected, found.due) == (OutputState.NOT_DUE, 0, 0)

    def test_a_community_that_has_not_started_is_not_there(self):
        catalog = promised(promise(standing=True), started=day("2026-01-01"))
        assert report_of(catalog, "2025").communities == ()
        assert report_of(catalog, "2025").promises == ()

    def test_roles_are_judged_by_what_fell_due(self):
        roles = (
            MemberGoal(role="Writer", makes=(OutputId("yearly"),)),
            MemberGoal(role="Editor", makes=(OutputId("monthly"),)),
            MemberGoal(role="Reader"),
        )
        catalog = promised(
            promise("yearly", quantity=Quantity(count=1, per=Per.YEAR)),
            promise("monthly", quantity=Quantity(count=1, per=Per.MONTH)),
            deliveries=(delivery("a", "2025-06-03", "monthly"),),
            goal=Goal(statement="People find it.", members=roles),
        )
        states = {figure.role: figure.state for figure in report_of(catalog, "2025-06").roles}
        assert states == {
            "Writer": RoleState.NOTHING_DUE,
            "Editor": RoleState.KEPT,
            "Reader": RoleState.NOTHING_NAMED,
        }


class TestIndicators:
    def indicator_in(self, period: str, *values: tuple[str, float]):
        guides = a_charter("guides", indicators=(an_indicator(),))
        catalog = a_catalog(measured("guides", "response-time", *values), charters={"guides": guides})
        (found,) = report_of(catalog, period).indicators
        return found

    def test_it_moves_from_the_last_value_before_the_period(self):
        found = self.indicator_in("2026-Q1", ("2025-11-01", 10), ("2026-02-01", 40), ("2026-03-01", 30))
        assert (found.movement.before, found.movement.change) == (10, 20.0)
        assert found.figure.latest is not None
        assert found.figure.latest.value == 30

    def test_it_moves_from_the_baseline_where_nothing_came_before(self):
        assert self.indicator_in("2026-Q1", ("2026-02-01", 40)).movement.before == 0.0

    def test_it_stands_as_it_stood_then(self):
        found = self.indicator_in("2025-Q4", ("2025-11-01", 10), ("2026-02-01", 40))
        assert found.figure.latest is not None
        assert found.figure.latest.value == 10

    def test_a_target_on_the_last_day_of_a_period_that_is_over_is_judged(self):
        wanted = an_indicator(targets=(DatedValue(date=day("2025-12-31"), value=40.0),))
        guides = a_charter("guides", indicators=(wanted,))
        catalog = a_catalog(measured("guides", "response-time", ("2025-11-01", 10)), charters={"guides": guides})
        (found,) = report_of(catalog, "2025").indicators
        assert found.figure.state is IndicatorState.MISSED

    def test_what_was_measured_before_the_baseline_is_shown_and_moves_nothing(self):
        early = self.indicator_in("2024", ("2024-06-01", 70))
        assert [value.value for value in early.measured] == [70]
        assert early.movement.change is None

    def test_not_measured_in_the_period_is_no_move_of_zero(self):
        assert self.indicator_in("2026-Q1", ("2025-11-01", 10)).movement.change is None
        assert self.indicator_in("2026-Q1", ("2025-11-01", 10), ("2026-02-01", 10)).movement.change == 0.0


class TestValue:
    def test_the_cycles_hold_the_records_of_the_period(self):
        git = Git()
        early = git.commit("author", "2025-02-01", artifact_path("guides/a"))
        late = git.commit("author", "2025-08-01", artifact_path("guides/a"), artifact_path("crew/b"))
        guides = a_charter(
            "guides",
            indicators=(an_indicator(),),
            revisions=(CharterRevision(date=day("2025-08-02"), change="Fewer, better guides"),),
        )
        catalog = a_catalog(
            an_artifact("guides/a"),
            an_artifact("crew/b"),
            an_artifact("crew/draft", status=ArtifactStatus.DRAFT),
            a_record("guides/r", "guides/a", date=used_since("2025-08")),
            measured("guides", "response-time", ("2025-09-01", 5)),
            charters={"guides": guides},
            history=git.history,
        )
        third, first = report_of(catalog, "2025-Q3").cycles, report_of(catalog, "2025-Q1").cycles
        assert third.immediate == (late,)  # one commit in two communities is one commit
        assert third.potential == ("crew/b",)
        assert third.applied == ("guides/r",)
        assert third.realised == (("guides", "response-time"),)
        assert third.reframing == (("guides", 0),)
        assert (first.immediate, first.potential, first.applied) == ((early,), ("guides/a",), ())

    def test_time_is_members_times_hours_for_the_days_on_which_the_community_was_active(self):
        goal = Goal(
            statement="People find it.",
            members=(
                MemberGoal(role="Writer", time=MemberTime(hours=2, per=Per.WEEK)),
                MemberGoal(role="Reader", time=MemberTime(hours=1, per=Per.MONTH)),
            ),
        )
        given = {"goal": goal, "members": MemberCount(count=10, estimated=True), "started": day("2025-07-01")}
        catalog = a_catalog(charters={"guides": a_charter("guides", **given), "crew": a_charter("crew")})
        found = report_of(catalog, "2025").time
        share = 184 / 365.25
        assert found.low == pytest.approx(10 * 12 * share)
        assert found.high == pytest.approx(10 * 104 * share)
        assert (found.of, found.without, found.estimated) == (("guides",), ("crew",), True)

    def test_time_that_nobody_states_is_not_zero(self):
        found = report_of(a_catalog(charters={"guides": a_charter("guides")}), "2025").time
        assert (found.low, found.high) == (None, None)

    def test_vitality_is_told_for_the_judged_day_and_a_year_before(self):
        git = Git()
        git.commit("author", "2024-11-01", artifact_path("guides/a"))
        guides = a_charter("guides", started=day("2023-01-01"))
        catalog = a_catalog(an_artifact("guides/a"), charters={"guides": guides}, history=git.history)
        (now,) = report_of(catalog, "2025").communities
        (first,) = report_of(catalog, "2023").communities
        assert now.vitality.state is VitalityState.SILENT
        assert now.a_year_before is not None
        assert now.a_year_before.state is VitalityState.BUSY
        assert first.a_year_before is None

    def test_artifacts_are_judged_as_of_the_judged_day(self):
        catalog = a_catalog(
            an_artifact("guides/old", date=day("2024-06-01")),
            an_artifact("guides/young", date=day("2025-12-01")),
            an_artifact("guides/later", date=day("2026-02-01")),
            an_artifact("guides/used", date=day("2024-06-01")),
            an_artifact("guides/used-later", date=day("2024-06-01")),
            an_artifact("guides/gone", status=ArtifactStatus.RETIRED),
            a_record("guides/r", "guides/used", date=used_since("2025")),
            a_record("guides/s", "guides/used-later", date=used_since("2026-01")),
        )
        assert report_of(catalog, "2025").artifacts == {
            ReuseState.REUSED: ("guides/used",),
            ReuseState.WAITING: ("guides/old", "guides/used-later"),
            ReuseState.TOO_YOUNG: ("guides/young",),
        }


def test_what_was_not_possible_before_belongs_to_the_period_of_its_use():
    hope = Outcome(id=OutcomeId("faster"), title="Faster", not_possible_before="Answers at night")
    said = Benefit(statement="Fewer calls", not_possible_before="Repairs without a visit")
    catalog = a_catalog(
        an_artifact("guides/triage"),
        a_record("guides/r", "guides/triage", date=used_since("2025-05"), benefit=said),
        charters={"guides": a_charter("guides", outcomes=(hope,))},
    )
    found = {p: report_of(catalog, p).not_possible_before for p in ("2025", "2026")}
    assert [(s.text, s.standing) for s in found["2025"]] == [
        ("Repairs without a visit", Standing.CLAIMED),
        ("Answers at night", Standing.HOPED_FOR),
    ]
    assert [s.text for s in found["2026"]] == ["Answers at night"]


def test_indicators_are_rolled_up_as_they_stood_on_the_judged_day():
    shared = an_indicator(aggregation=Aggregation.SUM)
    charters = {name: a_charter(name, indicators=(shared,)) for name in ("crew", "guides")}
    values = [measured(name, "response-time", ("2025-11-01", 10), ("2026-02-01", 40)) for name in charters]
    catalog = a_catalog(*values, charters=charters)
    assert [rollup.latest for rollup in report_of(catalog, "2025").rollups] == [20.0]
    assert [rollup.latest for rollup in report_of(catalog, "2026").rollups] == [80.0]
    assert report_of(catalog, "2026", "crew").rollups == ()


def test_the_parts_of_a_year_add_up_to_the_year():
    git = Git()
    records = []
    for month in range(1, 13):
        git.commit("author", f"2025-{month:02}-10", artifact_path(f"guides/a{month}"), artifact_path("guides/a1"))
        date = used_since(f"2025-{month:02}")
        records.append(a_record(f"guides/r{month}", f"guides/a{month}", date=date))
    artifacts = [an_artifact(f"guides/a{month}") for month in range(1, 13)]
    prepared = records_of(a_catalog(*artifacts, *records, history=git.history))
    for length in (Per.MONTH, Per.QUARTER):
        parts = [p for p in reported_periods(prepared) if p.per is length and p.period.start.year == 2025]
        year = reported_period("2025", prepared)
        assert year is not None
        whole = period_report(prepared, year).cycles
        for name in ("immediate", "potential", "applied"):
            together = [record for p in parts for record in getattr(period_report(prepared, p).cycles, name)]
            assert sorted(together) == sorted(getattr(whole, name))
            assert len(together) >= 12


def test_a_day_long_before_anything_gives_zeros_and_no_error():
    catalog = a_catalog(charters={"guides": a_charter("guides", started=datetime.date.min)}, as_of=day("0002-02-01"))
    found = report_of(catalog, "0001")
    assert found.cycles.immediate == ()
