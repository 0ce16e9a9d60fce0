"""As of a day: what was recorded later is not in the catalog, and every record that is missing is told."""

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from outcome_catalog.assembly.as_of import catalog_as_of
from outcome_catalog.insights.compute import figures
from outcome_catalog.insights.figures import Grade
from outcome_catalog.model.artifact import ArtifactStatus
from outcome_catalog.model.catalog import Catalog, RecordKind
from outcome_catalog.model.charter import Lifecycle
from outcome_catalog.model.history import Depth
from outcome_catalog.pipeline import load_catalog
from tests.publish.engine.projects import (
    artifact,
    charter,
    commit_all,
    git,
    reuse,
    write_artifact,
    write_project,
    write_yaml,
)

TODAY = datetime.date(2026, 6, 30)
SORT_CALLS, SORT_LEADS = "guild/sort-calls", "circle/sort-leads"
RECORD = "communities/guild/reuse/2024-06-01-course.yml"
VALUES = "communities/guild/measurements/response-time.yml"
CHARTER = "communities/guild/charter.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two communities with an artifact each, one based on the other, and a record; all committed on 2024-07-01."""
    commit_all(write_project(tmp_path))
    return tmp_path


def as_of(root: Path, day: str, today: datetime.date = TODAY) -> Catalog:
    catalog = load_catalog(root, as_of=datetime.date.fromisoformat(day), today=today).catalog
    assert catalog is not None
    return catalog


def told(catalog: Catalog) -> list[tuple[str, str, str | None]]:
    return [(r.kind.value, r.name, r.recorded and r.recorded.isoformat()) for r in catalog.not_shown]


def measured(*values: tuple[str, float]) -> dict[str, Any]:
    return {"indicator": "response-time", "values": [{"date": on, "value": value} for on, value in values]}


def test_what_was_committed_later_is_not_there_and_is_told(root: Path):
    write_artifact(root, "guild/late", artifact("Late", date="2024-03-01"))
    commit_all(root, day="2025-02-01")
    catalog = as_of(root, "2025-01-31")
    assert sorted(catalog.artifacts) == [SORT_LEADS, SORT_CALLS]
    assert told(catalog) == [("artifact", "guild/late", "2025-02-01")]
    assert "guild/late" in as_of(root, "2025-02-01").artifacts


def test_on_the_day_of_reading_and_later_it_is_the_same_object(root: Path):
    for day in (TODAY, TODAY + datetime.timedelta(days=400)):
        catalog = as_of(root, day.isoformat())
        assert (catalog.not_shown, catalog.whole) == ((), None)
        assert catalog_as_of(catalog, day) is catalog


def test_a_community_goes_with_all_that_lies_in_it(root: Path):
    write_yaml(root / "communities/late/charter.yml", charter("Late", started="2023-01-01"))
    write_artifact(root, "late/older", artifact("Older"))
    (root / "communities/late/media").mkdir()
    (root / "communities/late/media/plan.png").write_bytes(b"\x89PNG")
    commit_all(root, day="2025-02-01")
    catalog = as_of(root, "2025-01-31")
    assert sorted(catalog.communities) == ["circle", "guild"]
    assert [kind for kind, _, _ in told(catalog)] == ["artifact", "community"]
    assert not any(path.startswith("communities/late") for path in catalog.files)


def test_before_everything_there_is_an_empty_catalog_with_its_organisation(root: Path):
    catalog = as_of(root, "2020-01-01")
    assert (catalog.communities, catalog.artifacts, catalog.former_artifacts) == ({}, {}, {})
    assert catalog.organisation.name == "Example Works"
    assert {record.kind for record in catalog.not_shown} == {
        RecordKind.COMMUNITY,
        RecordKind.ARTIFACT,
        RecordKind.REUSE,
    }
    assert figures(catalog).communities == {}


def test_an_entry_counts_from_the_commit_that_brought_it_in(root: Path):
    write_artifact(root, "circle/older", artifact("Older"))
    commit_all(root, day="2024-08-01")
    write_artifact(root, "circle/older", artifact("Older", based_on=[{"artifact": SORT_CALLS}]))
    commit_all(root, day="2025-02-01", email="coach@example.org")
    before, after = as_of(root, "2025-01-31"), as_of(root, "2025-02-01")
    assert told(before) == [("based_on entry", SORT_CALLS, "2025-02-01")]
    assert [len(figures(c).artifacts[SORT_CALLS].events) for c in (before, after)] == [2, 3]  # type: ignore[index]


