"""What the uses brought: a floor and a ceiling per unit of measure and grade, and the time invested (data-model §7).

Only counted uses whose record names a unit and a low or a high figure. Each use adds once, with the figure of its best
evidenced source that states one, in that source's own grade: another source's better grade proves the use, not the
sum. Different units are never added, and neither are figures that belong to an indicator unless its ``aggregation``
is ``sum``: those stand alone.
"""

import datetime
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping

from outcome_catalog.insights.figures import BenefitSum, Grade, ReuseEvent
from outcome_catalog.insights.sentences import Sentences, says
from outcome_catalog.insights.uses import GRADES_BEST_FIRST, Use
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import Aggregation, Charter, MemberTime
from outcome_catalog.model.dates import Per
from outcome_catalog.model.ids import CommunityId

_TIMES_A_YEAR = {Per.WEEK: 52, Per.MONTH: 12, Per.QUARTER: 4, Per.YEAR: 1}
_ORDER = {grade: rank for rank, grade in enumerate(GRADES_BEST_FIRST)}


def benefit_sums(catalog: Catalog, uses: Iterable[Use]) -> tuple[BenefitSum, ...]:
    """The benefits of *uses*, by unit, best grade first; those that may not be added one by one, by use."""
    groups: dict[tuple[str, Grade, str], list[tuple[Use, ReuseEvent]]] = defaultdict(list)
    for use in uses:
        event = _stating(use)
        if event is not None and event.benefit is not None and event.benefit.unit is not None:
            alone = "" if _may_be_added(catalog, event) else use.id
            groups[" ".join(event.benefit.unit.split()), event.grade, alone].append((use, event))
    order = sorted(groups, key=lambda group: (group[0], _ORDER[group[1]], group[2]))
    return tuple(_sum((unit, grade), groups[unit, grade, alone], alone, catalog.as_of) for unit, grade, alone in order)


def hours_per_year(charter: Charter) -> tuple[float, float] | None:
    """The least and the most hours a year that the members may spend, where their number and a time are stated.

    The members times the shortest and the longest time that a role states: how they spread over roles is not recorded.
    """
    times = [_a_year(member.time) for member in charter.goal.members if member.time is not None]
    if charter.members is None or not times:
        return None
    return charter.members.count * min(times), charter.members.count * max(times)


def _a_year(time: MemberTime) -> float:
    return time.hours * _TIMES_A_YEAR[time.per]


def _stating(use: Use) -> ReuseEvent | None:
    """The best evidenced source of *use* that states a figure, or None."""
    for event in use.events:
        benefit = event.benefit
        if benefit is not None and benefit.unit and (benefit.low is not None or benefit.high is not None):
            return event
    return None


def _may_be_added(catalog: Catalog, event: ReuseEvent) -> bool:
    """True where the benefit belongs to no indicator, or to one of either side whose values may be summed."""
    if event.benefit is None or event.benefit.indicator is None:
        return True
    sides = (
        CommunityId(event.id.partition("/")[0]),
        CommunityId(event.artifact.partition("/")[0]),
        event.party.community,
    )
    for side in sides:
        community = None if side is None else catalog.community(side)
        for indicator in () if community is None else community.charter.indicators:
            if indicator.id == event.benefit.indicator:
                return indicator.aggregation is Aggregation.SUM
    return False


def _sum(key: tuple[str, Grade], stated: list[tuple[Use, ReuseEvent]], alone: str, today: datetime.date) -> BenefitSum:
    unit, grade = key
    ended = sum(event.ended is not None and event.ended.last_day <= today for _, event in stated)
    benefits = [event.benefit for _, event in stated if event.benefit is not None]
    lows = [benefit.low or 0.0 for benefit in benefits]
    highs = [low if benefit.high is None else benefit.high for benefit, low in zip(benefits, lows, strict=True)]
    return BenefitSum(
        unit=unit,
        grade=grade,
        floor=math.fsum(lows),
        ceiling=math.fsum(highs),
        uses=tuple(sorted(use.id for use, _ in stated)),
        estimated=any(benefit.estimated for benefit in benefits),
        note=_note({"low": [b.low for b in benefits], "high": [b.high for b in benefits]}, alone, ended),
    )


def _note(stated: Mapping[str, list[float | None]], alone: str, ended: int) -> Sentences:
    no_low, no_high = stated["low"].count(None), stated["high"].count(None)
    return (
        (says("benefit.no_floor", n=no_low) if no_low else ())
        + (says("benefit.no_ceiling", n=no_high) if no_high else ())
        + (says("benefit.alone") if alone else ())
        + (says("benefit.ended", n=ended) if ended else ())
    )
