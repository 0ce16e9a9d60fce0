"""A community's page: the goal both ways, promised and delivered, outcomes, artifacts, reuse, the charter."""

from collections import defaultdict
from collections.abc import Iterator

from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.catalog import Community
from outcome_catalog.model.ids import KindId
from outcome_catalog.publish.addresses import community_url, page_path
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.artifact_rows import capped_rows, newest_first
from outcome_catalog.publish.pages.attention_items import Attention
from outcome_catalog.publish.pages.community_cycles import vitality_records
from outcome_catalog.publish.pages.community_goal import goal_meta
from outcome_catalog.publish.pages.community_outcomes import outcome_metas
from outcome_catalog.publish.pages.community_outputs import output_metas
from outcome_catalog.publish.pages.community_record import record_meta
from outcome_catalog.publish.pages.community_rows import community_row
from outcome_catalog.publish.pages.community_value import value_meta
from outcome_catalog.publish.pages.links import Meta, kind_link
from outcome_catalog.publish.pages.reuse_entries import reuse_entry
from outcome_catalog.publish.pages.search_record import community_search_record
from outcome_catalog.publish.pages.vitality import vitality_by_quarter
from outcome_catalog.publish.words import phrase

_MOST_OF_A_KIND = 50
_MOST_EVENTS = 40
_SHOWN_OF_A_TOPIC = 5


def outputs(context: PublishContext) -> Iterator[Output]:
    """A page for every community."""
    attention = Attention.of(context)
    for community in context.catalog.communities.values():
        meta = community_meta(context, community) | {"attention": attention.topics(community.id, _SHOWN_OF_A_TOPIC)}
        yield Output(path=page_path(community_url(community.id)), meta=meta, edit_source=community.charter.origin.path)


def community_meta(context: PublishContext, community: Community) -> Meta:
    """All that a community's page prints, apart from what needs a steward."""
    charter = community.charter
    row = community_row(context, community)
    return {
        "template": "community.html",
        "title": charter.title,
        "description": charter.summary,
        "summary": charter.summary,
        "note": charter.note,
        **{key: row[key] for key in ("id", "type", "lifecycle", "lifecycle_word", "started", "vitality")},
        "figures": {key: row[key] for key in ("artifacts", "reuse", "outputs", "indicators")},
        "review_by": None if charter.review_by is None else charter.review_by.isoformat(),
        "is_review_overdue": charter.review_by is not None and charter.review_by < context.catalog.as_of,
        "ends": None if charter.ends is None else charter.ends.isoformat(),
        "goal": goal_meta(context, community),
        "vitality_by_quarter": vitality_by_quarter(context, context.figures.communities[community.id]),
        "outputs": output_metas(context, community),
        "outcomes": outcome_metas(context, community),
        "artifacts": _artifact_groups(context, community),
        **_reuse(context, community),
        **value_meta(context, community),
        "vitality_records": vitality_records(context, community),
        **record_meta(context, community),
        "search_record": community_search_record(context, community, row),
    }


def _artifact_groups(context: PublishContext, community: Community) -> list[Meta]:
    """The artifacts by kind, the largest group first, each group the newest first."""
    groups: dict[KindId, list[Artifact]] = defaultdict(list)
    for artifact in newest_first(community.artifacts):
        groups[artifact.kind].append(artifact)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return [_group(context, community, kind, found) for kind, found in ordered]


def _group(context: PublishContext, community: Community, kind: KindId, found: list[Artifact]) -> Meta:
    target = kind_link(context, kind)
    plural = context.catalog.kinds[kind].plural if kind in context.catalog.kinds else kind
    facets = {"community": community.charter.title, "kind": target["title"]}
    return {"id": kind, "kind": target, "plural": plural, **capped_rows(context, found, _MOST_OF_A_KIND, **facets)}


def _reuse(context: PublishContext, community: Community) -> Meta:
    figures = context.figures.communities[community.id]
    events = {"reuse_out": figures.reuse_out, "reuse_in": figures.reuse_in}
    return {
        name: {
            "entries": [reuse_entry(context, event) for event in found[:_MOST_EVENTS]],
            "total": len(found),
            "counted": sum(1 for event in found if event.counted),
            "cut": phrase(context.words, "list.newest_of", shown=_MOST_EVENTS, n=len(found))
            if len(found) > _MOST_EVENTS
            else None,
        }
        for name, found in events.items()
    }
