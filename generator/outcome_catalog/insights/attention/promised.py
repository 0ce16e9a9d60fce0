"""What a charter promised and did not keep: reviews, outputs and posts."""

import datetime
from collections.abc import Iterator, Sequence

from outcome_catalog.insights.attention.item import AttentionItem, Subject, Topic
from outcome_catalog.insights.promise_figures import OutputFigure, OutputState, PeriodDelivery, PeriodState
from outcome_catalog.insights.sentences import says
from outcome_catalog.model.catalog import Community
from outcome_catalog.model.charter import ExpectedOutput


def overdue_review(community: Community, today: datetime.date) -> Iterator[AttentionItem]:
    """The charter's own review, where its day has gone by."""
    due = community.charter.review_by
    if due is not None and due < today:
        yield AttentionItem(
            topic=Topic.REVIEW,
            community=community.id,
            about=Subject.COMMUNITY,
            subject=community.id,
            since=due,
            days_overdue=(today - due).days,
            why=says("attention.charter_review", day=due),
        )


def missing_output(promise: ExpectedOutput, figure: OutputFigure, today: datetime.date) -> Iterator[AttentionItem]:
    """An expected output that is overdue, or of which nothing ever came."""
    if figure.state not in (OutputState.OVERDUE, OutputState.NOTHING_YET):
        return
    since = promise.due if promise.due is not None else _nothing_since(figure.periods)
    yield AttentionItem(
        topic=Topic.NOTHING_YET if since is None else Topic.OUTPUT,
        community=figure.community,
        about=Subject.OUTPUT,
        subject=promise.id,
        since=since,
        days_overdue=None if since is None else (today - since).days,
        why=figure.why,
    )


def vacant_posts(community: Community, today: datetime.date) -> Iterator[AttentionItem]:
    """Each post that the charter says is empty; the stewardship itself where everybody has left."""
    stewards = community.charter.stewards
    empty = [(s.role or "", s.since, says("attention.vacant")) for s in stewards if s.vacant]
    last_days = [s.until for s in stewards if not s.vacant and s.until is not None]
    if not empty and last_days and len(last_days) == len(stewards) and max(last_days) < today:
        empty = [("", max(last_days), says("attention.last_steward_left", day=max(last_days)))]
    for role, since, why in empty:
        yield AttentionItem(
            topic=Topic.POST,
            community=community.id,
            about=Subject.POST,
            subject=role,
            since=since,
            days_overdue=None if since is None or since > today else (today - since).days,
            why=why,
        )


def _nothing_since(periods: Sequence[PeriodDelivery]) -> datetime.date | None:
    """The end of the first of the latest periods in a row that are over and got nothing of what they expected."""
    since = None
    for period in reversed([period for period in periods if period.is_over and period.expected]):
        if period.state is not PeriodState.NOTHING:
            break
        since = period.period.end
    return since
