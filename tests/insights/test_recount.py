"""The figures of both real sets against a plain recount from the files, and against the counts that came with them."""

import datetime
import json
import subprocess
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from outcome_catalog.insights.artifact_reuse import distinct_parties, distinct_reusers
from outcome_catalog.insights.compute import figures
from outcome_catalog.insights.figures import Figures, Grade
from outcome_catalog.insights.uses import uses
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.ids import ArtifactRef, CommunityId
from outcome_catalog.pipeline import load_catalog
from tests.insights.conftest import RealSet
from tests.insights.english import english
from tests.recount.activity import commits
from tests.recount.days import day_of
from tests.recount.indicators import indicators
from tests.recount.known import Known, Repository
from tests.recount.promises import promise_periods
from tests.recount.reuse_sources import sources
from tests.recount.reuse_uses import Use
from tests.recount.reuse_uses import uses as recounted_uses
from tests.recount.vitality import window

pytestmark = pytest.mark.realworld
DAYS = ("2026-11-23", "2025-04-01", "2022-12-31", "2020-11-02")


@lru_cache
def catalog_of(root: Path) -> Catalog:
    catalog = load_catalog(root).catalog
    assert catalog is not None
    assert catalog.left_out == ()
    return catalog


@lru_cache
def figures_of(root: Path, day: str = DAYS[0]) -> Figures:
    catalog = load_catalog(root, as_of=datetime.date.fromisoformat(day)).catalog
    assert catalog is not None
    return figures(catalog)


@pytest.fixture
def found(real_set: RealSet) -> Figures:
    return figures_of(real_set.root)


@pytest.fixture
def recounted(real_set: RealSet) -> Known:
    return known_on(real_set.root)


@lru_cache
def repository_of(root: Path) -> Repository:
    return Repository(root)


@lru_cache
def known_on(root: Path, day: str = DAYS[0]) -> Known:
    return Known(repository_of(root), day_of(day))


def counted(recounted: Known) -> list[Use]:
    return [use for use in recounted_uses(recounted) if use.counted]


@pytest.fixture
def expected(real_set: RealSet) -> dict[str, Any]:
    return dict(json.loads((real_set.beside / "expected.json").read_text()))


def is_record(path: str) -> bool:
    return "/reuse/" in path


def test_every_source_has_the_grade_of_the_recount(found: Figures, recounted: Known):
    records = {event.source_path: event.grade for event in found.events if is_record(event.source_path)}
    assert records == {source.document.path: source.grade for source in sources(recounted) if source.is_record}
    entries = Counter((e.source_path, e.artifact, e.grade) for e in found.events if not is_record(e.source_path))
    theirs = [source for source in sources(recounted) if not source.is_record]
    assert entries == Counter((source.document.path, source.artifact, source.grade) for source in theirs)


def test_uses_are_counted_as_in_the_recount(found: Figures, recounted: Known):
    mine = {frozenset((e.source_path, e.artifact) for e in use.events): use.best.grade for use in uses(found.events)}
    theirs = {frozenset((s.document.path, s.artifact) for s in use.sources): use.grade for use in counted(recounted)}
    assert mine == theirs


def test_every_artifact_has_the_uses_of_the_recount(found: Figures, recounted: Known):
    by_artifact: dict[str, list[Use]] = {ref: [] for ref in recounted.artifacts}
    for use in counted(recounted):
        by_artifact[use.artifact].append(use)
    assert {ref: reuse.counted for ref, reuse in found.artifacts.items()} == {r: len(u) for r, u in by_artifact.items()}
    for ref, reuse in found.artifacts.items():
        theirs = Counter(use.grade for use in by_artifact[ref])
        assert {grade: n for grade, n in reuse.counted_by_grade.items() if n} == theirs


def test_records_are_graded_as_the_set_says(found: Figures, expected: dict[str, Any]):
    by_grade: dict[str, list[str]] = {grade.value: [] for grade in Grade}
    for event in found.events:
        if is_record(event.source_path):
            by_grade[event.grade.value].append(event.source_path)
    assert {grade: sorted(by_grade[grade]) for grade in expected["grades_of_records"]} == {
        grade: sorted(paths) for grade, paths in expected["grades_of_records"].items()
    }
    assert {g: len(p) for g, p in by_grade.items() if p} == expected["counts"]["reuse_records_by_grade"]


def test_counts_are_those_the_set_says(found: Figures, expected: dict[str, Any]):
    counted = uses(found.events)
    parties = distinct_parties(counted)
    counts = {
        "counted_uses": len(counted),
        "counted_uses_by_grade": dict(Counter(use.best.grade.value for use in counted)),
        "counted_uses_with_a_record": sum(any(is_record(e.source_path) for e in use.events) for use in counted),
        "counted_uses_with_two_sources": sum(len(use.events) > 1 for use in counted),
        "artifacts_with_a_counted_use": sum(reuse.counted > 0 for reuse in found.artifacts.values()),
        "artifacts": len(found.artifacts),
        "communities": len(found.communities),
        "translations": sum(len(reuse.translations) for reuse in found.artifacts.values()),
        "distinct_external_in_records": len({e.party.external for e in shown_records(found)} - {None}),
        "distinct_units_in_records": len({e.party.unit for e in shown_records(found)} - {None}),
        "distinct_communities_in_records": len({e.party.community for e in shown_records(found)} - {None}),
    }
    assert counts == {key: expected["counts"][key] for key in counts}
    distinct = expected["counts"]["distinct_in_counted_uses"]
    reusers = distinct_reusers(parties)
    assert len(reusers.organisations) == distinct["external"]
    assert len(reusers.units) == distinct["units"]
    assert len(reusers.communities) == distinct["communities"]


