"""The short lists of the home page: newest, newest reuse, most reused, waiting; and why one of them is empty."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from outcome_catalog.insights.figures import ReuseEvent, ReuseState
from outcome_catalog.insights.uses import PROVEN
from outcome_catalog.model.artifact import Artifact, ArtifactStatus
from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.artifact_rows import capped_rows, most_reused_first, newest_first
from outcome_catalog.publish.pages.links import Meta, link
from outcome_catalog.publish.pages.reuse_entries import reuse_entry
from outcome_catalog.publish.words import phrase

_SHORT_LIST, _NEWEST = 6, 8


def short_lists(context: PublishContext) -> Meta:
    """Every short list with the way to all that it begins, by the name that the template knows it by."""
    every = context.catalog.artifacts.values()
    published = [artifact for artifact in every if artifact.status is ArtifactStatus.PUBLISHED]
    states = {artifact.ref: context.figures.artifacts[artifact.ref].state for artifact in every}
    waiting = [artifact for artifact in published if states[artifact.ref] is ReuseState.WAITING]
    used = most_reused_first(context, every)
    facet, status = context.words["facet"], context.words["status"]["published"]
    return {
        "newest": capped_rows(
            context, newest_first(published), _NEWEST, told="list.all_published", status=status, sort="newest"
        ),
        "most_reused": capped_rows(context, used, _SHORT_LIST, reused=facet["reused_yes"], sort="reuses"),
        "waiting": capped_rows(context, newest_first(waiting), _SHORT_LIST, status=status, reused=facet["reused_no"]),
        "none_waiting": _none_waiting(context, published),
        "newest_reuse": _newest_reuse(context),
    }


def _none_waiting(context: PublishContext, published: Sequence[Artifact]) -> str:
    """Why nothing waits to be reused: nothing is there, nothing is old enough, or all of it is reused."""
    states = Counter(context.figures.artifacts[artifact.ref].state for artifact in published)
    young, words = states[ReuseState.TOO_YOUNG], context.words["home"]
    if not published:
        return str(words["nothing_offered"])
    if not states[ReuseState.REUSED]:
        return phrase(context.words, "home.all_too_young", n=young)
    return str(words["nothing_waiting"])


def _newest_reuse(context: PublishContext) -> Meta:
    """The newest counted uses; those of one artifact that were recorded on one day stand on one line."""
    counted = [event for event in context.figures.events if event.counted]
    counted.sort(key=lambda e: (e.recorded or e.first_day or context.catalog.as_of, e.id), reverse=True)
    confirmed = sum(1 for event in counted if event.grade in PROVEN)
    title = phrase(context.words, "list.all_reuse", n=len(counted), confirmed=confirmed)
    return {
        "entries": [reuse_entry(context, event) | _others(context, counted, event) for event in _of_each(counted)],
        "total": len(counted),
        "more": link(title, addresses.reuse_url()),
    }


def _of_each(newest: Sequence[ReuseEvent]) -> list[ReuseEvent]:
    """Of the uses of one artifact that were recorded on one day the first, as many as the list is long."""
    first: dict[tuple[str, date | None], ReuseEvent] = {}
    for event in newest:
        first.setdefault((event.artifact, event.recorded), event)
        if len(first) == _SHORT_LIST:
            break
    return list(first.values())


def _others(context: PublishContext, counted: Sequence[ReuseEvent], event: ReuseEvent) -> Meta:
    """How many more uses of the same artifact were recorded on the same day."""
    number = sum(1 for other in counted if other.artifact == event.artifact and other.recorded == event.recorded) - 1
    return {"others": phrase(context.words, "home.others_too", n=number) if number else None}