def test_a_confirmation_counts_from_the_commit_that_brought_it_in(root: Path):
    confirmed = reuse(confirmed_by=[{"person": "sales-coach", "date": "2024-06-02"}])
    write_yaml(root / RECORD, confirmed)
    commit_all(root, day="2025-02-01", email="coach@example.org")
    before, after = as_of(root, "2025-01-31"), as_of(root, "2025-02-01")
    assert told(before) == [("confirmation", "sales-coach", "2025-02-01")]
    grades = [next(e.grade for e in figures(c).events if ">" not in e.id) for c in (before, after)]
    assert grades == [Grade.CLAIMED, Grade.ATTESTED]


def test_a_value_counts_from_its_day_and_from_the_commit_that_brought_it_in(root: Path):
    write_yaml(root / VALUES, measured(("2024-08-01", 20)))
    commit_all(root, day="2024-08-02")
    write_yaml(root / VALUES, measured(("2024-08-01", 20), ("2024-09-01", 15)))
    commit_all(root, day="2025-02-01")
    shown = [
        len(as_of(root, day).communities["guild"].measurements["response-time"].values)  # type: ignore[index]
        for day in ("2024-08-01", "2024-08-02", "2025-01-31", "2025-02-01")
    ]
    assert shown == [0, 1, 1, 2]
    assert told(as_of(root, "2025-01-31")) == [("measured value", "response-time 2024-09-01", "2025-02-01")]


def test_a_value_of_a_later_day_is_not_there_however_early_it_was_written_down(root: Path):
    write_yaml(root / VALUES, measured(("2024-12-31", 20)))
    commit_all(root, day="2024-08-02")
    assert told(as_of(root, "2024-12-30")) == [("measured value", "response-time 2024-12-31", "2024-12-31")]
    assert told(as_of(root, "2024-12-31")) == []


def test_commits_made_later_are_not_in_the_history(root: Path):
    write_artifact(root, SORT_CALLS, artifact("Sort calls first", summary="Changed."))
    commit_all(root, day="2025-02-01")
    path = f"communities/{SORT_CALLS.replace('/', '/artifacts/')}.md"
    before, after = as_of(root, "2025-01-31").history, as_of(root, "2025-02-01").history
    assert [len(h.revisions_of(path)) for h in (before, after)] == [1, 2]
    assert before.modified(path) == datetime.date(2024, 7, 1)
    assert all(commit.day <= datetime.date(2025, 1, 31) for commit in before.commits.values())


def test_what_later_commits_say_they_reused_is_not_said_yet(root: Path):
    write_artifact(root, SORT_CALLS, artifact("Sort calls first", summary="Changed."))
    git(root, "add", "communities")
    git(root, "commit", "-q", "-m", f"Change it\n\nReused-from: {SORT_LEADS}", day="2025-02-01")
    said = [list(as_of(root, day).history.reused_from.values()) for day in ("2025-01-31", "2025-02-01")]
    assert said == [[], [(SORT_LEADS,)]]


def test_a_withdrawn_record_counts_on_no_day(root: Path):
    write_yaml(root / RECORD, reuse(withdrawn={"date": "2025-02-01", "because": "It was another practice."}))
    commit_all(root, day="2025-02-01")
    for day in ("2024-07-01", "2025-06-01"):
        events = {event.id: event for event in figures(as_of(root, day)).events}
        assert events["guild/2024-06-01-course"].grade is Grade.WITHDRAWN


def test_a_planned_use_counts_from_the_day_it_was_said_to_be_one(root: Path):
    path = "communities/guild/reuse/2024-08-01-plan.yml"
    write_yaml(root / path, reuse(mode="planned"))
    commit_all(root, day="2024-08-01")
    write_yaml(root / path, reuse(mode="as-is"))
    commit_all(root, day="2025-02-01")
    assert told(as_of(root, "2025-01-31")) == [("reuse record", "guild/2024-08-01-plan", "2025-02-01")]
    assert told(as_of(root, "2025-02-01")) == []


def test_what_names_something_recorded_later_is_not_shown_rather_than_broken(root: Path):
    write_yaml(root / "communities/guild/reuse/2024-08-01-early.yml", reuse("guild/late"))
    write_artifact(root, "circle/early", artifact("Early", based_on=[{"artifact": "guild/late"}]))
    git(root, "add", "communities")
    git(root, "commit", "-q", "-m", "Name it", day="2024-08-01")
    write_artifact(root, "guild/late", artifact("Late"))
    commit_all(root, day="2025-02-01")
    catalog = as_of(root, "2025-01-31")
    assert {(kind, name) for kind, name, _ in told(catalog)} == {
        ("artifact", "guild/late"),
        ("based_on entry", "guild/late"),
        ("reuse record", "guild/2024-08-01-early"),
    }
    assert not any(event.grade is Grade.BROKEN for event in figures(catalog).events)


