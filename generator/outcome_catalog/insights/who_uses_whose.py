"""Who uses whose work: the counted uses between each producing community and each party that reuses (data-model §6)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from outcome_catalog.insights.figures import Grade
from outcome_catalog.insights.reach import party_key
from outcome_catalog.insights.uses import COUNTED_GRADES, Use
from outcome_catalog.model.ids import CommunityId

PartyKey = tuple[str, str]
"""What a party is told from others by: ``community``, ``external`` or ``unit``, and its id or folded name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A community and a party that reuses its work, with the counted *uses* between them, the newest first."""

    producer: CommunityId
    key: PartyKey
    uses: tuple[Use, ...]


def grades_of(uses: Iterable[Use]) -> dict[Grade, int]:
    """How many of *uses* have each grade that counts, zeros included."""
    counts = Counter(use.best.grade for use in uses)
    return {grade: counts[grade] for grade in COUNTED_GRADES}


def pairs(uses: Mapping[CommunityId, Iterable[Use]]) -> tuple[Pair, ...]:
    """Every pair between which there is a counted use, those with most uses first; *uses* are by producing community.

    A use counts for one party: its community where one is named, else its organisation outside, else its unit.
    """
    found: dict[tuple[CommunityId, PartyKey], list[Use]] = defaultdict(list)
    for producer, used in uses.items():
        for use in used:
            found[producer, party_key(use.best.party)].append(use)
    every = (Pair(producer=producer, key=key, uses=tuple(used)) for (producer, key), used in found.items())
    return tuple(sorted(every, key=lambda pair: (-len(pair.uses), pair.producer, pair.key)))
