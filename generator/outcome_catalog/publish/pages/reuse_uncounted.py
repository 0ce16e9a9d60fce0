"""Reuse that was recorded and is not counted: reason by reason, with the records."""

from collections.abc import Iterator, Mapping, Sequence

from outcome_catalog.insights.figures import NotCounted, ReuseEvent
from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.links import Meta
from outcome_catalog.publish.pages.reuse_entries import reuse_entry
from outcome_catalog.publish.words import phrase

_URL = f"{addresses.reuse_url()}not-counted/"
_MOST = 300


def uncounted_reasons(context: PublishContext, reasons: Mapping[NotCounted | None, int]) -> list[Meta]:
    """Each reason with how many records have it, zeros included, and the way to them."""
    return [
        {
            "word": context.words["not_counted"][reason.value],
            "count": reasons.get(reason, 0),
            "url": f"{_URL}#{_anchor(reason)}" if reasons.get(reason, 0) else None,
        }
        for reason in NotCounted
    ]


def uncounted_outputs(context: PublishContext, events: Sequence[ReuseEvent]) -> Iterator[Output]:
    """The page that lists what is not counted; *events* are all events, the newest first."""
    words = context.words["network"]
    by_reason = {reason: [event for event in events if event.not_counted is reason] for reason in NotCounted}
    meta: Meta = {
        "template": "reuse-uncounted.html",
        "title": words["uncounted_title"],
        "description": words["uncounted_description"],
        "reuse_url": addresses.reuse_url(),
        "data_url": addresses.api_url("reuses.csv"),
        "reasons": [_reason(context, reason, found) for reason, found in by_reason.items() if found],
    }
    yield Output(path=addresses.page_path(_URL), meta=meta)


def _reason(context: PublishContext, reason: NotCounted, events: Sequence[ReuseEvent]) -> Meta:
    total = len(events)
    return {
        "anchor": _anchor(reason),
        "word": context.words["not_counted"][reason.value],
        "count": phrase(context.words, "network.uncounted", n=total),
        "entries": [reuse_entry(context, event) for event in events[:_MOST]],
        "cut": phrase(context.words, "network.uncounted_cut", shown=_MOST, n=total) if total > _MOST else None,
    }


def _anchor(reason: NotCounted) -> str:
    return reason.value.replace(" ", "-")
