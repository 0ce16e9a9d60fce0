"""One thing that a steward has to see to, and the order of such things.

An item is *overdue* where a day that somebody named has gone by. What is merely so, with no day that anybody is held
to, comes after all that is overdue, in the order of :class:`Topic` and the oldest first. Last comes what is soon due.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from outcome_catalog.insights.sentences import Sentences
from outcome_catalog.model.ids import CommunityId


class Topic(StrEnum):
    """What there is to see to; among what has no day to be held to, the most pressing first."""

    LEFT_OUT = "left out"
    REVIEW = "review"
    OUTPUT = "output"
    MISSED = "missed"
    UNMEASURED = "unmeasured"
    STALE = "stale"
    POST = "post"
    ARTIFACT_REVIEW = "artifact review"
    BROKEN = "broken"
    WORSENED = "worsened"
    NOTHING_YET = "nothing yet"
    UNCONFIRMED = "unconfirmed"
    WAITING = "waiting"
    COMING_UP = "coming up"


class Subject(StrEnum):
    """What an item is about, and so what its *subject* names."""

    COMMUNITY = "community"
    OUTPUT = "output"
    INDICATOR = "indicator"
    POST = "post"
    """Named by its role; empty where the charter names none."""
    EVENT = "event"
    """A reuse event, by its id."""
    ARTIFACT = "artifact"
    DOCUMENT = "document"
    """A source file, by its path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttentionItem:
    """One thing to see to. *community* is None for a document that belongs to none.

    *since* is the day it was due, or since when it is so; for what is coming up, the day it will be due. None where
    nobody can say. *days_overdue* is None where nobody is held to a day. *why* says what is the matter.
    """

    topic: Topic
    community: CommunityId | None
    about: Subject
    subject: str
    since: datetime.date | None
    days_overdue: int | None
    why: Sentences


def most_overdue_first(items: Iterable[AttentionItem]) -> tuple[AttentionItem, ...]:
    """*items* by days overdue, the most first; then those without a day to be held to; last what is coming up."""
    return tuple(sorted(items, key=_rank))


def _rank(item: AttentionItem) -> tuple[int, int, int, int, str, str]:
    topic, since = list(Topic).index(item.topic), (item.since or datetime.date.max).toordinal()
    by_name = (item.community or "", item.subject)
    if item.topic is Topic.COMING_UP:
        return (2, since, topic, item.days_overdue or 0, *by_name)
    if item.days_overdue is None:
        return (1, topic, since, 0, *by_name)
    return (0, -item.days_overdue, topic, since, *by_name)
