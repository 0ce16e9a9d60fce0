"""What a period cost and moved: the value cycles by their records, and the time that members may have spent."""

import math
from collections.abc import Iterable, Sequence
from datetime import date

from outcome_catalog.insights.benefit import hours_per_year
from outcome_catalog.insights.period_report.figures import (
    CyclesInPeriod,
    IndicatorInPeriod,
    ReportedPeriod,
    TimeInvested,
)
from outcome_catalog.insights.period_report.records import ReportRecords
from outcome_catalog.insights.period_report.reuse import uses_in_period
from outcome_catalog.insights.promise import promised_days, promised_stretches
from outcome_catalog.model.catalog import Community
from outcome_catalog.model.dates import Period

_DAYS_A_YEAR = 365.25


def cycles_in_period(
    records: ReportRecords, community: Community, indicators: Iterable[IndicatorInPeriod], reported: ReportedPeriod
) -> CyclesInPeriod:
    """The value cycles of *community* within the period, up to the judged day."""
    within = Period(reported.period.start, reported.judged_on)
    return CyclesInPeriod(
        immediate=records.activity.commits(community.id, within),
        potential=tuple(
            artifact.ref for artifact in community.artifacts if records.offered.get(artifact.ref, date.max) in within
        ),
        applied=tuple(use.id for use in uses_in_period(records.uses.get(community.id, ()), reported)),
        realised=tuple((community.id, found.indicator.id) for found in indicators if found.movement.is_right_way),
        reframing=tuple(
            (community.id, index)
            for index, revision in enumerate(community.charter.revisions)
            if revision.date in within
        ),
    )


def all_cycles(cycles: Sequence[CyclesInPeriod]) -> CyclesInPeriod:
    """The value cycles of several communities together: a commit that touched two of them counts once."""
    return CyclesInPeriod(
        immediate=tuple(dict.fromkeys(commit for each in cycles for commit in each.immediate)),
        potential=tuple(ref for each in cycles for ref in each.potential),
        applied=tuple(use for each in cycles for use in each.applied),
        realised=tuple(indicator for each in cycles for indicator in each.realised),
        reframing=tuple(revision for each in cycles for revision in each.reframing),
    )


def time_invested(community: Community, reported: ReportedPeriod) -> TimeInvested:
    """The hours that *community*'s members may have spent on the days of the period on which it was active."""
    hours = hours_per_year(community.charter)
    if hours is None:
        return TimeInvested(low=None, high=None, without=(community.id,))
    stretches = promised_stretches(community.charter)
    share = promised_days(stretches, reported.period.start, reported.judged_on) / _DAYS_A_YEAR
    low, high = (bound * share for bound in hours)
    members = community.charter.members
    return TimeInvested(low=low, high=high, of=(community.id,), estimated=members is not None and members.estimated)


def all_time_invested(times: Sequence[TimeInvested]) -> TimeInvested:
    """The hours of several communities together, and who is missing in them."""
    lows = [each.low for each in times if each.low is not None]
    highs = [each.high for each in times if each.high is not None]
    return TimeInvested(
        low=math.fsum(lows) if lows else None,
        high=math.fsum(highs) if highs else None,
        of=tuple(community for each in times for community in each.of),
        without=tuple(community for each in times for community in each.without),
        estimated=any(each.estimated for each in times),
    )
