"""What a community's vitality was: at the end of each of the latest quarters, and a year ago (data-model §7).

Each day is judged by the window that ends on it and in the state of life of that day, with all that the catalog knows:
what happened then and was recorded later is part of it. Before a community started there is nothing to judge.
"""

import datetime
from collections.abc import Sequence

from outcome_catalog.insights.activity import Activity
from outcome_catalog.insights.calendar_periods import latest_periods
from outcome_catalog.insights.figures import PastVitality, Vitality
from outcome_catalog.insights.uses import Use
from outcome_catalog.insights.vitality import vitality
from outcome_catalog.model.catalog import Catalog, Community
from outcome_catalog.model.dates import Per

QUARTERS = 8
A_YEAR = datetime.timedelta(days=365)


def vitality_by_quarter(
    catalog: Catalog, community: Community, uses: Sequence[Use], activity: Activity
) -> tuple[PastVitality, ...]:
    """The vitality on the last day of each of the latest quarters that are over, oldest first."""
    year_starts = catalog.organisation.settings.reporting_year_starts
    named = latest_periods(Per.QUARTER, year_starts, datetime.date.min, catalog.as_of, QUARTERS + 1)
    over = [period for period in named if period.end <= catalog.as_of][-QUARTERS:]
    return tuple(
        PastVitality(day=q.end, label=q.label, vitality=_judged(catalog, community, uses, activity, q.end))
        for q in over
    )


def vitality_a_year_ago(
    catalog: Catalog, community: Community, uses: Sequence[Use], activity: Activity
) -> PastVitality | None:
    """The vitality 365 days before the catalog's day; None where the calendar begins later."""
    if catalog.as_of - datetime.date.min < A_YEAR:
        return None
    day = catalog.as_of - A_YEAR
    return PastVitality(day=day, vitality=_judged(catalog, community, uses, activity, day))


def _judged(
    catalog: Catalog, community: Community, uses: Sequence[Use], activity: Activity, day: datetime.date
) -> Vitality | None:
    has_started = community.charter.started <= day
    return vitality(catalog, community, uses, activity, day) if has_started else None
