"""Activity by benefit within the window, with the inputs they were judged by (data-model §7)."""

from typing import Any

import pytest

from outcome_catalog.insights.activity import activity, window
from outcome_catalog.insights.compute import figures
from outcome_catalog.insights.events import reuse_events
from outcome_catalog.insights.figures import Vitality, VitalityState
from outcome_catalog.insights.lookups import Lookups
from outcome_catalog.insights.uses import merged_events, uses
from outcome_catalog.insights.vitality import vitality
from outcome_catalog.model.artifact import Mode
from outcome_catalog.model.charter import DatedValue, Direction, Lifecycle, LifecycleChange
from outcome_catalog.model.dates import Period
from outcome_catalog.model.history import Depth
from outcome_catalog.model.ids import CommunityId, PersonId
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

GUIDES = CommunityId("guides")
PATH, RECORD = artifact_path("guides/triage"), "guides/2026-05-01-harbour"
GUIDE = an_artifact("guides/triage", authors=(PersonId("writer"),))
MATE = a_person("mate", external="Harbour Works")


def vitality_of(git: Git | None, *parts: Any, charter: dict[str, Any] | None = None, **catalog: Any) -> Vitality:
    charters = {"guides": a_charter("guides", **(charter or {}))}
    history = {} if git is None else {"history": git.history}
    made = a_catalog(GUIDE, MATE, *parts, charters=charters, **history, **catalog)
    return figures(made).communities[GUIDES].vitality


def git_with(*edits: str, reuse_on: str | None = None, by: str = "mate") -> Git:
    git = Git()
    for on in ("2024-02-01", *edits):
        git.commit("writer", on, PATH)
    if reuse_on is not None:
        git.commit(by, reuse_on, record_path(RECORD))
    return git


REUSE = a_record(RECORD, "guides/triage")


@pytest.mark.parametrize(
    ("edits", "reuse_on", "state"),
    [
        (("2026-05-01",), "2026-05-02", VitalityState.PRODUCTIVE),
        (("2026-05-01",), "2025-05-02", VitalityState.BUSY),
        ((), "2026-05-02", VitalityState.HARVESTED),
        ((), "2025-05-02", VitalityState.SILENT),
    ],
)
def test_the_state_is_activity_by_benefit(edits: tuple[str, ...], reuse_on: str, state: VitalityState):
    found = vitality_of(git_with(*edits, reuse_on=reuse_on), REUSE)
    assert found.state is state
    assert len(found.commits) == len(edits)
    assert found.attested_uses == ((RECORD,) if reuse_on.startswith("2026") else ())


@pytest.mark.parametrize(("on", "inside"), [("2026-01-01", 0), ("2026-01-02", 1), ("2026-06-30", 1), ("2026-07-01", 0)])
def test_the_window_is_180_days_and_ends_today(on: str, inside: int):
    found = vitality_of(git_with(on))
    assert len(found.commits) == inside
    assert found.window == Period(day("2026-01-02"), day("2026-06-30"))


def test_the_window_is_the_organisations_choice_and_never_before_the_calendar():
    assert vitality_of(git_with(), organisation=an_organisation(vitality_window_days=1)).window.start == day(
        "2026-06-30"
    )
    endless = a_catalog(GUIDE, organisation=an_organisation(vitality_window_days=10_000_000))
    assert window(endless).start == day("0001-01-01")


def test_what_is_only_claimed_or_not_counted_is_no_benefit():
    claimed = git_with(reuse_on="2026-05-02", by="writer")
    assert vitality_of(claimed, REUSE).state is VitalityState.SILENT
    planned = a_record(RECORD, "guides/triage", mode=Mode.PLANNED)
    assert vitality_of(git_with(reuse_on="2026-05-02"), planned).state is VitalityState.SILENT


def test_a_use_falls_into_the_window_by_the_day_it_began():
    old = a_record(RECORD, "guides/triage", date=used_since("2025"))
    assert vitality_of(git_with(reuse_on="2026-05-02"), old).attested_uses == ()


