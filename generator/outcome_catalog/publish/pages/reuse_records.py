"""The records behind who uses whose: every pair with its counted uses, one line each, on as many pages as it takes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from outcome_catalog.insights.uses import GRADES_BEST_FIRST, Use
from outcome_catalog.insights.who_uses_whose import Pair
from outcome_catalog.model.ids import CommunityId
from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.links import Meta, artifact_ref_link, community_link
from outcome_catalog.publish.pages.reuse_entries import event_anchor, place_link
from outcome_catalog.publish.pages.reuse_sides import (
    Side,
    Tie,
    counts_of,
    fragment,
    place_name,
    producer_key,
    side,
    side_key,
)
from outcome_catalog.publish.provenance import source_fact
from outcome_catalog.publish.words import phrase

_USES_PER_PAGE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPlaces:
    """On which page each pair's records are listed."""

    pages: tuple[tuple[Pair, ...], ...]
    number: Mapping[tuple[str, str], int]

    @property
    def first(self) -> str:
        """The address of the first page."""
        return _url(1)

    def of_pair(self, pair: Pair) -> str:
        """The address of the list of a pair's records."""
        made = producer_key(pair.producer)
        return _url(self.number[made, side_key(pair.key)]) + fragment(_pair_anchor(pair))

    def of_tie(self, tie: Tie) -> str:
        """The address of the list of a tie's records."""
        return self.of_producer(tie.producer) if tie.pair is None else self.of_pair(tie.pair)

    def of_producer(self, key: str) -> str:
        """The address of all records of the community with that key; the first page for others."""
        found = next((number for (made, _), number in self.number.items() if made == key), None)
        return _url(1) if found is None else _url(found) + fragment(_producer_anchor(key))


def record_places(pairs: Sequence[Pair]) -> RecordPlaces:
    """Community by community, the one with most uses first, and within it the party with most uses first."""
    by_producer: dict[CommunityId, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_producer[pair.producer].append(pair)
    ranked = sorted(by_producer.items(), key=lambda item: (-sum(len(pair.uses) for pair in item[1]), item[0]))
    pages: list[list[Pair]] = [[]]
    held = 0
    for pair in (pair for _, found in ranked for pair in found):
        if held + len(pair.uses) > _USES_PER_PAGE and pages[-1]:
            pages.append([])
            held = 0
        pages[-1].append(pair)
        held += len(pair.uses)
    number = {
        (producer_key(pair.producer), side_key(pair.key)): at for at, page in enumerate(pages, 1) for pair in page
    }
    return RecordPlaces(pages=tuple(map(tuple, pages)), number=number)


def record_outputs(context: PublishContext, places: RecordPlaces) -> Iterator[Output]:
    """The pages that list every pair with its records."""
    words = context.words["network"]
    for number, pairs in enumerate(places.pages, 1):
        title = words["records_title"]
        if number > 1:
            title = phrase(context.words, "network.records_page_title", number=number)
        meta: Meta = {
            "template": "reuse-records.html",
            "title": title,
            "description": words["records_description"],
            "reuse_url": addresses.reuse_url(),
            "producers": _producers(context, pairs),
            "pages": [{"number": n, "url": _url(n), "is_this": n == number} for n in range(1, len(places.pages) + 1)]
            if len(places.pages) > 1
            else [],
        }
        yield Output(path=addresses.page_path(_url(number)), meta=meta)


def _url(number: int) -> str:
    first = f"{addresses.reuse_url()}who-uses-whose/"
    return first if number == 1 else f"{first}page-{number}/"


def _producer_anchor(key: str) -> str:
    return f"of.{place_name(key)}"


def _pair_anchor(pair: Pair) -> str:
    return f"pair.{pair.producer}.{place_name(side_key(pair.key))}"


def _producers(context: PublishContext, pairs: Sequence[Pair]) -> list[Meta]:
    found: dict[CommunityId, list[Pair]] = defaultdict(list)
    for pair in pairs:
        found[pair.producer].append(pair)
    return [
        community_link(context, producer)
        | {
            "anchor": _producer_anchor(producer_key(producer)),
            "count": sum(counts_of(of_it)),
            "pairs": [_pair(context, pair, side(context, pair.key, [pair])) for pair in of_it],
        }
        for producer, of_it in found.items()
    ]


def _pair(context: PublishContext, pair: Pair, party: Side) -> Meta:
    return {
        "anchor": _pair_anchor(pair),
        "party": {"title": party.title, "url": party.url, "lang": party.language},
        "kind": context.words["network"]["party_kind"][party.kind],
        "count": len(pair.uses),
        "grades": list(party.counts),
        "uses": [_use(context, use) for use in sorted(pair.uses, key=_best_first)],
    }


def _best_first(use: Use) -> int:
    """The better evidenced first; uses of one grade stay in their order, the newest first."""
    return GRADES_BEST_FIRST.index(use.best.grade)


def _use(context: PublishContext, use: Use) -> Meta:
    event = use.best
    artifact = artifact_ref_link(context, event.artifact)
    artifact["url"] = f"{artifact['url']}{fragment(event_anchor(event.id))}"
    began = use.opening.date or use.opening.recorded
    return {
        "grade": event.grade.value,
        "grade_word": context.words["grade"][event.grade.value],
        "artifact": artifact,
        "mode": context.words["mode"][event.mode.value],
        "place": place_link(context, event.place),
        "began": None if began is None else str(began),
        "source": source_fact(context.site, event.source_path, line=event.source_line, commit=event.commit),
    }
