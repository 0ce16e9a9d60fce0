"""An artifact's counts, its state, and how long it waited for its first reuse (data-model §7)."""

import pytest

from outcome_catalog.insights.compute import figures
from outcome_catalog.insights.figures import ArtifactReuse, Grade, NotCounted, ReuseState
from outcome_catalog.model.artifact import ArtifactStatus, Mode
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.history import Depth
from outcome_catalog.model.ids import ArtifactRef, CommunityId, PersonId, UnitId
from outcome_catalog.model.reuse import UsedBy, UsedIn
from tests.insights.catalogs import (
    Git,
    a_catalog,
    a_record,
    an_artifact,
    an_organisation,
    artifact_path,
    based_on,
    day,
    record_path,
    used_since,
)
from tests.insights.english import english


def reuse_of(catalog: Catalog, ref: str = "guides/triage") -> ArtifactReuse:
    return figures(catalog).artifacts[ArtifactRef(ref)]


def test_counts_hold_every_grade_and_every_reason_zeros_included():
    git = Git()
    path = artifact_path("desk/steps")
    git.commit("mate", "2025-03-01", path, brings=[(path, "guides/triage")])
    found = reuse_of(
        a_catalog(
            an_artifact("guides/triage", authors=(PersonId("writer"),)),
            an_artifact("desk/steps", based_on=(based_on("guides/triage"),)),
            a_record("guides/2025-02-02-a", "guides/triage"),
            a_record("guides/2025-02-03-b", "guides/triage", used_by=UsedBy(external="Other Works")),
            a_record("guides/2025-02-04-c", "guides/triage", mode=Mode.PLANNED),
            history=git.history,
        )
    )
    assert found.counted == 3
    assert found.counted_by_grade == {Grade.CLAIMED: 2, Grade.ATTESTED: 0, Grade.VERIFIED: 1}
    assert found.not_counted == {reason: int(reason is NotCounted.PLANNED) for reason in NotCounted}
    assert [(p.community, p.external) for p in found.parties] == [
        (None, "Harbour Works"),
        (None, "Other Works"),
        ("desk", None),
    ]
    assert found.reach == 3
    assert found.events[0].id == "desk/steps>guides/triage"


@pytest.mark.parametrize(
    ("offered", "state"),
    [("2026-04-01", ReuseState.WAITING), ("2026-04-02", ReuseState.TOO_YOUNG), ("2026-07-15", ReuseState.TOO_YOUNG)],
)
def test_grace_is_counted_from_the_first_commit(offered: str, state: ReuseState):
    git = Git()
    git.commit("writer", offered, artifact_path("guides/triage"))
    catalog = a_catalog(an_artifact("guides/triage", date=day("2020-01-01")), history=git.history)
    assert reuse_of(catalog).state is state


@pytest.mark.parametrize("depth", [Depth.SHALLOW, Depth.NONE])
def test_where_git_does_not_know_it_is_counted_from_the_artifacts_own_day(depth: Depth):
    git = Git(depth)
    git.commit("writer", "2026-06-29", artifact_path("guides/triage"))
    catalog = a_catalog(an_artifact("guides/triage", date=day("2020-01-01")), history=git.history)
    assert reuse_of(catalog).state is ReuseState.WAITING


def test_the_grace_is_the_organisations_choice():
    catalog = a_catalog(
        an_artifact("guides/triage", date=day("2026-01-01")), organisation=an_organisation(first_reuse_grace_days=365)
    )
    assert reuse_of(catalog).state is ReuseState.TOO_YOUNG


def test_a_draft_is_too_young_however_old():
    draft = an_artifact("guides/triage", date=day("2020-01-01"), status=ArtifactStatus.DRAFT)
    assert reuse_of(a_catalog(draft)).state is ReuseState.TOO_YOUNG


@pytest.mark.parametrize(
    ("since", "days", "waited"),
    [
        ("2025-02-14", 30, "was first used 30 days later"),
        ("2025-01-15", 0, "was first used the same day"),
        ("2024", 0, "was in use 380 days earlier"),
    ],
)
def test_days_to_the_first_reuse_are_never_negative(since: str, days: int, waited: str):
    catalog = a_catalog(
        an_artifact("guides/triage", date=day("2025-01-15")),
        a_record("guides/2025-06-01-a", "guides/triage", date=used_since(since)),
        a_record("guides/2025-06-02-b", "guides/triage", used_by=UsedBy(external="Other Works")),
    )
    found = reuse_of(catalog)
    assert (found.state, found.days_to_first_reuse) == (ReuseState.REUSED, days)
    assert f"It came in on 15 Jan 2025 and {waited}." in english(found.why)


def test_what_is_only_planned_is_no_first_reuse():
    catalog = a_catalog(
        an_artifact("guides/triage"), a_record("guides/2025-06-01-a", "guides/triage", mode=Mode.PLANNED)
    )
    found = reuse_of(catalog)
    assert (found.state, found.days_to_first_reuse, found.parties) == (ReuseState.WAITING, None, ())


def test_a_record_without_a_day_in_its_name_or_in_git_gives_no_days():
    found = reuse_of(a_catalog(an_artifact("guides/triage"), a_record("guides/9999-99-99-a", "guides/triage")))
    assert (found.counted, found.days_to_first_reuse, found.events[0].recorded) == (1, None, None)


def test_translations_are_listed_and_not_counted():
    catalog = a_catalog(
        an_artifact("guides/triage", former=(ArtifactRef("guides/old"),)),
        an_artifact("guides/triage-fr", translation_of=ArtifactRef("guides/triage")),
        an_artifact("desk/triage-de", translation_of=ArtifactRef("guides/old")),
    )
    found = reuse_of(catalog)
    assert found.translations == ("desk/triage-de", "guides/triage-fr")
    assert (found.counted, found.reach) == (0, 0)


def test_a_records_day_is_that_of_the_commit_that_brought_it_in():
    git = Git()
    git.commit("writer", "2025-09-09", record_path("guides/2025-06-01-a"))
    catalog = a_catalog(
        an_artifact("guides/triage"), a_record("guides/2025-06-01-a", "guides/triage"), history=git.history
    )
    assert reuse_of(catalog).events[0].recorded == day("2025-09-09")


def test_units_organisations_and_communities_are_each_counted_once_over_the_counted_uses():
    desk = CommunityId("desk")
    users = {
        "a": UsedBy(unit=UnitId("field"), community=desk),
        "b": UsedBy(unit=UnitId("field")),
        "c": UsedBy(unit=UnitId("sales"), community=desk),
        "d": UsedBy(external="Harbour Works"),
        "e": UsedBy(external="harbour  works", community=desk),
    }
    records = [
        a_record(f"guides/2025-06-01-{name}", "guides/triage", used_by=user, used_in=UsedIn(title=name))
        for name, user in users.items()
    ]
    planned = a_record("guides/2025-07-01-f", "guides/triage", used_by=UsedBy(unit=UnitId("lab")), mode=Mode.PLANNED)
    found = reuse_of(a_catalog(an_artifact("guides/triage"), *records, planned)).reusers
    assert (found.units, found.communities) == (("field", "sales"), ("desk",))
    assert found.organisations == ("Harbour Works",)
