"""The uses that the sources tell of: one use is counted once, with the best grade of its sources (data-model §6)."""

from dataclasses import dataclass
from functools import cache
from itertools import combinations

from tests.recount.days import Span
from tests.recount.grades import GRADES
from tests.recount.known import Known
from tests.recount.reuse_sources import Source, sources


@dataclass(frozen=True, eq=False)
class Use:
    """One use with all that tells of it."""

    sources: tuple[Source, ...]

    @property
    def grade(self) -> str:
        found = {source.grade for source in self.sources}
        return next((grade for grade in reversed(GRADES) if grade in found), self.sources[0].grade)

    @property
    def best(self) -> Source:
        """The source that stands for the use: of the best grade, a record before an entry."""
        return min(self.sources, key=lambda source: (source.grade != self.grade, not source.is_record, source.id))

    @property
    def id(self) -> str:
        return self.best.id

    @property
    def counted(self) -> bool:
        return self.sources[0].not_counted is None

    @property
    def earliest(self) -> Source:
        """The source that says the earliest day, exact dates first, and of equals the best source.

        What only claims a use dates none that others prove.
        """
        proving = [source for source in self.sources if source.grade in ("attested", "verified")]
        return min(proving or self.sources, key=lambda source: (*source.span, source is not self.best, source.id))

    @property
    def span(self) -> Span:
        """The days on one of which the use began."""
        return self.earliest.span

    @property
    def artifact(self) -> str:
        return self.sources[0].artifact

    @property
    def community(self) -> str:
        return self.artifact.partition("/")[0]


@cache
def uses(known: Known) -> tuple[Use, ...]:
    """The counted uses, and then each source that is not counted."""
    there = {source.id: source for source in sources(known) if source.not_counted is None}
    groups = [[there[id_] for id_ in group if id_ in there] for group in _told_of_one_use(known.whole)]
    left = [[source] for source in sources(known) if source.not_counted is not None]
    return tuple(Use(tuple(group)) for group in [*groups, *left] if group)


@cache
def _told_of_one_use(known: Known) -> list[list[str]]:
    """The ids of the counted sources, those that tell of one use together."""
    by_place: dict[tuple[object, ...], list[list[Source]]] = {}
    for source in sources(known):
        if source.not_counted is None:
            by_place.setdefault((source.artifact, source.place), []).append([source])
    groups = [group for at_one_place in by_place.values() for group in _joined(at_one_place)]
    return [sorted(source.id for source in group) for group in groups]


def _joined(groups: list[list[Source]]) -> list[list[Source]]:
    """The groups joined pair by pair, until none that share a party are left."""
    while pair := next((pair for pair in combinations(groups, 2) if _share_a_party(*pair)), None):
        groups = [group for group in groups if group not in pair] + [[*pair[0], *pair[1]]]
    return groups


def _share_a_party(one: list[Source], other: list[Source]) -> bool:
    return any(bool(a.parties & b.parties) for a in one for b in other)
