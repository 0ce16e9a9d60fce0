"""Which artifacts are deliveries, and of which period (data-model §4, §5).

An artifact is a delivery of the output that its ``output`` names; a draft is none, and neither is a translation of
another delivery of the same output. A delivery keeps the promise of every period that its own ``period`` covers whole,
else of the one in which what it is about ends; without a ``period`` that of its ``date``.

A period in which the community was active only in part expects its share, rounded down. A report can only follow what
it is about: where deliveries carry a ``period``, a period is over when one more of its length, a quarter at most, has
gone by.
"""

import datetime
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from outcome_catalog.insights.calendar_periods import DAYS_A_QUARTER, NamedPeriod, latest_periods
from outcome_catalog.insights.figures import PeriodDelivery
from outcome_catalog.insights.promise import promised_days, promised_stretches
from outcome_catalog.model.artifact import Artifact, ArtifactStatus
from outcome_catalog.model.catalog import Catalog, Community
from outcome_catalog.model.charter import Quantity
from outcome_catalog.model.dates import Period
from outcome_catalog.model.ids import ArtifactRef, OutputId

LONGEST_LIST = 240
"""At most so many of the latest periods are listed: twenty years by the month."""


def deliveries(catalog: Catalog, community: Community) -> dict[OutputId, tuple[Artifact, ...]]:
    """The artifacts of *community* that are deliveries, by the output they fulfil, oldest first."""
    found: dict[OutputId, list[Artifact]] = defaultdict(list)
    for artifact in sorted(community.artifacts, key=lambda a: (a.date, a.ref)):
        is_offered = artifact.status is not ArtifactStatus.DRAFT and not _translates_a_delivery(catalog, artifact)
        if artifact.output is not None and is_offered:
            found[artifact.output].append(artifact)
    return {output: tuple(artifacts) for output, artifacts in found.items()}


def _translates_a_delivery(catalog: Catalog, artifact: Artifact) -> bool:
    original = None if artifact.translation_of is None else catalog.artifact(artifact.translation_of)
    return (
        original is not None
        and (original.community, original.output) == (artifact.community, artifact.output)
        and original.status is not ArtifactStatus.DRAFT
    )


def delivered_periods(
    catalog: Catalog, community: Community, quantity: Quantity, artifacts: Sequence[Artifact]
) -> tuple[PeriodDelivery, ...]:
    """What was promised and delivered per period since the community started, oldest first."""
    stretches = promised_stretches(community.charter)
    if not stretches or stretches[0].start > catalog.as_of:
        return ()
    last = min(stretches[-1].end or catalog.as_of, catalog.as_of)
    year_starts = catalog.organisation.settings.reporting_year_starts
    named = latest_periods(quantity.per, year_starts, stretches[0].start, last, LONGEST_LIST)
    kept = _kept_promises(artifacts, named)
    reports = any(artifact.period is not None for artifact in artifacts)
    return tuple(
        PeriodDelivery(
            label=period.label,
            period=period.period,
            expected=quantity.count * promised_days(stretches, period.start, period.end) // period.days,
            delivered=tuple(kept[period.label]),
            is_over=_is_over(period, stretches, catalog.as_of, reports=reports),
        )
        for period in named
    )


def _is_over(period: NamedPeriod, stretches: Sequence[Period], as_of: datetime.date, *, reports: bool) -> bool:
    ended = stretches[-1].end
    end = period.end if ended is None else min(period.end, ended)
    grace = min(period.days, DAYS_A_QUARTER) if reports else 0
    return (as_of - end).days > grace


def _kept_promises(artifacts: Iterable[Artifact], periods: Sequence[NamedPeriod]) -> dict[str, list[ArtifactRef]]:
    """The deliveries that keep each period's promise, by the period's name."""
    kept: dict[str, list[ArtifactRef]] = {period.label: [] for period in periods}
    starts = [period.start for period in periods]
    for artifact in artifacts:
        about = artifact.period.period if artifact.period is not None else Period(artifact.date, artifact.date)
        last = about.end or about.start
        begun = bisect_right(starts, last)
        whole = [period for period in periods[bisect_left(starts, about.start) : begun] if period.end <= last]
        for period in whole or _holding(last, periods[begun - 1 : begun]):
            kept[period.label].append(artifact.ref)
    return kept


def _holding(day: datetime.date, periods: Iterable[NamedPeriod]) -> list[NamedPeriod]:
    return [period for period in periods if day in period.period]
