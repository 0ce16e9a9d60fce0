"""What holds for the figures of every catalog, whatever lies in it and in whichever order it was recorded."""

import datetime
import math
import random
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from outcome_catalog import pipeline
from outcome_catalog.assembly.as_of import catalog_as_of
from outcome_catalog.insights.activity import activity
from outcome_catalog.insights.compute import figures
from outcome_catalog.insights.figures import Figures, Grade, NotCounted, VitalityState
from outcome_catalog.insights.reach import party_key
from outcome_catalog.insights.uses import COUNTED_GRADES
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.dates import Period
from outcome_catalog.model.ids import ArtifactRef
from outcome_catalog.pipeline import load_catalog
from tests.golden.history import make_repository
from tests.insights.catalogs import (
    TODAY,
    Git,
    a_catalog,
    a_record,
    an_artifact,
    artifact_path,
    confirmation_by,
    day,
    record_path,
)
from tests.insights.conftest import RealSet
from tests.insights.english import english
from tests.insights.generated_catalogs import DAYS, PEOPLE, catalogs, days, drawn_record

LAW = settings(
    max_examples=60, derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
K = TypeVar("K")
V = TypeVar("V")
PROVEN = (Grade.ATTESTED, Grade.VERIFIED)
BENEFICIAL = {VitalityState.PRODUCTIVE, VitalityState.HARVESTED}


def with_record(catalog: Catalog, draw: st.DrawFn, by: st.SearchStrategy[str]) -> Catalog:
    """*catalog* with one more record, whose commit comes after all others."""
    git = git_of(catalog)
    record = drawn_record(draw, git, "desk/2024-01-09-more", by)
    desk = catalog.communities[record.community]
    more = replace(desk, reuse_records=(*desk.reuse_records, record))
    return replace(catalog, communities={**catalog.communities, desk.id: more}, history=git.history)


def git_of(catalog: Catalog) -> Git:
    """The history of *catalog*, to be continued."""
    git = Git()
    git.commits = dict(catalog.history.commits)
    git.revisions = {path: list(lineage.revisions) for path, lineage in catalog.history.lineages.items()}
    git.introductions = dict(catalog.history.introductions)
    return git


def proven(found: Figures) -> dict[ArtifactRef, dict[Grade, int]]:
    return {ref: {grade: reuse.counted_by_grade[grade] for grade in PROVEN} for ref, reuse in found.artifacts.items()}


def benefits(found: Figures) -> dict[tuple[str, datetime.date | None], tuple[int, bool]]:
    """How many proven uses each community's vitality rests on, now and in the past, and whether it has any benefit."""
    told = {(name, None): community.vitality for name, community in found.communities.items()}
    for name, community in found.communities.items():
        told |= {(name, then.day): then.vitality for then in community.vitality_by_quarter if then.vitality is not None}
    return {key: (len(vitality.attested_uses), vitality.state in BENEFICIAL) for key, vitality in told.items()}


@LAW
@given(st.data(), catalogs())
def test_a_claim_raises_no_attested_and_no_verified_count_and_no_vitality(data: st.DataObject, catalog: Catalog):
    before = figures(catalog)
    after = figures(with_record(catalog, data.draw, st.just("nobody-knows")))
    for ref, grades in proven(after).items():
        assert all(grades[grade] <= proven(before)[ref][grade] for grade in PROVEN)
    assert all(benefit <= benefits(before)[key] for key, benefit in benefits(after).items())


@LAW
@given(catalogs(), st.lists(days, min_size=2, max_size=2, unique=True).map(sorted))
def test_an_earlier_day_never_counts_more(catalog: Catalog, two_days: list[str]):
    early, late = (catalog_as_of(catalog, day(on)) for on in two_days)
    counts_no_more(early, late)


def counts_no_more(early: Catalog, late: Catalog) -> None:
    """Fails where *early* counts anything that *late*, as of a later day, does not count."""
    less, more = figures(early), figures(late)
    assert set(early.artifacts) <= set(late.artifacts)
    for ref, reuse in less.artifacts.items():
        later = more.artifacts[ref]
        assert reuse.counted <= later.counted
        assert sum_of(reuse.counted_by_grade, PROVEN) <= sum_of(later.counted_by_grade, PROVEN)
        assert reuse.counted_by_grade[Grade.VERIFIED] <= later.counted_by_grade[Grade.VERIFIED]
        assert reuse.reach <= later.reach
    for name, community in less.communities.items():
        after = more.communities[name]
        for output, figure in community.outputs.items():
            assert set(figure.delivered) <= set(after.outputs[output].delivered)
        for indicator, values in community.indicators.items():
            assert set(values.values) <= set(after.indicators[indicator].values)
        assert commits(early, name) <= commits(late, name)
        for cycle in ("immediate", "potential", "applied", "reframing"):
            assert getattr(community.value_cycles, cycle) <= getattr(after.value_cycles, cycle)
        assert set(community.vitality.commits) <= commits(late, name)


def sum_of(counts: Mapping[Grade, int], grades: tuple[Grade, ...]) -> int:
    return sum(counts[grade] for grade in grades)


def commits(catalog: Catalog, community: str) -> set[str]:
    always = Period(datetime.date.min, datetime.date.max)
    return set(activity(catalog).commits(catalog.communities[community].id, always))  # type: ignore[index]


@LAW
@given(catalogs(), days)
def test_what_is_missing_on_a_day_is_told_and_the_rest_is_untouched(catalog: Catalog, on: str):
    shown = catalog_as_of(catalog, day(on))
    told = {record.path for record in shown.not_shown}
    for ref, artifact in catalog.artifacts.items():
        assert (ref in shown.artifacts) or artifact.origin.path in told
        assert (
            ref not in shown.artifacts
            or shown.artifacts[ref] == artifact
            or artifact.translation_of
            or (artifact.origin.path in told)
        )
    kept = {record.id for record in shown.reuse_records()}
    assert all(record.id in kept or record.origin.path in told for record in catalog.reuse_records())
    assert all(commit.day <= day(on) for commit in shown.history.commits.values())
    assert not any(event.grade is Grade.BROKEN and event.id in resolved(catalog) for event in figures(shown).events)


def resolved(catalog: Catalog) -> set[str]:
    return {event.id for event in figures(catalog).events if event.grade is not Grade.BROKEN}


@LAW
@given(catalogs(), st.sampled_from((*DAYS, None)))
def test_what_is_withdrawn_or_the_community_s_own_never_counts(catalog: Catalog, on: str | None):
    shown = catalog if on is None else catalog_as_of(catalog, day(on))
    withdrawn = {record.id for record in catalog.reuse_records() if record.withdrawn is not None}
    for event in figures(shown).events:
        assert not (event.counted and event.id in withdrawn)
        own = event.artifact.partition("/")[0]
        place = (event.place.artifact or "").partition("/")[0]
        assert not (event.counted and own in {event.party.community, place})


@LAW
@given(st.data(), catalogs())
def test_a_confirmation_lowers_no_grade(data: st.DataObject, catalog: Catalog):
    records = [record for record in catalog.reuse_records() if record.withdrawn is None]
    if not records:
        return
    record, person = data.draw(st.sampled_from(records)), data.draw(st.sampled_from([p.id for p in PEOPLE]))
    if person in {confirmation.person for confirmation in record.confirmed_by}:
        return
    git, path = git_of(catalog), record.origin.path
    git.commit(person, data.draw(days), path, brings=[(path, person)])
    confirmed = replace(record, confirmed_by=(*record.confirmed_by, confirmation_by(person)))
    home = catalog.communities[record.community]
    others = tuple(confirmed if one.id == record.id else one for one in home.reuse_records)
    communities = {**catalog.communities, home.id: replace(home, reuse_records=others)}
    after = figures(replace(catalog, communities=communities, history=git.history))
    before = figures(catalog)
    grade = {event.id: event.grade for event in before.events}[record.id]
    now = {event.id: event.grade for event in after.events}[record.id]
    assert now is grade or (grade in COUNTED_GRADES and COUNTED_GRADES.index(now) > COUNTED_GRADES.index(grade))
    for ref, reuse in before.artifacts.items():
        assert sum_of(after.artifacts[ref].counted_by_grade, PROVEN) >= sum_of(reuse.counted_by_grade, PROVEN)
        assert after.artifacts[ref].counted == reuse.counted


@pytest.mark.parametrize("order", [("mate", "writer"), ("writer", "mate")])
def test_one_good_confirmation_stands_whatever_others_stand_beside_it(order: tuple[str, str]):
    git, path = Git(), record_path("guides/2025-01-01-use")
    git.commit("nobody-knows", "2025-01-01", artifact_path("guides/a"), path)
    for person in order:
        git.commit(person, "2025-02-01", path, brings=[(path, person)])
    record = a_record("guides/2025-01-01-use", "guides/a", confirmed_by=tuple(map(confirmation_by, order)))
    found = figures(a_catalog(an_artifact("guides/a"), record, *PEOPLE, history=git.history))
    assert [event.grade for event in found.events] == [Grade.ATTESTED]


@LAW
@given(catalogs())
def test_reach_is_no_less_than_the_direct_parties_and_counts_add_up(catalog: Catalog):
    found = figures(catalog)
    for ref, reuse in found.artifacts.items():
        own = ("community", ref.partition("/")[0])
        assert reuse.reach >= len({party_key(party) for party in reuse.parties} - {own})
        assert reuse.counted == sum(reuse.counted_by_grade.values()) == sum(event.counted for event in reuse.events)
        assert len(reuse.events) == reuse.counted + sum(reuse.not_counted.values())
        assert reuse.not_counted[NotCounted.LEFT_OUT] == 0
    assert sum(c.value_cycles.applied for c in found.communities.values()) == sum(e.counted for e in found.events)


@LAW
@given(catalogs(), days)
def test_indicators_are_numbers_or_say_that_they_are_none(catalog: Catalog, on: str):
    for community in figures(catalog_as_of(catalog, day(on))).communities.values():
        for figure in community.indicators.values():
            assert figure.progress is None or math.isfinite(figure.progress)
            assert figure.time_gone is not None
            assert 0 <= figure.time_gone <= 1
            assert english(figure.why)


@LAW
@given(catalogs(), st.integers(0, 2**16))
def test_the_order_of_files_does_not_matter(catalog: Catalog, seed: int):
    assert figures(shuffled(catalog, random.Random(seed))) == figures(catalog)


def shuffled(catalog: Catalog, source: random.Random) -> Catalog:
    """*catalog* with everything that comes from a folder in another order; the history keeps its own."""

    def mixed(found: Mapping[K, V]) -> dict[K, V]:
        return dict(source.sample(list(found.items()), len(found)))

    communities = {
        name: replace(
            community,
            reuse_records=tuple(source.sample(community.reuse_records, len(community.reuse_records))),
        )
        for name, community in catalog.communities.items()
    }
    return replace(
        catalog,
        communities=mixed(communities),
        artifacts=mixed(catalog.artifacts),
        people=mixed(catalog.people),
        history=replace(catalog.history, lineages=mixed(catalog.history.lineages)),
    )


def test_the_order_in_which_files_are_found_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    root = tmp_path / "repository"
    make_repository(root)
    told = load_catalog(root, as_of=TODAY)
    discover = pipeline.discover
    monkeypatch.setattr(pipeline, "discover", lambda of: replace(discover(of), files=discover(of).files[::-1]))
    backwards = load_catalog(root, as_of=TODAY)
    assert told.catalog is not None
    assert backwards.catalog is not None
    assert figures(backwards.catalog) == figures(told.catalog)
    assert backwards.report == told.report


@pytest.mark.realworld
def test_on_real_sets_an_earlier_day_never_counts_more(real_set: RealSet):
    catalog = load_catalog(real_set.root).catalog
    assert catalog is not None
    stood = [
        catalog_as_of(catalog, datetime.date(*on))
        for on in ((2017, 6, 1), (2019, 1, 1), (2021, 6, 30), (2023, 12, 31), (2025, 3, 1), (2026, 3, 31))
    ]
    for early, late in zip(stood, [*stood[1:], catalog], strict=True):
        counts_no_more(early, late)
    assert len({len(found.artifacts) for found in stood}) > 3, "the days are far enough from each other to tell"
