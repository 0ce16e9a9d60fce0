"""What will be due within the next thirty days, so that nobody has to be late."""

import datetime
from collections.abc import Iterator

from outcome_catalog.insights.attention.item import AttentionItem, Subject, Topic
from outcome_catalog.insights.figures import CommunityFigures, IndicatorState, OutputState
from outcome_catalog.insights.sentences import Sentences, says
from outcome_catalog.model.artifact import ArtifactStatus
from outcome_catalog.model.catalog import Community

SOON_DAYS = 30


def soon_due(community: Community, figures: CommunityFigures, today: datetime.date) -> Iterator[AttentionItem]:
    """Reviews, due outputs and targets of *community* whose day is today or at most thirty days ahead."""
    for about, subject, day, what in _days_ahead(community, figures):
        left = (day - today).days
        when = says("soon.in_days", n=left) if left else says("soon.today")
        if 0 <= left <= SOON_DAYS:
            yield AttentionItem(
                topic=Topic.COMING_UP,
                community=community.id,
                about=about,
                subject=subject,
                since=day,
                days_overdue=None,
                why=says("soon.on", what=what, day=day, when=when),
            )


def _days_ahead(
    community: Community, figures: CommunityFigures
) -> Iterator[tuple[Subject, str, datetime.date, Sentences]]:
    charter = community.charter
    if charter.review_by is not None:
        yield Subject.COMMUNITY, community.id, charter.review_by, says("soon.charter_review")
    for promise in charter.expected_outputs:
        if promise.due is not None and figures.outputs[promise.id].state is OutputState.NOT_DUE:
            yield Subject.OUTPUT, promise.id, promise.due, says("soon.output")
    for indicator in charter.indicators:
        figure = figures.indicators[indicator.id]
        if figure.state is not IndicatorState.ACHIEVED:
            yield Subject.INDICATOR, indicator.id, figure.target.date, says("soon.target")
    for artifact in community.artifacts:
        if artifact.review_by is not None and artifact.status is ArtifactStatus.PUBLISHED:
            yield Subject.ARTIFACT, artifact.ref, artifact.review_by, says("soon.artifact_review")