def test_what_is_superseded_by_a_later_artifact_is_not_superseded_yet(root: Path):
    write_artifact(root, SORT_CALLS, artifact(status="superseded", superseded_by="guild/better"))
    write_artifact(root, "guild/better", artifact("Better"))
    commit_all(root, day="2025-02-01")
    before = as_of(root, "2025-01-31").artifact(SORT_CALLS)
    after = as_of(root, "2025-02-01").artifact(SORT_CALLS)
    assert before is not None
    assert after is not None
    assert (before.status, before.superseded_by) == (ArtifactStatus.PUBLISHED, None)
    assert (after.status, after.superseded_by) == (ArtifactStatus.SUPERSEDED, "guild/better")


def test_a_translation_is_no_delivery_before_its_original_came(root: Path):
    write_artifact(root, "guild/appels", artifact("Trier les appels", translation_of="guild/original"))
    commit_all(root, day="2024-08-01")
    write_artifact(root, "guild/original", artifact("Original"))
    commit_all(root, day="2025-02-01")
    delivered = [
        figures(as_of(root, day)).communities["guild"].outputs["practices"].delivered  # type: ignore[index]
        for day in ("2025-01-31", "2025-02-01")
    ]
    assert delivered == [(SORT_CALLS,), ("guild/original", SORT_CALLS)]


def test_a_charter_stands_in_the_state_of_the_day(root: Path):
    changed = charter(
        "Care guild",
        lifecycle="closed",
        ends="2025-06-30",
        succeeded_by="circle",
        lifecycle_history=[{"date": "2024-09-01", "state": "paused"}, {"date": "2025-07-01", "state": "closed"}],
        revisions=[{"date": "2024-08-01", "change": "One desk"}, {"date": "2025-05-01", "change": "Two desks"}],
        members={"count": 12, "as_of": "2025-03-01"},
        stewards=["day-lead", {"person": "sales-coach", "from": "2025-01-01"}],
    )
    write_yaml(root / CHARTER, changed)
    commit_all(root, day="2025-07-02")
    catalog = as_of(root, "2024-12-31")
    then = catalog.communities["guild"].charter  # type: ignore[index]
    assert (then.lifecycle, then.succeeded_by, then.members) == (Lifecycle.PAUSED, None, None)
    assert [change.state for change in then.lifecycle_history] == [Lifecycle.PAUSED]
    assert [revision.change for revision in then.revisions] == ["One desk"]
    assert [steward.person for steward in then.stewards] == ["day-lead"]
    assert [name for _, name, _ in told(catalog)] == [
        "closed since 2025-07-01",
        "members on 2025-03-01",
        "revision of 2025-05-01",
        "steward since 2025-01-01",
    ]


def test_without_git_the_own_dates_stand_in(tmp_path: Path):
    write_project(tmp_path)
    write_yaml(tmp_path / VALUES, measured(("2024-04-01", 20), ("2024-05-01", 15)))
    before = as_of(tmp_path, "2024-04-30")
    assert told(before) == [
        ("measured value", "response-time 2024-05-01", "2024-05-01"),
        ("reuse record", "guild/2024-06-01-course", "2024-06-01"),
    ]
    assert told(as_of(tmp_path, "2024-02-29"))[0] == ("artifact", SORT_LEADS, "2024-03-01")


def test_in_a_shallow_clone_the_own_dates_stand_in(root: Path, tmp_path_factory: pytest.TempPathFactory):
    clone = tmp_path_factory.mktemp("shallow") / "clone"
    git(root, "clone", "-q", "--depth", "1", f"file://{root}", str(clone))
    catalog = as_of(clone, "2024-05-01")
    assert catalog.history.depth is Depth.SHALLOW
    assert told(catalog) == [("reuse record", "guild/2024-06-01-course", "2024-06-01")]


def test_what_is_not_committed_yet_has_its_own_date_or_none(root: Path):
    write_artifact(root, "guild/draft", artifact("Draft", date="2024-12-01"))
    write_yaml(root / RECORD, reuse(confirmed_by=[{"person": "sales-coach", "date": "2024-06-02"}]))
    assert told(as_of(root, "2024-11-30")) == [
        ("artifact", "guild/draft", "2024-12-01"),
        ("confirmation", "sales-coach", None),
    ]


