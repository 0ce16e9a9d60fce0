"""Reuse that somebody has to mend, confirm or bring about, and artifacts whose own review is overdue."""

import datetime
from collections.abc import Iterable, Iterator

from outcome_catalog.insights.attention.item import AttentionItem, Subject, Topic
from outcome_catalog.insights.figures import ArtifactReuse, Grade, ReuseEvent, ReuseState
from outcome_catalog.model.artifact import Artifact, ArtifactStatus
from outcome_catalog.model.ids import CommunityId


def doubtful_uses(community: CommunityId, events: Iterable[ReuseEvent]) -> Iterator[AttentionItem]:
    """Records that are broken, and counted uses that only the producing side claims."""
    for event in events:
        is_claimed = event.counted and event.grade is Grade.CLAIMED
        if event.grade is Grade.BROKEN or is_claimed:
            yield AttentionItem(
                topic=Topic.UNCONFIRMED if is_claimed else Topic.BROKEN,
                community=community,
                about=Subject.EVENT,
                subject=event.id,
                since=event.recorded if is_claimed else None,
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
            why=f"It was to be reviewed by {due}.",
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
