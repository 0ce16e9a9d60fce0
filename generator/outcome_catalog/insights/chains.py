"""Chains of reuse: what is based on what is based on it, link by link, each with its evidence grade (data-model §7).

A chain follows ``based_on`` from a source to what derives from it. Links within one community carry a chain on, as they
carry reach; they are no counted use. Artifacts that are based on each other are one step of a chain, so that no chain
runs in a circle. Every step is visited once: time grows with the number of artifacts and links.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from outcome_catalog.insights.figures import Grade, NotCounted, ReuseEvent
from outcome_catalog.insights.lookups import NOT_USED
from outcome_catalog.insights.reach import components
from outcome_catalog.insights.uses import COUNTED_GRADES
from outcome_catalog.model.ids import ArtifactRef

Step = tuple[ArtifactRef, ...]
"""One artifact, or several that are based on each other."""
_GRADES = {grade: rank for rank, grade in enumerate(COUNTED_GRADES)}
_SHORTEST = 2
"""Links from which on a chain is one: a single link is a reuse like any other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainLink:
    """*derivative* is based on *source*; *event* is what says so, the best evidenced where several do."""

    source: ArtifactRef
    derivative: ArtifactRef
    event: ReuseEvent

    @property
    def grade(self) -> Grade:
        """How well the link is evidenced."""
        return self.event.grade


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """*steps* from the first source on, and the *links* between them, one fewer; *cut* says that it goes on."""

    steps: tuple[Step, ...]
    links: tuple[ChainLink, ...]
    cut_before: int = 0
    """Steps before the first one that are left out."""
    cut_after: int = 0
    """Steps after the last one that are left out."""

    @property
    def length(self) -> int:
        """How many links the whole chain has."""
        return len(self.links) + self.cut_before + self.cut_after


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """The longest way on from a step: its length in links, and its first link; no link at its end."""

    length: int = 0
    link: ChainLink | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chains:
    """The longest way on from every step and back from it; every chain is read off them."""

    step_of: Mapping[ArtifactRef, Step] = field(default_factory=dict)
    onward: Mapping[Step, _Way] = field(default_factory=dict)
    backward: Mapping[Step, _Way] = field(default_factory=dict)

    def longest(self, most: int) -> tuple[Chain, ...]:
        """The longest chains of at least two links, one for each step that is based on nothing; *most* of them."""
        starts = (s for s, way in self.backward.items() if not way.length and self.onward[s].length >= _SHORTEST)
        ranked = sorted(starts, key=lambda step: (-self.onward[step].length, step))
        return tuple(self._chain(step, len(self.step_of)) for step in ranked[:most])

    def through(self, ref: ArtifactRef, around: int) -> Chain | None:
        """The longest chain of at least two links on which *ref* is, with *around* steps at most to either side."""
        step = self.step_of.get(ref)
        if step is None or self.onward[step].length + self.backward[step].length < _SHORTEST:
            return None
        return self._chain(step, around)

    def _chain(self, step: Step, around: int) -> Chain:
        back = list(self._walk(step, self.backward, around))
        on = list(self._walk(step, self.onward, around))
        links = (*reversed(back), *on)
        before = tuple(self.step_of[link.source] for link in reversed(back))
        after = tuple(self.step_of[link.derivative] for link in on)
        return Chain(
            steps=(*before, step, *after),
            links=links,
            cut_before=self.backward[step].length - len(back),
            cut_after=self.onward[step].length - len(on),
        )

    def _walk(self, step: Step, ways: Mapping[Step, _Way], most: int) -> Iterator[ChainLink]:
        """The links of the longest way from *step*, nearest first, *most* of them."""
        for _ in range(most):
            link = ways[step].link
            if link is None:
                return
            yield link
            step = self.step_of[link.derivative if ways is self.onward else link.source]


def chains(events: Iterable[ReuseEvent]) -> Chains:
    """The chains that the ``based_on`` entries among *events* make; what is broken, planned or rejected is no link."""
    links = _links(events)
    graph: dict[ArtifactRef, list[ArtifactRef]] = {}
    for source, derivative in links:
        graph.setdefault(source, []).append(derivative)
        graph.setdefault(derivative, [])
    order = [tuple(sorted(component)) for component in components({ref: tuple(on) for ref, on in graph.items()})]
    step_of = {ref: step for step in order for ref in step}
    between = [link for link in links.values() if step_of[link.source] != step_of[link.derivative]]
    from_step: dict[Step, list[ChainLink]] = {}
    to_step: dict[Step, list[ChainLink]] = {}
    for link in between:
        from_step.setdefault(step_of[link.source], []).append(link)
        to_step.setdefault(step_of[link.derivative], []).append(link)
    onward: dict[Step, _Way] = {}
    for step in order:  # each comes after all that it leads to
        onward[step] = _longest((onward[step_of[link.derivative]], link) for link in from_step.get(step, ()))
    backward: dict[Step, _Way] = {}
    for step in reversed(order):
        backward[step] = _longest((backward[step_of[link.source]], link) for link in to_step.get(step, ()))
    return Chains(step_of=step_of, onward=onward, backward=backward)


def _links(events: Iterable[ReuseEvent]) -> dict[tuple[ArtifactRef, ArtifactRef], ChainLink]:
    """The best evidenced link between each two artifacts, in the order of their references."""
    found: dict[tuple[ArtifactRef, ArtifactRef], ChainLink] = {}
    for event in sorted(events, key=lambda event: event.id):
        derivative = event.place.artifact
        if ">" not in event.id or derivative is None or event.mode in NOT_USED or event.grade not in _GRADES:
            continue
        if event.not_counted is NotCounted.LEFT_OUT:
            continue
        link = ChainLink(source=event.artifact, derivative=derivative, event=event)
        known = found.setdefault((link.source, derivative), link)
        if _GRADES[link.grade] > _GRADES[known.grade]:
            found[link.source, derivative] = link
    return dict(sorted(found.items()))


def _longest(ways: Iterable[tuple[_Way, ChainLink]]) -> _Way:
    """The longest of *ways*, one link longer; of equal ones the better evidenced, then the first by name."""
    ranked = [(way.length, _GRADES[link.grade], link) for way, link in ways]
    if not ranked:
        return _Way()
    length, _, link = max(ranked, key=lambda found: found[:2])
    return _Way(length=length + 1, link=link)
