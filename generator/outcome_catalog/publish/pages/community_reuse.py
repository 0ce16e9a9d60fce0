"""Who reuses what a community made, artifact by artifact, and every record of reuse in both directions."""

from collections.abc import Sequence

from outcome_catalog.insights.figures import ReuseEvent
from outcome_catalog.insights.reach import party_key
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.catalog import Community
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.artifact_rows import artifact_row, most_reused_first
from outcome_catalog.publish.pages.links import Meta, search_link
from outcome_catalog.publish.pages.reuse_entries import acting_party, reuse_entry
from outcome_catalog.publish.words import phrase

_MOST_EVENTS = 40
_MOST_REUSED = 8
_MOST_PARTIES = 6


def reuse_meta(context: PublishContext, community: Community) -> Meta:
    """What of *community* is reused and by whom, then the records: of its work by others, of others' work by it."""
    figures = context.figures.communities[community.id]
    return {
        "reused": _reused(context, community),
        "reuse_out": _records(context, figures.reuse_out),
        "reuse_in": _records(context, figures.reuse_in),
    }


def _reused(context: PublishContext, community: Community) -> Meta:
    """The artifacts that are reused, the most reused first, and the search for all of them where they are many."""
    found = most_reused_first(context, community.artifacts)
    rest = phrase(context.words, "list.all_in_search", n=len(found))
    facets = {"community": context.facets.communities[community.id], "reused": context.words["facet"]["reused_yes"]}
    return {
        "rows": [_by_whom(context, artifact) for artifact in found[:_MOST_REUSED]],
        "more": search_link(rest, **facets, sort="reuses") if len(found) > _MOST_REUSED else None,
    }


def _by_whom(context: PublishContext, artifact: Artifact) -> Meta:
    """An artifact with those who reuse it, each named once."""
    named: dict[tuple[str, str], Meta] = {}
    for party in context.figures.artifacts[artifact.ref].parties:
        named.setdefault(party_key(party), acting_party(context, party))
    left = len(named) - _MOST_PARTIES
    return artifact_row(context, artifact) | {
        "parties": list(named.values())[:_MOST_PARTIES],
        "parties_more": phrase(context.words, "list.and_more", n=left) if left > 0 else None,
    }


def _records(context: PublishContext, found: Sequence[ReuseEvent]) -> Meta:
    """The newest events of a direction, how many there are, and how many of them count."""
    counted = sum(1 for event in found if event.counted)
    return {
        "entries": [reuse_entry(context, event) for event in found[:_MOST_EVENTS]],
        "total": len(found),
        "counted": counted,
        "told": phrase(context.words, "community.records_counted", n=len(found), counted=counted),
        "cut": phrase(context.words, "list.newest_of", shown=_MOST_EVENTS, n=len(found))
        if len(found) > _MOST_EVENTS
        else None,
    }
