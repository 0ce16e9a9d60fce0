"""All figures together: complete, in one order, and nothing but a function of the catalog."""

import random
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from outcome_catalog.insights.compute import figures
from outcome_catalog.insights.figures import ValueCycles
from outcome_catalog.insights.uses import uses
from outcome_catalog.model.artifact import ArtifactStatus
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import CharterRevision
from outcome_catalog.model.ids import ArtifactRef, CommitId, CommunityId, IndicatorId, PersonId, UnitId
from outcome_catalog.model.reuse import UsedBy
from tests.insights.catalogs import (
    Git,
    a_catalog,
    a_charter,
    a_person,
    a_record,
    an_artifact,
    an_indicator,
    artifact_path,
    based_on,
    day,
    measured,
    record_path,
)

GUIDES, DESK = CommunityId("guides"), CommunityId("desk")


def a_small_catalog() -> Catalog:
    git = Git()
    git.commit("writer", "2025-01-15", artifact_path("guides/triage"), artifact_path("guides/draft"))
    path = artifact_path("desk/steps")
    git.commit("mate", "2025-05-01", path, brings=[(path, "guides/triage")])
    git.commit("mate", "2026-06-01", record_path("guides/2026-06-01-works"))
    revisions = tuple(
        CharterRevision(date=day(on), change="Learned.") for on in ("2025-02-01", "2026-02-01", "2026-09-01")
    )
    return a_catalog(
        an_artifact("guides/triage", authors=(PersonId("writer"),)),
        an_artifact("guides/draft", status=ArtifactStatus.DRAFT),
        an_artifact("guides/own", date=day("2026-06-02"), based_on=(based_on("guides/triage"),)),
        an_artifact("desk/steps", based_on=(based_on("guides/triage"),)),
        a_record("guides/2026-06-01-works", "guides/triage"),
        a_person("mate", external="Harbour Works"),
        measured("guides", "rising", ("2026-05-01", 10)),
        measured("guides", "falling", ("2026-05-01", -10)),
        charters={
            "guides": a_charter(
                "guides", indicators=[an_indicator("rising"), an_indicator("falling")], revisions=revisions
            )
        },
        history=git.history,
    )


def test_every_artifact_and_community_has_its_figures():
    catalog = a_small_catalog()
    found = figures(catalog)
    assert found.as_of == catalog.as_of
    assert list(found.artifacts) == list(catalog.artifacts)
    assert list(found.communities) == list(catalog.communities)


def test_reuse_comes_in_where_it_is_used_and_goes_out_where_it_was_made():
    found = figures(a_small_catalog()).communities
    assert [event.id for event in found[DESK].reuse_in] == ["desk/steps>guides/triage"]
    assert found[DESK].reuse_out == ()
    assert found[GUIDES].reuse_in == ()
    assert [event.id for event in found[GUIDES].reuse_out] == [
        "guides/own>guides/triage",
        "guides/2026-06-01-works",
        "desk/steps>guides/triage",
    ]


def test_a_record_of_a_reusing_community_comes_in_by_its_present_name():
    record = a_record(
        "guides/2026-06-01-a", "guides/triage", used_by=UsedBy(unit=UnitId("u"), community=CommunityId("old"))
    )
    catalog = a_catalog(
        an_artifact("guides/triage"),
        record,
        charters={"desk": a_charter("desk")},
        former_communities={CommunityId("old"): DESK},
    )
    assert [event.party.community for event in figures(catalog).communities[DESK].reuse_in] == ["desk"]


def test_value_cycles_hold_the_records_behind_each_count():
    catalog = a_small_catalog()
    cycles = figures(catalog).communities[GUIDES].value_cycles
    assert cycles == ValueCycles(
        commits=(CommitId(f"{1:040x}"),),
        artifacts=(ArtifactRef("guides/own"), ArtifactRef("guides/triage")),
        uses=("guides/2026-06-01-works", "desk/steps>guides/triage"),
        indicators=(IndicatorId("rising"),),
        revisions=catalog.communities[GUIDES].charter.revisions[:2],
    )
    assert (cycles.immediate, cycles.potential, cycles.applied, cycles.realised, cycles.reframing) == (1, 2, 2, 1, 2)


def test_the_same_catalog_gives_the_same_figures():
    catalog = a_small_catalog()
    assert repr(figures(catalog)) == repr(figures(catalog))


def test_an_empty_catalog_has_empty_figures():
    found = figures(a_catalog())
    assert (found.events, dict(found.artifacts), dict(found.communities)) == ((), {}, {})


names = st.sampled_from(["a/one", "a/two", "b/one", "b/two", "c/one"])


@st.composite
def catalogs(draw: st.DrawFn) -> tuple[list[Any], Git]:
    git, parts = Git(), []
    for ref in ("a/one", "a/two", "b/one", "b/two", "c/one"):
        sources = draw(st.lists(names, max_size=3))
        parts.append(an_artifact(ref, authors=(PersonId("p0"),), based_on=tuple(map(based_on, sources))))
        path = artifact_path(ref)
        git.commit(draw(st.sampled_from(["p0", "p1"])), "2025-02-01", path, brings=[(path, s) for s in sources])
    for number in range(draw(st.integers(0, 5))):
        record_id = f"{draw(st.sampled_from('ab'))}/2025-03-0{number + 1}-r"
        party = UsedBy(external=draw(st.sampled_from(["Works", "Others"])))
        parts.append(a_record(record_id, draw(names), used_by=party))
        git.commit(draw(st.sampled_from(["p0", "p1", "p2"])), "2025-03-01", record_path(record_id))
    return [*parts, a_person("p0", external="Works"), a_person("p1", external="Others")], git


@settings(max_examples=60)
@given(catalogs(), st.randoms(use_true_random=False))
def test_counts_add_up_in_whichever_order_the_files_come(given_catalog: tuple[list[Any], Git], order: random.Random):
    parts, git = given_catalog
    found = figures(a_catalog(*parts, history=git.history))
    shuffled = list(parts)
    order.shuffle(shuffled)
    assert figures(a_catalog(*shuffled, history=git.history)) == found
    assert sum(reuse.counted for reuse in found.artifacts.values()) == sum(e.counted for e in found.events)
    for reuse in found.artifacts.values():
        assert reuse.counted == sum(reuse.counted_by_grade.values())
        assert len(reuse.events) == reuse.counted + sum(reuse.not_counted.values())
        assert reuse.reach >= len({p.community for p in reuse.parties if p.community} - {reuse.ref[0]})
        assert (reuse.days_to_first_reuse is None) == (reuse.counted == 0)
    for community in found.communities.values():
        assert community.value_cycles.applied == sum(event.counted for event in community.reuse_out)
        assert all(event.artifact[0] == community.community for event in community.reuse_out)


@settings(max_examples=40)
@given(catalogs())
def test_without_git_nothing_gains_evidence(given_catalog: tuple[list[Any], Git]):
    parts, git = given_catalog
    proven = figures(a_catalog(*parts, history=git.history))
    unproven = figures(a_catalog(*parts))
    assert {event.grade for event in unproven.events} <= {"claimed"}
    assert len(uses(unproven.events)) >= len(uses(proven.events))


def test_a_left_out_artifact_has_no_figures():
    catalog = a_small_catalog()
    without = replace(catalog, artifacts={r: a for r, a in catalog.artifacts.items() if r != "desk/steps"})
    assert ArtifactRef("desk/steps") not in figures(without).artifacts