@pytest.mark.parametrize(
    ("direction", "values", "moved"),
    [
        (Direction.INCREASE, [("2026-05-01", 5)], True),
        (Direction.INCREASE, [("2026-05-01", -5)], False),
        (Direction.DECREASE, [("2026-05-01", -5)], True),
        (Direction.INCREASE, [("2025-06-01", 9), ("2026-05-01", 5)], False),
        (Direction.INCREASE, [("2025-06-01", 5), ("2026-05-01", 5)], False),
        (Direction.INCREASE, [("2025-06-01", 5)], False),
        (Direction.INCREASE, [("2026-02-01", 1), ("2026-05-01", 5)], True),
        (Direction.INCREASE, [("2026-02-01", 9), ("2026-05-01", 5)], True),
        (Direction.INCREASE, [("2026-02-01", 9), ("2026-05-01", -5)], False),
        (Direction.INCREASE, [("2026-05-01", 5), ("2026-07-01", 1)], True),
        (Direction.DECREASE, [("2024-06-01", -9), ("2026-05-01", -5)], True),
    ],
)
def test_an_indicator_moves_from_the_value_before_or_the_baseline(
    direction: Direction, values: list[tuple[str, float]], moved: bool
):
    charter = {"indicators": [an_indicator(direction=direction)]}
    found = vitality_of(git_with(), measured("guides", "response-time", *values), charter=charter)
    assert found.moved_indicators == (("response-time",) if moved else ())
    assert found.state is (VitalityState.HARVESTED if moved else VitalityState.SILENT)


def test_what_was_measured_before_the_baseline_moves_nothing():
    baseline = DatedValue(date=day("2026-05-01"), value=0)
    charter = {"indicators": [an_indicator(baseline=baseline)]}
    found = vitality_of(git_with(), measured("guides", "response-time", ("2026-04-01", 5)), charter=charter)
    assert found.moved_indicators == ()


@pytest.mark.parametrize(
    ("started", "state"), [("2026-01-02", VitalityState.SILENT), ("2026-01-03", VitalityState.STARTING)]
)
def test_what_is_younger_than_the_window_is_starting(started: str, state: VitalityState):
    assert vitality_of(git_with(), charter={"started": day(started)}).state is state


def test_what_is_closed_is_closed_however_young_or_busy():
    charter = {"lifecycle": Lifecycle.CLOSED, "started": day("2026-05-01")}
    found = vitality_of(git_with("2026-06-01"), charter=charter)
    assert (found.state, len(found.commits)) == (VitalityState.CLOSED, 1)


def test_without_git_activity_is_not_measured_rather_than_silent():
    found = vitality_of(None)
    assert found.state is VitalityState.NOT_MEASURED
    assert "Activity not measured" in english(found.why)


def test_a_shallow_history_shows_at_least_what_it_shows():
    git = Git(Depth.SHALLOW)
    git.commit("writer", "2026-05-01", PATH)
    assert vitality_of(git).state is VitalityState.NOT_MEASURED
    git.commit("writer", "2026-05-02", PATH)
    found = vitality_of(git)
    assert (found.state, len(found.commits)) == (VitalityState.BUSY, 1)
    assert "At least 1 commit" in english(found.why)


def test_the_inputs_stand_beside_the_word():
    assert english(vitality_of(git_with("2026-05-01", reuse_on="2026-05-02"), REUSE).why) == (
        "1 commit to its artifacts, 1 attested use and 0 indicators that moved the right way, "
        "from 2 Jan 2026 to 30 Jun 2026."
    )


ALWAYS = Period(day("2000-01-01"), day("2030-01-01"))


def commits_by_community(git: Git, **values: Any) -> dict[str, int]:
    done = activity(a_catalog(history=git.history, **values))
    return {community: len(done.commits(community, ALWAYS)) for community in sorted(done.changes)}


def test_moving_within_a_community_is_no_activity_and_moving_in_is():
    git = Git()
    git.commit("writer", "2025-01-01", "communities/ideas/artifacts/a.md")
    git.move("writer", "2025-02-01", "communities/ideas/artifacts/a.md", "communities/ideas/artifacts/b.md")
    assert commits_by_community(git) == {"ideas": 1}
    git.move("writer", "2025-03-01", "communities/ideas/artifacts/b.md", "communities/guides/artifacts/b.md")
    assert commits_by_community(git) == {"guides": 1, "ideas": 1}


