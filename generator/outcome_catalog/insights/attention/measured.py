"""Indicators that nobody measures any more, that missed their target, or that move the wrong way.

A value is expected once a year, so an indicator is overdue when its last value, or its baseline where there is none,
is older. One that is measured and has achieved its target needs nothing more.
"""

import datetime
from collections.abc import Iterator

from outcome_catalog.insights.attention.item import AttentionItem, Subject, Topic
from outcome_catalog.insights.figures import IndicatorFigure, IndicatorState
from outcome_catalog.insights.indicators import STALE_AFTER_DAYS
from outcome_catalog.model.charter import Indicator

_A_YEAR = datetime.timedelta(days=STALE_AFTER_DAYS)


def neglected_indicator(indicator: Indicator, figure: IndicatorFigure, today: datetime.date) -> Iterator[AttentionItem]:
    """What *indicator* asks for, at most one thing: the gravest."""
    found = _topic(indicator, figure, today)
    if found is None:
        return
    topic, since, is_due = found
    yield AttentionItem(
        topic=topic,
        community=figure.community,
        about=Subject.INDICATOR,
        subject=indicator.id,
        since=since,
        days_overdue=(today - since).days if is_due and since is not None else None,
        why=figure.why,
    )


def _topic(
    indicator: Indicator, figure: IndicatorFigure, today: datetime.date
) -> tuple[Topic, datetime.date | None, bool] | None:
    """The topic, the day since when, and whether somebody is held to that day."""
    if figure.latest is None:
        due = min(day for day in (_a_year_after(indicator.baseline.date), figure.target.date))
        return Topic.UNMEASURED, due if due < today else None, True
    if figure.state is IndicatorState.MISSED:
        return Topic.MISSED, figure.target.date, True
    if figure.state is IndicatorState.WORSENED:
        return Topic.WORSENED, figure.latest.date, False
    due = _a_year_after(figure.latest.date)
    return (Topic.STALE, due, True) if due < today and figure.state is not IndicatorState.ACHIEVED else None


def _a_year_after(day: datetime.date) -> datetime.date:
    return day + _A_YEAR if day < datetime.date.max - _A_YEAR else datetime.date.max
