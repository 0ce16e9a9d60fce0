"""Those between whom there is reuse, as pages name them: communities, units and organisations outside, with counts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from outcome_catalog.insights.membership import folded
from outcome_catalog.insights.uses import GRADES_BEST_FIRST, Use
from outcome_catalog.insights.who_uses_whose import Pair, PartyKey, grades_of
from outcome_catalog.model.ids import CommunityId, UnitId
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.links import community_link, link, unit_title, written_link
from outcome_catalog.publish.words import phrase

OTHERS = "others:"
"""The key of those that are shown together, for lack of room."""
Counts = tuple[int, ...]
"""How many uses there are of each grade that counts, the best grade first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A community or a party that reuses: its *kind* is ``community``, ``unit``, ``external`` or ``others``."""

    key: str
    kind: str
    title: str
    url: str | None
    counts: Counts
    language: str | None = None
    """That of *title*, where it is not the pages'."""

    @property
    def total(self) -> int:
        """All its uses."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """The uses of *producer*'s work by *party* (keys of sides); one pair, or several shown together."""

    producer: str
    party: str
    counts: Counts
    pair: Pair | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """All counted uses, between those that are named and those shown together; most uses first, others last."""

    producers: tuple[Side, ...]
    parties: tuple[Side, ...]
    ties: tuple[Tie, ...]


def side_key(key: PartyKey) -> str:
    """A party's key as one text."""
    return ":".join(key)


def producer_key(community: CommunityId) -> str:
    """A community's key, which is the same where it reuses."""
    return side_key(("community", community))


def place_name(key: str) -> str:
    """*key* as part of an id in a page: without white space, different for different keys."""
    return key.replace("_", "__").replace(" ", "_").replace(":", ".", 1)


def fragment(name: str) -> str:
    """What leads to the place *name* of a page."""
    return f"#{quote(name)}"


def counts_of(pairs: Iterable[Pair]) -> Counts:
    """The uses of all *pairs* by grade."""
    return counts_of_uses(use for pair in pairs for use in pair.uses)


def counts_of_uses(uses: Iterable[Use]) -> Counts:
    """*uses* by grade."""
    grades = grades_of(uses)
    return tuple(grades[grade] for grade in GRADES_BEST_FIRST)


def web(context: PublishContext, pairs: Iterable[Pair], *, most_producers: int, most_parties: int) -> Web:
    """The web between the communities that are reused most and the parties that reuse most; the rest are *others*.

    Where only one more would be left, it is named too.
    """
    pairs = tuple(pairs)
    by_producer, by_party = _grouped(pairs, of_producer=True), _grouped(pairs, of_producer=False)
    producers = _sides(context, by_producer, most_producers)
    parties = _sides(context, by_party, most_parties)
    named = {side.key for side in producers}, {side.key for side in parties}
    ties: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in pairs:
        made, used = producer_key(pair.producer), side_key(pair.key)
        ties[made if made in named[0] else OTHERS, used if used in named[1] else OTHERS].append(pair)
    return Web(
        producers=producers,
        parties=parties,
        ties=tuple(
            Tie(
                producer=made,
                party=used,
                counts=counts_of(found),
                pair=None if OTHERS in {made, used} else found[0],
            )
            for (made, used), found in ties.items()
        ),
    )


def _grouped(pairs: Iterable[Pair], *, of_producer: bool) -> dict[PartyKey, list[Pair]]:
    found: dict[PartyKey, list[Pair]] = defaultdict(list)
    for pair in pairs:
        found[("community", pair.producer) if of_producer else pair.key].append(pair)
    return found


def _sides(context: PublishContext, grouped: Mapping[PartyKey, list[Pair]], most: int) -> tuple[Side, ...]:
    """Those with most uses by name, by title where they have as many; then the others as one."""
    known = [side(context, key, pairs) for key, pairs in grouped.items()]
    known.sort(key=lambda each: (-each.total, folded(each.title), each.key))
    if len(known) <= most + 1:
        return tuple(known)
    rest = known[most:]
    counts = tuple(sum(column) for column in zip(*(each.counts for each in rest), strict=True))
    title = phrase(context.words, "network.others", n=len(rest))
    others = Side(key=OTHERS, kind="others", title=title, url=None, counts=counts)
    return (*known[:most], others)


def side(context: PublishContext, key: PartyKey, pairs: Iterable[Pair]) -> Side:
    """The side of that key with the uses of *pairs*; an organisation in the first of its spellings."""
    pairs = tuple(pairs)
    kind, name = key
    if kind == "community":
        found = community_link(context, CommunityId(name))
    elif kind == "unit":
        found = written_link(context, unit_title(context, UnitId(name)), None)
    else:
        spellings = (use.best.party.external for pair in pairs for use in pair.uses)
        found = link(min((spelling for spelling in spellings if spelling is not None), default=name), None)
    return Side(
        key=side_key(key),
        kind=kind,
        title=found["title"],
        url=found["url"],
        counts=counts_of(pairs),
        language=found.get("lang"),
    )
