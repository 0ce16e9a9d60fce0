"""Indicators of several communities taken together, where their charters allow it (data-model §4, §7).

Indicators are the same measure where id, unit, measure, direction and aggregation agree. They are combined where
``aggregation`` is *sum* or *mean* and the measure bears it: numbers and money may be summed; these, percentages and
points on a scale may be averaged, every community weighing the same; a percentage of one whole says nothing when it is
added to that of another, and a yes is no number. What says *none* is never combined.

Baseline, target and latest value are taken over the same communities: those that are open and have measured. Each
gives its latest value, of its own day, and the target that is next for it. The others are named, never filled in. A
closed community's last value is no present one, so it is shown and not taken in.
"""

import datetime
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from outcome_catalog.insights.figures import IndicatorFigure
from outcome_catalog.insights.indicators import progress_between
from outcome_catalog.insights.sentences import Sentences, says
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import Aggregation, DatedValue, Direction, Indicator, Lifecycle, Measure
from outcome_catalog.model.ids import CommunityId, IndicatorId, ObjectiveId, OutcomeId
from outcome_catalog.model.lifecycle import lifecycle_on
from outcome_catalog.model.measurement import MeasuredValue

IndicatorFigures = Mapping[CommunityId, Mapping[IndicatorId, IndicatorFigure]]
"""Each community's indicator figures, all judged for one day."""


class NotTakenIn(StrEnum):
    """Why a community's indicator is named in a roll-up and adds nothing to it."""

    NOT_MEASURED = "not measured"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class RollUpMember:
    """One community's indicator within a roll-up: what it gives to it, or why it gives nothing."""

    community: CommunityId
    outcome: OutcomeId
    indicator: Indicator
    baseline: DatedValue
    target: DatedValue
    latest: MeasuredValue | None
    not_taken_in: NotTakenIn | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRollUp:
    """One measure over several communities. The three values are None where no community could be taken in.

    *progress* is (latest - baseline) / (target - baseline) of the combined values. *why* says what was
    taken together and what is missing.
    """

    indicator: IndicatorId
    title: str
    unit: str
    measure: Measure
    direction: Direction
    aggregation: Aggregation
    members: tuple[RollUpMember, ...]
    """Every community that has this indicator, by its id, whether taken in or not."""
    baseline: float | None
    target: float | None
    latest: float | None
    progress: float | None
    estimated: bool
    why: Sentences

    @property
    def taken_in(self) -> tuple[RollUpMember, ...]:
        """The members whose values were combined."""
        return tuple(member for member in self.members if member.not_taken_in is None)


def indicator_rollups(
    catalog: Catalog,
    figures: IndicatorFigures,
    *,
    objective: ObjectiveId | None = None,
    judged_on: datetime.date | None = None,
) -> tuple[IndicatorRollUp, ...]:
    """Every measure that at least two communities share and allow to be combined, by title.

    *figures* say how each indicator stands on *judged_on* (the catalog's day), by which it is also told who is closed.
    With *objective*, only over the outcomes that serve it.
    """
    day = judged_on or catalog.as_of
    groups: dict[tuple[str, ...], list[RollUpMember]] = defaultdict(list)
    for community in catalog.communities.values():
        is_closed = lifecycle_on(community.charter, day) is Lifecycle.CLOSED
        for outcome in community.charter.outcomes:
            for indicator in outcome.indicators if objective in (None, outcome.objective) else ():
                if indicator.may_be_combined:
                    figure = figures[community.id][indicator.id]
                    groups[_same_measure(indicator)].append(_member(indicator, figure, is_closed=is_closed))
    found = [rollup_of(members) for members in groups.values() if len({m.community for m in members}) > 1]
    return tuple(sorted(found, key=lambda rollup: (rollup.title.casefold(), rollup.indicator, rollup.unit)))


def rollup_of(members: Sequence[RollUpMember]) -> IndicatorRollUp:
    """The roll-up of *members*, at least one, all of the same measure; in whichever order they come."""
    members = tuple(sorted(members, key=lambda member: (member.community, member.outcome, member.indicator.id)))
    taken = [member for member in members if member.not_taken_in is None]
    first = members[0].indicator
    combine = _combination(first.aggregation)
    baseline, target, latest = (
        combine([float(value) for value in values])
        for values in (
            [member.baseline.value for member in taken],
            [member.target.value for member in taken],
            [member.latest.value for member in taken if member.latest is not None],
        )
    )
    return IndicatorRollUp(
        indicator=first.id,
        title=_commonest(member.indicator.title for member in members),
        unit=" ".join(first.unit.split()),
        measure=first.measure,
        direction=first.direction,
        aggregation=first.aggregation,
        members=members,
        baseline=baseline,
        target=target,
        latest=latest,
        progress=_progress(baseline, target, latest, first.direction),
        estimated=any(_is_estimated(member) for member in taken),
        why=_why(members, taken, first.aggregation),
    )


def _same_measure(indicator: Indicator) -> tuple[str, ...]:
    unit = " ".join(indicator.unit.split())
    return (indicator.id, unit, indicator.measure, indicator.direction, indicator.aggregation)


def _member(indicator: Indicator, figure: IndicatorFigure, *, is_closed: bool) -> RollUpMember:
    not_taken_in = None
    if is_closed:
        not_taken_in = NotTakenIn.CLOSED
    elif figure.latest is None:
        not_taken_in = NotTakenIn.NOT_MEASURED
    return RollUpMember(
        community=figure.community,
        outcome=figure.outcome,
        indicator=indicator,
        baseline=indicator.baseline,
        target=figure.target,
        latest=figure.latest,
        not_taken_in=not_taken_in,
    )


def _combination(aggregation: Aggregation) -> Callable[[Sequence[float]], float | None]:
    def combined(values: Sequence[float]) -> float | None:
        if not values:
            return None
        total = math.fsum(values)
        return total / len(values) if aggregation is Aggregation.MEAN else total

    return combined


def _progress(baseline: float | None, target: float | None, latest: float | None, direction: Direction) -> float | None:
    if baseline is None or target is None or latest is None:
        return None
    return progress_between(baseline, target, latest, direction)


def _is_estimated(member: RollUpMember) -> bool:
    values = (member.baseline, member.target, member.latest)
    return any(value is not None and value.estimated for value in values)


def _commonest(titles: Iterable[str]) -> str:
    """The title that most members give; the first by alphabet where several are as common."""
    found = Counter(titles)
    return min(found, key=lambda title: (-found[title], title))


def _why(members: Sequence[RollUpMember], taken: Sequence[RollUpMember], aggregation: Aggregation) -> Sentences:
    missing = Counter(member.not_taken_in for member in members)
    unmeasured, closed = missing[NotTakenIn.NOT_MEASURED], missing[NotTakenIn.CLOSED]
    days = sorted(member.latest.date for member in taken if member.latest is not None)
    if not days:
        combined = says("rollup.none", n=len(members))
    else:
        when = says("rollup.on", day=days[0])
        if days[0] != days[-1]:
            when = says("rollup.between", first=days[0], last=days[-1])
        is_mean = aggregation is Aggregation.MEAN
        combined = says("rollup.mean" if is_mean else "rollup.sum", taken=len(taken), n=len(members), when=when)
    return (
        combined
        + (says("rollup.not_measured", n=unmeasured) if unmeasured else ())
        + (says("rollup.closed", n=closed) if closed else ())
    )
