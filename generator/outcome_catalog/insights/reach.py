"""How far an artifact's reuse reaches: through whatever is based on it, however long the chain (data-model §7)."""

from collections.abc import Iterable, Iterator, Mapping

from outcome_catalog.insights.figures import Party
from outcome_catalog.insights.lookups import NOT_USED
from outcome_catalog.insights.membership import folded
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.ids import ArtifactRef

Graph = Mapping[ArtifactRef, tuple[ArtifactRef, ...]]


def party_key(party: Party) -> tuple[str, str]:
    """By what a party is told from others: its community where one is named, else its organisation or unit."""
    if party.community is not None:
        return ("community", party.community)
    if party.external is not None:
        return ("external", folded(party.external))
    return ("unit", party.unit or "")


def derivatives(catalog: Catalog) -> Graph:
    """For every artifact, those that are based on it; chains within a community carry reach too."""
    graph: dict[ArtifactRef, dict[ArtifactRef, None]] = {ref: {} for ref in catalog.artifacts}
    for artifact in catalog.artifacts.values():
        for entry in artifact.based_on:
            source = None if entry.artifact is None else catalog.artifact(entry.artifact)
            if source is not None and entry.mode not in NOT_USED:
                graph[source.ref][artifact.ref] = None
    return {ref: tuple(found) for ref, found in graph.items()}


def reach(graph: Graph, parties: Mapping[ArtifactRef, Iterable[Party]]) -> dict[ArtifactRef, int]:
    """How many distinct parties reuse each artifact or anything based on it, its own community aside.

    *parties* are the direct reusers. Artifacts that are based on each other share one set. Each strongly connected
    part is visited once, what it reaches kept as the bits of one number, so that time grows with the chains.
    """
    bits: dict[tuple[str, str], int] = {}
    direct = {
        ref: sum({1 << bits.setdefault(party_key(party), len(bits)) for party in parties.get(ref, ())}) for ref in graph
    }
    reached: dict[ArtifactRef, int] = {}
    for component in components(graph):
        found = 0
        for ref in component:
            found |= direct[ref]
            for derivative in graph[ref]:
                found |= reached.get(derivative, 0)
        reached.update(dict.fromkeys(component, found))
    return {ref: (reached[ref] & ~_own(ref, bits)).bit_count() for ref in graph}


def _own(ref: ArtifactRef, bits: Mapping[tuple[str, str], int]) -> int:
    number = bits.get(("community", ref.partition("/")[0]))
    return 0 if number is None else 1 << number


def components(graph: Graph) -> Iterator[list[ArtifactRef]]:
    """The strongly connected parts of *graph*, each after all it leads to (Tarjan, 1972, without recursion)."""
    number: dict[ArtifactRef, int] = {}
    low: dict[ArtifactRef, int] = {}
    pending: list[ArtifactRef] = []
    waiting: set[ArtifactRef] = set()
    for start in graph:
        trail = [] if start in number else [(start, iter(graph[start]))]
        while trail:
            ref, derivatives_left = trail[-1]
            if ref not in number:
                number[ref] = low[ref] = len(number)
                pending.append(ref)
                waiting.add(ref)
            for derivative in derivatives_left:
                if derivative not in number:
                    trail.append((derivative, iter(graph[derivative])))
                    break
                if derivative in waiting:
                    low[ref] = min(low[ref], number[derivative])
            else:
                trail.pop()
                if trail:
                    low[trail[-1][0]] = min(low[trail[-1][0]], low[ref])
                if low[ref] == number[ref]:
                    component = _taken_down_to(ref, pending)
                    waiting.difference_update(component)
                    yield component


def _taken_down_to(ref: ArtifactRef, pending: list[ArtifactRef]) -> list[ArtifactRef]:
    component: list[ArtifactRef] = []
    while not component or component[-1] != ref:
        component.append(pending.pop())
    return component
