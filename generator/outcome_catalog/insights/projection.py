"""Where an indicator arrives if it goes on as it does: its value on the target's day, and what is missing there.

The present pace is that of the year before the latest value: how far the latest value lies from the one that stood 365
days earlier, by the days between the two. What stood then is the last value measured on or before that day; where there
is none, the baseline. The straight line from the latest value at that pace ends on the target's day, and

    gap = target - projected value

in the indicator's unit, positive where the target is not reached. It is told only where at least two values were
measured on different days since the baseline, the last of them no more than a year ago, the target's day lies ahead
and the target is not reached yet. A percentage ends at 0 and at 100, or where it or its target already is beyond. A yes
or no has no pace.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from outcome_catalog.insights.figures import IndicatorFigure, IndicatorState
from outcome_catalog.insights.indicators import STALE_AFTER_DAYS
from outcome_catalog.model.charter import DatedValue, Direction, Indicator, Measure
from outcome_catalog.model.measurement import MeasuredValue

A_YEAR = datetime.timedelta(days=365)
_LEAST_VALUES = 2
_WHOLE = 100.0


class NoProjection(StrEnum):
    """Why nothing can be said of where an indicator arrives."""

    YES_NO = "yes or no"
    REACHED = "reached"
    TARGET_PAST = "target past"
    TOO_EARLY = "too early"
    TOO_OLD = "too old"


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """A straight line from *latest*, at the pace since *since*, to *value* on the day of *target*.

    *gap* is what is missing to the target in the indicator's unit, negative where it goes beyond it.
    """

    since: DatedValue | MeasuredValue
    latest: MeasuredValue
    target: DatedValue
    value: float
    gap: float

    @property
    def is_reached(self) -> bool:
        """True where the line meets the target by its day."""
        return self.gap <= 0

    @property
    def is_estimated(self) -> bool:
        """True where one of the values that it rests on is an estimate."""
        return self.since.estimated or self.latest.estimated or self.target.estimated


def projection(indicator: Indicator, figure: IndicatorFigure, as_of: datetime.date) -> Projection | NoProjection:
    """Where *indicator*, of which *figure* tells how it stands, arrives on its target's day, as seen on *as_of*."""
    values = [value for value in figure.values if value.date > indicator.baseline.date]
    reason = _reason_for_none(indicator, figure, values, as_of)
    if reason is not None:
        return reason
    latest = values[-1]
    since = _stood_a_year_before(indicator.baseline, values)
    way, days = float(latest.value) - float(since.value), (latest.date - since.date).days
    value = float(latest.value) + way * ((figure.target.date - latest.date).days / days)
    if indicator.measure is Measure.PERCENT:
        value = _within_the_whole(value, (float(latest.value), float(figure.target.value)))
    missing = float(figure.target.value) - value
    gap = missing if indicator.direction is Direction.INCREASE else 0.0 - missing
    return Projection(since=since, latest=latest, target=figure.target, value=value, gap=gap)


def _reason_for_none(
    indicator: Indicator, figure: IndicatorFigure, values: Sequence[MeasuredValue], as_of: datetime.date
) -> NoProjection | None:
    if indicator.measure is Measure.YES_NO:
        return NoProjection.YES_NO
    if len({value.date for value in values}) < _LEAST_VALUES:
        return NoProjection.TOO_EARLY
    if figure.state is IndicatorState.ACHIEVED:
        return NoProjection.REACHED
    if figure.target.date <= max(as_of, values[-1].date):
        return NoProjection.TARGET_PAST
    return NoProjection.TOO_OLD if (as_of - values[-1].date).days > STALE_AFTER_DAYS else None


def _stood_a_year_before(baseline: DatedValue, values: Sequence[MeasuredValue]) -> DatedValue | MeasuredValue:
    """What the latest of *values* is set against: the last one a year or more before it, else the baseline."""
    latest = values[-1].date
    return next((value for value in reversed(values) if latest - value.date >= A_YEAR), baseline)


def _within_the_whole(value: float, stated: Sequence[float]) -> float:
    """*value*, not below nothing and not above everything, as far as what is *stated* keeps to that itself."""
    return min(max(value, min(0.0, *stated)), max(_WHOLE, *stated))
