"""Reuse in one look: how much, by whom, how well evidenced, who uses whose, when; then every event, page by page."""

from collections import Counter
from collections.abc import Iterator, Sequence

from outcome_catalog.insights.artifact_reuse import distinct_parties, distinct_reusers
from outcome_catalog.insights.chains import chains
from outcome_catalog.insights.figures import NotCounted, ReuseEvent
from outcome_catalog.insights.uses import GRADES_BEST_FIRST, uses
from outcome_catalog.insights.who_uses_whose import Pair, pairs
from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.artifact_reuse import evidence_legend, history_depth, reusers_text
from outcome_catalog.publish.pages.chain_steps import chain_steps
from outcome_catalog.publish.pages.links import Meta
from outcome_catalog.publish.pages.reuse_entries import reuse_entry
from outcome_catalog.publish.pages.reuse_network import network
from outcome_catalog.publish.pages.reuse_over_time import reuse_over_time
from outcome_catalog.publish.pages.reuse_records import RecordPlaces, record_outputs, record_places
from outcome_catalog.publish.pages.reuse_uncounted import uncounted_outputs, uncounted_reasons
from outcome_catalog.publish.pages.suggestions import suggestions_count
from outcome_catalog.publish.words import phrase

_PER_PAGE = 50
_MOST_CHAINS = 5


def outputs(context: PublishContext) -> Iterator[Output]:
    """The reuse page, further pages of the list of events, and those that list the records behind the figures."""
    events = sorted(context.figures.events, key=lambda e: (_day(context, e), e.id), reverse=True)
    found = pairs({community: [dated.use for dated in used] for community, used in context.records.uses.items()})
    places = record_places(found)
    for number in range(1, max(1, -(-len(events) // _PER_PAGE)) + 1):
        yield _page(context, events, number, _overview(context, events, found, places) if number == 1 else None)
    if found:
        yield from record_outputs(context, places)
    if any(not event.counted for event in events):
        yield from uncounted_outputs(context, events)


def _page(context: PublishContext, events: Sequence[ReuseEvent], number: int, overview: Meta | None) -> Output:
    words = context.words["reuse"]
    pages = max(1, -(-len(events) // _PER_PAGE))
    meta: Meta = {
        "template": "reuse.html",
        "title": words["title"] if number == 1 else phrase(context.words, "reuse.page_title", number=number),
        "description": words["description"],
        "entries": [reuse_entry(context, event) for event in events[(number - 1) * _PER_PAGE : number * _PER_PAGE]],
        "total": len(events),
        "number": number,
        "pages": [{"number": n, "url": _url(n), "is_this": n == number} for n in _near(number, pages)]
        if pages > 1
        else [],
        "overview": overview,
        "empty_this": phrase(context.words, "network.empty_this", used_this=context.words["artifact"]["used_this"]),
        "record_keys_url": f"{addresses.contribute_url()}reuse/",
        "search_url": addresses.search_url(),
    }
    if number == 1:
        meta |= {"nav": 50, "nav_title": context.words["nav"]["reuse"]}
    return Output(path=addresses.page_path(_url(number)), meta=meta)


def _url(number: int) -> str:
    return addresses.reuse_url() if number == 1 else f"{addresses.reuse_url()}page-{number}/"


def _near(number: int, pages: int) -> list[int]:
    """The pages to offer: the first, the last and those around *number*."""
    return sorted({1, pages, *range(max(1, number - 2), min(pages, number + 2) + 1)})


def _day(context: PublishContext, event: ReuseEvent) -> str:
    return (event.recorded or event.first_day or context.catalog.as_of).isoformat()


def _overview(
    context: PublishContext, events: Sequence[ReuseEvent], found: Sequence[Pair], places: RecordPlaces
) -> Meta:
    grades = Counter(event.grade for event in events if event.counted)
    legend = {item["grade"]: item for item in evidence_legend(context)}
    reasons = Counter(event.not_counted for event in events)
    counted = grades.total()
    return {
        "counted": counted,
        "counted_text": phrase(context.words, "network.counted", n=counted),
        "parties": phrase(context.words, "count.parties", n=len({pair.key for pair in found})),
        "reusers": reusers_text(context, distinct_reusers(distinct_parties(uses(events)))),
        "depth": history_depth(context),
        "suggestions": suggestions_count(context),
        "chains": [chain_steps(context, chain) for chain in chains(events).longest(_MOST_CHAINS)],
        "records_url": places.first if found else None,
        "grades": [legend[grade.value] | {"count": grades[grade]} for grade in GRADES_BEST_FIRST],
        "uncounted": uncounted_reasons(context, reasons),
        "uncounted_total": sum(reasons[reason] for reason in NotCounted),
        "network": network(context, found, places) if found else None,
        "over_time": reuse_over_time(context),
    }