def test_a_commit_that_claims_a_day_after_its_committing_counts_from_that(root: Path):
    write_artifact(root, "guild/ahead", artifact("Ahead"))
    git(root, "add", "communities")
    git(root, "commit", "-q", "-m", "Ahead", "--date=2026-03-01T10:00:00Z", day="2025-02-01")
    assert "guild/ahead" in as_of(root, "2025-02-01").artifacts
    assert "guild/ahead" not in as_of(root, "2025-01-31").artifacts


def test_a_commit_of_a_day_that_has_not_come_hides_nothing(root: Path):
    """A clock was wrong: the record stands by its own date, and on the day of reading in any case."""
    write_artifact(root, "guild/ahead", artifact("Ahead", date="2024-09-01"))
    commit_all(root, day="2062-02-01")
    assert "guild/ahead" in as_of(root, TODAY.isoformat()).artifacts
    assert "guild/ahead" in as_of(root, "2024-09-01").artifacts
    assert "guild/ahead" not in as_of(root, "2024-08-31").artifacts
    found = [
        finding.message for finding in load_catalog(root, today=TODAY).report if finding.code == "history-incomplete"
    ]
    assert [message for message in found if message.startswith("1 commit carries a day that has not come yet")]
    later = as_of(root, "2062-02-01", today=datetime.date(2062, 2, 1))
    assert not any("not come yet" in note for note in later.history.notes)


def test_everything_is_checked_whatever_the_day(root: Path):
    """Nothing of 2025 "has not come yet" because the figures are as of 2024; a slip of 2062 is still found."""
    write_artifact(root, "guild/late", artifact("Late", date="2025-02-01"))
    commit_all(root, day="2025-02-01")
    day = datetime.date(2024, 12, 31)
    assert not load_catalog(root, as_of=day, today=TODAY).report.has_errors
    write_artifact(root, "guild/slip", artifact("Slip", date="2062-02-01"))
    report = load_catalog(root, as_of=day, today=TODAY).report
    assert [finding.code for finding in report if finding.severity.value == "error"] == ["date-future"]


def test_former_names_lead_nowhere_where_the_present_one_is_not_there(root: Path):
    write_artifact(root, "guild/late", artifact("Late", former=["guild/early-name"]))
    write_yaml(root / "communities/late/charter.yml", charter("Late", former_slugs=["early"]))
    commit_all(root, day="2025-02-01")
    before, after = as_of(root, "2025-01-31"), as_of(root, "2025-02-01")
    assert (before.former_artifacts, before.former_communities) == ({}, {})
    assert (after.former_artifacts, after.former_communities) == ({"guild/early-name": "guild/late"}, {"early": "late"})


@pytest.mark.parametrize("day", ["2024-03-01", "2024-07-01", "2025-02-01"])
def test_nothing_is_dropped_without_being_told(root: Path, day: str):
    write_artifact(root, "guild/late", artifact("Late"))
    commit_all(root, day="2025-02-01")
    catalog = as_of(root, day)
    missing = {f"artifact {ref}" for ref in as_of(root, TODAY.isoformat()).artifacts if ref not in catalog.artifacts}
    assert {f"{r.kind} {r.name}" for r in catalog.not_shown if r.kind is RecordKind.ARTIFACT} == missing


def test_a_move_of_what_is_not_recorded_yet_is_no_commit_of_its_day(root: Path):
    """Author dates run backwards: the content of 2025 was moved by a commit that claims to be of 2024."""
    old, new = root / "communities/guild/artifacts/b.md", root / "communities/guild/artifacts/c.md"
    for day in ("2024-08-01", "2025-02-01"):
        write_artifact(root, "guild/b", artifact(summary=f"As of {day}."))
        commit_all(root, day=day)
    git(root, "mv", str(old), str(new))
    git(root, "commit", "-q", "-m", "Move", day="2024-09-01")
    whole = as_of(root, TODAY.isoformat())
    path = "communities/guild/artifacts/c.md"
    assert [commit.day.year for commit in whole.history.revisions_of(path)] == [2024, 2025, 2024]
    before = catalog_as_of(replace(whole, read_on=None), datetime.date(2024, 12, 31))
    assert [commit.day.isoformat() for commit in before.history.revisions_of(path)] == ["2024-08-01"]