def test_moving_and_editing_within_a_community_is_activity():
    git = Git()
    git.commit("writer", "2025-01-01", "communities/ideas/artifacts/a.md")
    git.move(
        "writer", "2025-02-01", "communities/ideas/artifacts/a.md", "communities/ideas/artifacts/b.md", edited=True
    )
    assert commits_by_community(git) == {"ideas": 2}


def test_a_commit_counts_once_however_many_artifacts_it_touches():
    git = Git()
    git.commit("writer", "2025-01-01", artifact_path("guides/a"), artifact_path("guides/b"), artifact_path("desk/c"))
    assert commits_by_community(git) == {"desk": 1, "guides": 1}


def test_records_charters_and_measurements_are_no_artifacts():
    git = Git()
    git.commit("writer", "2025-01-01", record_path(RECORD), "communities/guides/charter.yml")
    assert commits_by_community(git) == {}


def test_a_renamed_community_keeps_what_was_done_under_its_former_name():
    git = Git()
    git.commit("writer", "2025-01-01", "communities/old/artifacts/a.md")
    git.move("writer", "2025-02-01", "communities/old/artifacts/a.md", PATH)
    former = {CommunityId("old"): GUIDES}
    assert commits_by_community(git, former_communities=former) == {"guides": 1}


def judged(on: str, git: Git, *parts: Any, **charter: Any) -> Vitality:
    charters = {"guides": a_charter("guides", **charter)}
    catalog = a_catalog(GUIDE, MATE, *parts, charters=charters, history=git.history)
    counted = uses(merged_events(reuse_events(Lookups.of(catalog))))
    return vitality(catalog, catalog.communities[GUIDES], counted, activity(catalog), day(on))


def test_it_is_judged_for_another_day_by_the_window_that_ends_there():
    git = git_with("2025-03-01", reuse_on="2026-05-02")
    found = judged("2025-06-30", git, REUSE)
    assert (found.state, len(found.commits), found.attested_uses) == (VitalityState.BUSY, 1, ())
    assert found.window == Period(day("2025-01-02"), day("2025-06-30"))
    assert judged("2026-06-30", git, REUSE).state is VitalityState.HARVESTED


def test_a_use_that_began_then_and_was_recorded_later_counts():
    told_later = a_record(RECORD, "guides/triage", date=used_since("2025-03-01"))
    found = judged("2025-06-30", git_with("2025-03-01", reuse_on="2026-05-02"), told_later)
    assert (found.state, found.attested_uses) == (VitalityState.PRODUCTIVE, (RECORD,))


def test_a_claim_of_an_earlier_beginning_moves_no_proven_use_into_the_window():
    """The commit of 2026 attests a use that it does not date; somebody else only claims that it began a year before."""
    claim = a_record("guides/2026-06-01-claim", "guides/triage", date=used_since("2025-03-01"))
    git = git_with("2025-03-01", reuse_on="2026-05-02")
    git.commit("writer", "2026-06-01", record_path(claim.id))
    assert judged("2025-06-30", git, REUSE, claim).attested_uses == ()
    assert judged("2026-06-30", git, REUSE, claim).attested_uses == (RECORD,)


def test_it_is_judged_in_the_state_of_the_day():
    closed_since = (LifecycleChange(date=day("2026-01-01"), state=Lifecycle.CLOSED),)
    charter = {"lifecycle": Lifecycle.CLOSED, "lifecycle_history": closed_since}
    assert judged("2025-12-31", git_with(), **charter).state is VitalityState.SILENT
    assert judged("2026-01-01", git_with(), **charter).state is VitalityState.CLOSED
    paused = LifecycleChange(date=day("2025-01-01"), state=Lifecycle.PAUSED)
    resumed = (paused, LifecycleChange(date=day("2026-01-01"), state=Lifecycle.ACTIVE))
    assert english(judged("2025-06-30", git_with(), lifecycle_history=resumed).why).endswith("It is paused.")
