"""Reach: everybody who uses an artifact or anything based on it, however long the chain (data-model §7)."""

from hypothesis import given
from hypothesis import strategies as st

from outcome_catalog.insights.figures import Party
from outcome_catalog.insights.reach import Graph, derivatives, party_key, reach
from outcome_catalog.model.artifact import Mode
from outcome_catalog.model.ids import ArtifactRef, CommunityId, UnitId
from tests.insights.catalogs import a_catalog, an_artifact, based_on


def graph_of(**edges: str) -> Graph:
    names = set(edges) | {target for targets in edges.values() for target in targets}
    return {ref(name): tuple(ref(target) for target in edges.get(name, "")) for name in sorted(names)}


def ref(name: str) -> ArtifactRef:
    return ArtifactRef(f"{name}/it")


def users(*names: str) -> tuple[Party, ...]:
    return tuple(Party(community=CommunityId(name)) for name in names)


def test_reach_goes_through_chains_and_counts_a_party_once():
    graph = graph_of(a="bc", b="d", c="d", d="")
    parties = {ref("a"): users("b", "c"), ref("b"): users("d"), ref("c"): users("d"), ref("d"): users("e")}
    assert reach(graph, parties) == {ref("a"): 4, ref("b"): 2, ref("c"): 2, ref("d"): 1}


def test_artifacts_that_are_based_on_each_other_share_their_reach():
    graph = graph_of(a="b", b="c", c="a")
    parties = {ref("b"): users("x"), ref("c"): users("y")}
    assert set(reach(graph, parties).values()) == {2}


def test_the_own_community_is_not_reached():
    graph = graph_of(a="b", b="")
    assert reach(graph, {ref("a"): users("b"), ref("b"): users("a", "c")}) == {ref("a"): 2, ref("b"): 2}


def test_a_chain_of_ten_thousand_needs_no_deep_stack():
    names = [ArtifactRef(f"c{n}/it") for n in range(10_000)]
    graph = {name: tuple(names[n + 1 : n + 2]) for n, name in enumerate(names)}
    parties = {name: users(f"c{n + 1}") for n, name in enumerate(names[:-1])}
    found = reach(graph, parties)
    assert (found[names[0]], found[names[-2]], found[names[-1]]) == (9_999, 1, 0)
    closed = graph | {names[-1]: (names[0],)}
    assert set(reach(closed, parties).values()) == {9_998, 9_999}


def test_a_party_is_its_community_else_its_organisation_or_unit():
    assert party_key(Party(unit=UnitId("u"), community=CommunityId("c"))) == ("community", "c")
    assert party_key(Party(external="Harbour  WORKS")) == ("external", "harbour works")
    assert party_key(Party(unit=UnitId("u"))) == ("unit", "u")


def test_only_what_is_used_derives():
    catalog = a_catalog(
        an_artifact("a/it", former=(ArtifactRef("a/old"),)),
        an_artifact("b/it", based_on=(based_on("a/old"), based_on("a/it", Mode.CITED))),
        an_artifact("c/it", based_on=(based_on("a/it", Mode.PLANNED), based_on("gone/it"))),
        an_artifact("d/it", based_on=(based_on("a/it", Mode.TRIED_REJECTED),)),
    )
    assert derivatives(catalog)[ref("a")] == (ref("b"),)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[Graph, dict[ArtifactRef, tuple[Party, ...]]]:
    size = draw(st.integers(1, 8))
    numbers = st.integers(0, size - 1)
    edges = draw(st.lists(st.tuples(numbers, numbers), max_size=20))
    used = draw(st.lists(st.tuples(numbers, st.sampled_from(["n0", "n1", "x", "y", "z"])), max_size=12))
    names = [ref(f"n{number}") for number in range(size)]
    graph = {name: tuple(names[b] for a, b in dict.fromkeys(edges) if a == n) for n, name in enumerate(names)}
    return graph, {name: users(*(who for a, who in used if a == n)) for n, name in enumerate(names)}


@given(graphs())
def test_reach_equals_a_walk_from_every_artifact(given_graph: tuple[Graph, dict[ArtifactRef, tuple[Party, ...]]]):
    graph, parties = given_graph
    for start, reached in reach(graph, parties).items():
        seen, todo = {start}, [start]
        while todo:
            for derivative in graph[todo.pop()]:
                if derivative not in seen:
                    seen.add(derivative)
                    todo.append(derivative)
        everybody = {party.community for name in seen for party in parties[name]}
        assert reached == len(everybody - {start.partition("/")[0]})
