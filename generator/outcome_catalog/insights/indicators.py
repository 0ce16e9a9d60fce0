"""How each indicator stands between its baseline and its target (data-model §4, §7).

progress = (latest - baseline) / (target - baseline), whichever way the indicator is to move. The latest value is the
last one dated after the baseline and not after the judged day; the target is the next one on or after that day, else
the last. *not measured* without a value; *achieved* at 1 or more; else *missed* once the target's day has gone by: a
judged day before the catalog's is over, and so is a target on it; else *worsened* below 0; else *on track* where
progress is at least the share of time gone, or *behind*. A target that equals the baseline asks to keep it: achieved
where the value is no worse, worsened otherwise.
"""

import datetime

from outcome_catalog.insights.figures import IndicatorFigure, IndicatorState
from outcome_catalog.insights.sentences import Sentences, Value, says
from outcome_catalog.insights.shares import whole_percent
from outcome_catalog.model.catalog import Catalog, Community
from outcome_catalog.model.charter import DatedValue, Direction, Indicator, Outcome
from outcome_catalog.model.ids import IndicatorId
from outcome_catalog.model.measurement import MeasuredValue

_NO_WAY = 1e-9
"""A way so small beside what was measured is none: a share of it would be no number that people can read."""
STALE_AFTER_DAYS = 366
"""A value older than a year is called old in the sentence beside it."""


def indicator_figures(
    catalog: Catalog, community: Community, judged_on: datetime.date | None = None
) -> dict[IndicatorId, IndicatorFigure]:
    """The figure of each indicator of *community*, in charter order, as it stood on *judged_on* (the catalog's day)."""
    day = judged_on or catalog.as_of
    return {
        indicator.id: _figure((day, catalog.as_of), community, outcome, indicator)
        for outcome in community.charter.outcomes
        for indicator in outcome.indicators
    }


def values_until(community: Community, indicator: Indicator, as_of: datetime.date) -> tuple[MeasuredValue, ...]:
    """The values measured for *indicator* that are not after *as_of*, in date order."""
    measurement = community.measurements.get(indicator.id)
    values = () if measurement is None else measurement.values
    return tuple(sorted((value for value in values if value.date <= as_of), key=lambda value: value.date))


def target_of(indicator: Indicator, as_of: datetime.date) -> DatedValue:
    """The next target on or after *as_of*, else the last one."""
    targets = sorted(indicator.targets, key=lambda target: target.date)
    return next((target for target in targets if target.date >= as_of), targets[-1])


def progress(baseline: DatedValue, target: DatedValue, latest: MeasuredValue, direction: Direction) -> float | None:
    """The share of the way from *baseline* to *target* that is done; None where they are equal and it was not kept."""
    return progress_between(float(baseline.value), float(target.value), float(latest.value), direction)


def progress_between(baseline: float, target: float, latest: float, direction: Direction) -> float | None:
    """The same for bare values, such as those of several communities taken together."""
    way, done = target - baseline, latest - baseline
    if abs(way) <= _NO_WAY * abs(done) or way == 0:
        is_kept = done >= 0 if direction is Direction.INCREASE else done <= 0
        return 1.0 if is_kept else None
    return done / way


def time_gone(baseline: DatedValue, target: DatedValue, as_of: datetime.date) -> float:
    """The share of the days between *baseline* and *target* that has gone by, from 0 to 1."""
    days = (target.date - baseline.date).days
    return 1.0 if days <= 0 else min(1.0, max(0.0, (as_of - baseline.date).days / days))


def _figure(
    days: tuple[datetime.date, datetime.date], community: Community, outcome: Outcome, indicator: Indicator
) -> IndicatorFigure:
    """How *indicator* stands on the first of *days*, which is over where the second, the catalog's, is later."""
    as_of, today = days
    values = values_until(community, indicator, as_of)
    latest = values[-1] if values and values[-1].date > indicator.baseline.date else None
    target = target_of(indicator, as_of)
    gone = time_gone(indicator.baseline, target, as_of)
    done = None if latest is None else progress(indicator.baseline, target, latest, indicator.direction)
    is_past = target.date <= as_of and target.date < today
    state = _state(latest, done, gone, is_past=is_past)
    why = _why(as_of, indicator, latest, (target, is_past), (done, gone))
    return IndicatorFigure(
        community=community.id,
        outcome=outcome.id,
        indicator=indicator.id,
        state=state,
        why=why if latest or not values else why + says("indicator.too_early", n=len(values)),
        latest=latest,
        target=target,
        progress=done,
        time_gone=gone,
        values=values,
        estimated=indicator.baseline.estimated or target.estimated or (latest is not None and latest.estimated),
    )


def _state(latest: MeasuredValue | None, done: float | None, gone: float, *, is_past: bool) -> IndicatorState:
    if latest is None:
        return IndicatorState.NOT_MEASURED
    if done is not None and done >= 1:
        return IndicatorState.ACHIEVED
    if is_past:
        return IndicatorState.MISSED
    if done is None or done < 0:
        return IndicatorState.WORSENED
    return IndicatorState.ON_TRACK if done >= gone else IndicatorState.BEHIND


def _why(
    as_of: datetime.date,
    indicator: Indicator,
    latest: MeasuredValue | None,
    wanted: tuple[DatedValue, bool],
    shares: tuple[float | None, float],
) -> Sentences:
    (target, is_past), (done, gone) = wanted, shares
    past = says("indicator.target_day_gone", day=target.date) if is_past else ()
    if latest is None:
        return says("indicator.no_value", day=indicator.baseline.date) + past
    values = says(
        "indicator.values",
        baseline=_value(indicator.baseline.value),
        baseline_day=indicator.baseline.date,
        latest=_value(latest.value),
        latest_day=latest.date,
        target=_value(target.value),
        target_day=target.date,
    )
    way = says("indicator.without_way", values=values)
    if done is not None:
        way = says("indicator.way", values=values, done=whole_percent(done), gone=whole_percent(gone))
    worse = says("indicator.worse") if done is None or done < 0 else ()
    age = (as_of - latest.date).days
    old = says("indicator.old", n=age) if age > STALE_AFTER_DAYS else ()
    return way + worse + past + old


def _value(value: float | bool) -> Value:
    """A measured value as a sentence takes it."""
    if isinstance(value, bool):
        return says("answer.yes") if value else says("answer.no")
    return float(value)