def shown_records(found: Figures) -> list[Any]:
    return [e for e in found.events if is_record(e.source_path) and e.grade is not Grade.WITHDRAWN]


def test_sampled_artifacts_are_reused_as_the_set_says(found: Figures, expected: dict[str, Any]):
    for sample in expected["reuse_sample"]:
        reuse = found.artifacts[ArtifactRef(sample["artifact"])]
        records = [event for event in reuse.events if is_record(event.source_path)]
        mine = {
            "artifact": reuse.ref,
            "record_files": len(records),
            "record_files_by_grade": dict(Counter(event.grade.value for event in records)),
            "counted_uses": reuse.counted,
            "counted_uses_by_grade": {grade.value: n for grade, n in reuse.counted_by_grade.items() if n},
            "uses_with_two_sources": sum(len(use.events) > 1 for use in uses(reuse.events)),
            "distinct_units": list(reuse.reusers.units),
            "distinct_external": sorted(reuse.reusers.organisations),
            "distinct_communities": len(reuse.reusers.communities),
            "translations": len(reuse.translations),
        }
        assert mine == {key: sample[key] for key in mine}


def test_translations_are_those_the_set_says(found: Figures, expected: dict[str, Any]):
    mine = {ref: len(reuse.translations) for ref, reuse in found.artifacts.items() if reuse.translations}
    assert mine == (expected["translations_by_original"] or {})


@pytest.mark.parametrize("day", DAYS)
def test_activity_is_that_of_the_recount(real_set: RealSet, day: str):
    recounted = known_on(real_set.root, day)
    span = window(recounted, day_of(day))
    for community in figures_of(real_set.root, day).communities.values():
        assert sorted(community.vitality.commits) == commits(recounted, span, community.community), community.community


@pytest.mark.parametrize("day", DAYS)
def test_promises_and_deliveries_are_those_of_the_recount(real_set: RealSet, day: str):
    recounted, checked = known_on(real_set.root, day), 0
    for community in figures_of(real_set.root, day).communities.values():
        for output, figure in community.outputs.items():
            if figure.periods:
                theirs = promise_periods(recounted, community.community, output)
                assert [(p.label, p.expected, sorted(p.delivered), p.is_over) for p in figure.periods] == [
                    (p.named.label, p.expected, sorted(p.delivered), day_of(day) > p.over_after) for p in theirs
                ]
                checked += len(theirs)
    assert checked >= 13


@pytest.mark.parametrize("day", DAYS)
def test_indicators_stand_where_the_recount_sees_them(real_set: RealSet, day: str):
    recounted = known_on(real_set.root, day)
    for community in figures_of(real_set.root, day).communities.values():
        for indicator in indicators(recounted, community.community):
            figure, progress = community.indicators[indicator.id], indicator.progress(day_of(day))
            assert figure.state == indicator.state(day_of(day), day_of(day))
            assert figure.progress == (None if progress is None else pytest.approx(float(progress)))


def test_a_shallow_clone_attests_and_verifies_nothing_that_the_whole_history_does_not(
    real_set: RealSet, tmp_path: Path
):
    proven = grades(figures_of(real_set.root), lambda grade: grade in (Grade.ATTESTED, Grade.VERIFIED))
    for depth in ("1", "40"):
        clone = tmp_path / depth
        subprocess.run(["git", "clone", "-q", "--depth", depth, f"file://{real_set.root}", clone], check=True)
        seen = grades(figures_of(clone), lambda grade: grade in (Grade.ATTESTED, Grade.VERIFIED))
        assert seen.items() <= proven.items()


def grades(found: Figures, wanted: Callable[[Grade], bool]) -> dict[str, Grade]:
    return {event.id: event.grade for event in found.events if wanted(event.grade)}


def test_a_record_that_an_outsider_turned_to_another_artifact_is_attested_no_more(real_set: RealSet, tmp_path: Path):
    if real_set.root.name != "innersource-patterns":
        pytest.skip("one set is enough to see it")
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", f"file://{real_set.root}", clone], check=True)
    attested = [e for e in figures_of(real_set.root).events if is_record(e.source_path) and e.grade is Grade.ATTESTED]
    artifact = next(e.artifact for e in attested if e.artifact != attested[0].artifact)
    turned, renoted = attested[0].source_path, attested[1].source_path
    text = (clone / turned).read_text()
    (clone / turned).write_text(text.replace(text.partition("artifact: ")[2].partition("\n")[0], artifact, 1))
    with (clone / renoted).open("a") as file:
        file.write("# looked at\n")
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")
    subprocess.run(["git", "-C", clone, *who, "commit", "-qam", "Mend records"], check=True)
    now = {event.source_path: event for event in figures_of(clone).events}
    assert (now[turned].artifact, now[turned].grade, now[renoted].grade) == (artifact, Grade.CLAIMED, Grade.ATTESTED)
    assert "since then it names another artifact" in english(now[turned].reason)


def test_withdrawn_reuse_is_shown_and_counted_nowhere(found: Figures, expected: dict[str, Any]):
    withdrawn = [event for event in found.events if event.grade is Grade.WITHDRAWN]
    assert len(withdrawn) == len(expected["grades_of_records"]["withdrawn"])
    for event in withdrawn:
        community = found.communities[CommunityId(event.artifact.partition("/")[0])]
        assert event in community.reuse_out
        assert not event.counted
