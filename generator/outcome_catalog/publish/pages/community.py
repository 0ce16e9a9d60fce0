"""A community's page: the goal both ways, promised and delivered, outcomes, artifacts, reuse, the charter."""

from collections import defaultdict
from collections.abc import Iterator

from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.catalog import Community
from outcome_catalog.model.ids import KindId
from outcome_catalog.publish.addresses import community_url, page_path
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.artifact_rows import artifact_row, newest_first
from outcome_catalog.publish.pages.attention_items import Attention
from outcome_catalog.publish.pages.community_cycles import vitality_records
from outcome_catalog.publish.pages.community_goal import goal_meta
from outcome_catalog.publish.pages.community_look import look_meta
from outcome_catalog.publish.pages.community_outcomes import outcome_metas
from outcome_catalog.publish.pages.community_outputs import output_metas
from outcome_catalog.publish.pages.community_record import record_meta
from outcome_catalog.publish.pages.community_reuse import reuse_meta
from outcome_catalog.publish.pages.community_rows import community_row
from outcome_catalog.publish.pages.community_value import value_meta
from outcome_catalog.publish.pages.links import Meta, kind_link, search_link
from outcome_catalog.publish.pages.search_record import community_search_record
from outcome_catalog.publish.pages.vitality import vitality_by_quarter
from outcome_catalog.publish.words import phrase

_MOST_OF_A_KIND = 50
_NEWEST = 6
_SHORT_TABLE = 10
"""A longer table is folded, with the newest of it above."""
_SHOWN_OF_A_TOPIC = 3


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
        **_review(context, community),
        "look": look_meta(context, community, row),
        "ends": None if charter.ends is None else charter.ends.isoformat(),
        "goal": goal_meta(context, community),
        "vitality_by_quarter": vitality_by_quarter(context, context.figures.communities[community.id]),
        "outputs": output_metas(context, community),
        "outcomes": outcome_metas(context, community),
        **_artifacts(context, community),
        **reuse_meta(context, community),
        **value_meta(context, community),
        "vitality_records": vitality_records(context, community),
        **record_meta(context, community),
        "search_record": community_search_record(context, community, row),
    }


def _review(context: PublishContext, community: Community) -> Meta:
    """Whether the charter's own review is overdue, and its day in words."""
    day = community.charter.review_by
    is_overdue = day is not None and day < context.catalog.as_of
    key = "community.overdue_since" if is_overdue else "community.review_next"
    text = None if day is None else phrase(context.words, key, day=day)
    return {"is_review_overdue": is_overdue, "review_text": text}


def _artifacts(context: PublishContext, community: Community) -> Meta:
    """The newest artifacts of each kind as one list, the newest first, and the kinds with the way to all of each."""
    kinds: dict[KindId, list[Artifact]] = defaultdict(list)
    for artifact in newest_first(community.artifacts):
        kinds[artifact.kind].append(artifact)
    ordered = sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0]))
    shown = newest_first(artifact for found in kinds.values() for artifact in found[:_MOST_OF_A_KIND])
    total = len(community.artifacts)
    rest = phrase(context.words, "list.all_in_search", n=total)
    rows = [artifact_row(context, artifact) for artifact in shown]
    return {
        "artifact_kinds": [_kind(context, community, kind, len(found)) for kind, found in ordered],
        "artifacts": rows,
        "newest_artifacts": rows[:_NEWEST] if len(rows) > _SHORT_TABLE else [],
        "artifacts_folded": phrase(context.words, "community.artifacts_as_table", n=len(rows)),
        "artifacts_more": search_link(rest, community=context.facets.communities[community.id])
        if total > len(shown)
        else None,
        "artifacts_cut": phrase(context.words, "community.newest_of_each", shown=_MOST_OF_A_KIND)
        if total > len(shown)
        else None,
    }


def _kind(context: PublishContext, community: Community, kind: KindId, total: int) -> Meta:
    """A kind that the community has artifacts of, how many, and the search that finds them."""
    found = context.catalog.kinds.get(kind)
    facets = {"community": context.facets.communities[community.id], "kind": context.facets.kinds.get(kind, kind)}
    target = search_link(kind if found is None else found.plural, **facets)
    return kind_link(context, kind) | target | {"total": total}
