"""Reuse that somebody has to mend, confirm or bring about, and artifacts whose own review is overdue."""

import datetime
from collections.abc import Iterable, Iterator

from outcome_catalog.insights.attention.item import AttentionItem, Subject, Topic
from outcome_catalog.insights.figures import ArtifactReuse, Grade, ReuseEvent, ReuseState
from outcome_catalog.insights.sentences import says
from outcome_catalog.model.artifact import Artifact, ArtifactStatus
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import Lifecycle
from outcome_catalog.model.ids import CommunityId
from outcome_catalog.model.lifecycle import lifecycle_on


def unconfirmed_uses(community: CommunityId, events: Iterable[ReuseEvent]) -> Iterator[AttentionItem]:
    """The counted uses of the artifacts of *community* that only the producing side claims."""
    for event in events:
        if event.counted and event.grade is Grade.CLAIMED:
            yield _about(event, Topic.UNCONFIRMED, community, event.recorded)


def broken_uses(catalog: Catalog, events: Iterable[ReuseEvent]) -> Iterator[AttentionItem]:
    """What names something that is gone, for the community whose file names it: there it is mended."""
    for event in events:
        holder = catalog.community(event.id.partition("/")[0]) if event.grade is Grade.BROKEN else None
        if holder is not None and lifecycle_on(holder.charter, catalog.as_of) is not Lifecycle.CLOSED:
            yield _about(event, Topic.BROKEN, holder.id, None)


def _about(event: ReuseEvent, topic: Topic, community: CommunityId, since: datetime.date | None) -> AttentionItem:
    return AttentionItem(
        topic=topic,
        community=community,
        about=Subject.EVENT,
        subject=event.id,
        since=since,
        days_overdue=None,
        why=event.reason,
    )


def overdue_artifact_review(artifact: Artifact, today: datetime.date) -> Iterator[AttentionItem]:
    """The review of *artifact*, where its day has gone by; what is superseded or retired needs none."""
    due = artifact.review_by
    if due is not None and due < today and artifact.status is ArtifactStatus.PUBLISHED:
        yield AttentionItem(
            topic=Topic.ARTIFACT_REVIEW,
            community=artifact.community,
            about=Subject.ARTIFACT,
            subject=artifact.ref,
            since=due,
            days_overdue=(today - due).days,
            why=says("attention.artifact_review", day=due),
        )


def unused_artifact(artifact: Artifact, reuse: ArtifactReuse, graced_until: datetime.date) -> Iterator[AttentionItem]:
    """*artifact*, where nobody is known to use it since its days of grace ended with *graced_until*."""
    if artifact.status is ArtifactStatus.PUBLISHED and reuse.state is ReuseState.WAITING:
        yield AttentionItem(
            topic=Topic.WAITING,
            community=artifact.community,
            about=Subject.ARTIFACT,
            subject=artifact.ref,
            since=graced_until,
            days_overdue=None,
            why=reuse.why,
        )
