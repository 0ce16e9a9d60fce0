"""Reuse: every event, who uses whose, and how well each is evidenced; long lists go on to further pages."""

from collections import Counter
from collections.abc import Iterator

from outcome_catalog.insights.artifact_reuse import distinct_parties, distinct_reusers
from outcome_catalog.insights.chains import chains
from outcome_catalog.insights.figures import Grade, NotCounted, ReuseEvent
from outcome_catalog.insights.reach import party_key
from outcome_catalog.insights.uses import uses
from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.artifact_reuse import evidence_legend, history_depth, reusers_text
from outcome_catalog.publish.pages.artifact_rows import COUNTED_GRADES
from outcome_catalog.publish.pages.chain_steps import chain_steps
from outcome_catalog.publish.pages.links import Meta, community_link, link
from outcome_catalog.publish.pages.reuse_entries import acting_party, reuse_entry
from outcome_catalog.publish.pages.suggestions import suggestions_count
from outcome_catalog.publish.words import phrase

_PER_PAGE = 100
_MOST_PAIRS = 25
_MOST_CHAINS = 5


def outputs(context: PublishContext) -> Iterator[Output]:
    """The reuse page, and as many further pages as the list of events needs."""
    events = sorted(context.figures.events, key=lambda e: (_day(context, e), e.id), reverse=True)
    pages = max(1, -(-len(events) // _PER_PAGE))
    words = context.words["reuse"]
    for number in range(1, pages + 1):
        shown = events[(number - 1) * _PER_PAGE : number * _PER_PAGE]
        meta: Meta = {
            "template": "reuse.html",
            "title": words["title"] if number == 1 else phrase(context.words, "reuse.page_title", number=number),
            "description": words["description"],
            "entries": [reuse_entry(context, event) for event in shown],
            "total": len(events),
            "number": number,
            "pages": [{"number": n, "url": _page(n), "is_this": n == number} for n in _near(number, pages)]
            if pages > 1
            else [],
            **(_overview(context, events) if number == 1 else {"overview": None}),
        }
        if number == 1:
            meta |= {"nav": 50, "nav_title": context.words["nav"]["reuse"]}
        yield Output(path=addresses.page_path(_page(number)), meta=meta)


def _page(number: int) -> str:
    return addresses.reuse_url() if number == 1 else f"{addresses.reuse_url()}page-{number}/"


def _near(number: int, pages: int) -> list[int]:
    """The pages to offer: the first, the last and those around *number*."""
    return sorted({1, pages, *range(max(1, number - 2), min(pages, number + 2) + 1)})


def _day(context: PublishContext, event: ReuseEvent) -> str:
    return (event.recorded or event.first_day or context.catalog.as_of).isoformat()


def _overview(context: PublishContext, events: list[ReuseEvent]) -> Meta:
    counted = [event for event in events if event.counted]
    by_grade = Counter(event.grade for event in counted)
    reasons = Counter(event.not_counted for event in events if event.not_counted is not None)
    parties = {party_key(event.party) for event in counted}
    legend = {item["grade"]: item for item in evidence_legend(context)}
    return {
        "overview": {
            "counted": len(counted),
            "counted_text": phrase(context.words, "count.uses", n=len(counted)),
            "parties": phrase(context.words, "count.parties", n=len(parties)),
            "reusers": reusers_text(context, distinct_reusers(distinct_parties(uses(events)))),
            "depth": history_depth(context),
            "suggestions": suggestions_count(context),
            "chains": [chain_steps(context, chain) for chain in chains(events).longest(_MOST_CHAINS)],
            "grades": [legend[grade.value] | {"count": by_grade[grade]} for grade in COUNTED_GRADES],
            "uncounted": [
                {"word": context.words["not_counted"][reason.value], "count": reasons[reason]} for reason in NotCounted
            ],
            "pairs": _pairs(context, counted),
        }
    }


def _pairs(context: PublishContext, counted: list[ReuseEvent]) -> Meta:
    """Who uses whose most: producing community and reusing party, with their counts by grade."""
    totals: Counter[tuple[str, tuple[str, str]]] = Counter()
    grades: Counter[tuple[str, tuple[str, str], Grade]] = Counter()
    producers: dict[str, Meta] = {}
    names: dict[tuple[str, str], Meta] = {}
    for event in counted:
        artifact = context.catalog.artifact(event.artifact)
        producer = str(event.artifact).partition("/")[0] if artifact is None else artifact.community
        producers.setdefault(
            producer, link(producer, None) if artifact is None else community_link(context, artifact.community)
        )
        party = party_key(event.party)
        names.setdefault(party, acting_party(context, event.party))
        totals[producer, party] += 1
        grades[producer, party, event.grade] += 1
    ranked = sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    rows = [
        {
            "producer": producers[p],
            "party": names[party],
            "count": n,
            "grades": [grades[p, party, g] for g in COUNTED_GRADES],
        }
        for (p, party), n in ranked[:_MOST_PAIRS]
    ]
    more = phrase(context.words, "list.and_more", n=len(totals) - _MOST_PAIRS) if len(totals) > _MOST_PAIRS else None
    return {"rows": rows, "total": len(totals), "more": more}
