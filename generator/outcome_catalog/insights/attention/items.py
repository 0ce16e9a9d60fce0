"""Everything that needs a steward, of one community or of all.

A closed community has nothing to see to but the documents that were left out of the catalog; one that is paused or only
proposed owes no output.
"""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator

from outcome_catalog.insights.artifact_reuse import offered_since
from outcome_catalog.insights.attention.coming_up import soon_due
from outcome_catalog.insights.attention.item import AttentionItem, Subject, Topic, most_overdue_first
from outcome_catalog.insights.attention.measured import neglected_indicator
from outcome_catalog.insights.attention.promised import missing_output, overdue_review, vacant_posts
from outcome_catalog.insights.attention.used import (
    broken_uses,
    overdue_artifact_review,
    unconfirmed_uses,
    unused_artifact,
)
from outcome_catalog.insights.figures import Figures
from outcome_catalog.insights.sentences import Sentences, says
from outcome_catalog.model.catalog import Catalog, Community, LeftOut
from outcome_catalog.model.charter import Lifecycle
from outcome_catalog.model.ids import CommunityId
from outcome_catalog.model.lifecycle import lifecycle_on

_IN_A_COMMUNITY = re.compile(r"communities/([^/]+)/.")


def attention_items(catalog: Catalog, figures: Figures) -> tuple[AttentionItem, ...]:
    """All that needs somebody in the whole catalog, the most overdue first."""
    found = [item for community in catalog.communities.values() for item in _of(catalog, figures, community)]
    return most_overdue_first([*found, *broken_uses(catalog, figures.events), *left_out_documents(catalog)])


def attention_by_community(catalog: Catalog, figures: Figures) -> dict[CommunityId | None, tuple[AttentionItem, ...]]:
    """The same by community, the one with the most overdue item first; a community with nothing to see to is not there.

    Each community's own documents that were left out are among its items, even where its charter is one of them.
    """
    groups: dict[CommunityId | None, list[AttentionItem]] = defaultdict(list)
    for item in attention_items(catalog, figures):
        groups[item.community].append(item)
    return {community: tuple(items) for community, items in groups.items()}


def left_out_documents(catalog: Catalog) -> Iterator[AttentionItem]:
    """The documents that were left out of the catalog for their errors, each with the community it lies in."""
    for document in catalog.left_out:
        yield AttentionItem(
            topic=Topic.LEFT_OUT,
            community=_community_of(catalog, document),
            about=Subject.DOCUMENT,
            subject=document.path,
            since=None,
            days_overdue=None,
            why=_why_left_out(document),
        )


def _community_of(catalog: Catalog, document: LeftOut) -> CommunityId | None:
    match = _IN_A_COMMUNITY.match(document.path)
    if match is None:
        return None
    slug = CommunityId(match[1])
    return catalog.former_communities.get(slug, slug)


def _why_left_out(document: LeftOut) -> Sentences:
    if not document.because:
        return says("attention.left_out")
    first, *others = document.because
    line = str(first.span.line)
    if others:
        return says("attention.left_out_for_several", line=line, finding=first.message, n=len(others))
    return says("attention.left_out_for", line=line, finding=first.message)


def _of(catalog: Catalog, figures: Figures, community: Community) -> Iterator[AttentionItem]:
    today, own = catalog.as_of, figures.communities[community.id]
    lifecycle = lifecycle_on(community.charter, today)
    if lifecycle is Lifecycle.CLOSED:
        return
    yield from overdue_review(community, today)
    for promise in community.charter.expected_outputs if lifecycle is Lifecycle.ACTIVE else ():
        yield from missing_output(promise, own.outputs[promise.id], today)
    for indicator in community.charter.indicators:
        yield from neglected_indicator(indicator, own.indicators[indicator.id], today)
    yield from vacant_posts(community, today)
    yield from unconfirmed_uses(community.id, own.reuse_out)
    grace = datetime.timedelta(days=catalog.organisation.settings.first_reuse_grace_days)
    for artifact in community.artifacts:
        yield from overdue_artifact_review(artifact, today)
        yield from unused_artifact(artifact, figures.artifacts[artifact.ref], offered_since(catalog, artifact) + grace)
    yield from soon_due(community, own, today)
