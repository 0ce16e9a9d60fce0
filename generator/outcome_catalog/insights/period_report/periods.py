"""Which periods there are reports on: every month, quarter and year with something in it or between, and all time."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from outcome_catalog.insights.calendar_periods import NamedPeriod, periods_between
from outcome_catalog.insights.period_report.figures import ReportedPeriod
from outcome_catalog.insights.period_report.records import ReportRecords
from outcome_catalog.model.dates import Per, Period

ALL_TIME = "all"
LENGTHS = (Per.YEAR, Per.QUARTER, Per.MONTH)
LATEST_YEARS = 30
"""Reports are listed for so many years back; an older period can still be asked for by its name."""
_IN_A_YEAR = {Per.MONTH: 12, Per.QUARTER: 4, Per.YEAR: 1}
_NAME = re.compile(r"(\d{4})(?:/(\d{2})|-(\d{4}))?(?:-(?:Q([1-4])|(\d{2})))?")


def reported_periods(records: ReportRecords) -> tuple[ReportedPeriod, ...]:
    """All periods from the first record's to the one that holds the catalog's day: all time, years, quarters, months.

    Each length is in date order; at most :data:`LATEST_YEARS` years of it.
    """
    found = [all_time(records)]
    for per in LENGTHS:
        named = islice(_periods(records, per, records.first_day), LATEST_YEARS * _IN_A_YEAR[per])
        found += [_reported(period, per, records) for period in tuple(named)[::-1]]
    return tuple(found)


def reported_period(text: str, records: ReportRecords) -> ReportedPeriod | None:
    """The period that *text* names and that has begun by the catalog's day, else None.

    It may be written as its label (``2026-09``, ``2026-Q3``, ``2026``, ``2025/26``, ``2025/26-Q3``, ``all``) or as its
    slug. Where the reporting year begins in one calendar year and ends in the next, a bare ``2025`` is the one that
    begins in 2025.
    """
    if text.strip().casefold() == ALL_TIME:
        return all_time(records)
    match = _NAME.fullmatch(text.strip().upper())
    if match is None or not _is_next_year(match):
        return None
    year, quarter, month = int(match[1]), match[4], match[5]
    if month and (match[2] or match[3]):
        return None
    per = Per.MONTH if month else Per.QUARTER if quarter else Per.YEAR
    start = f"{year:04}"
    end = f"-{month}" if month else f"-Q{quarter}" if quarter else ""
    periods = _periods(records, per, date(max(year, 1), 1, 1)) if 0 < year <= records.as_of.year else iter(())
    names = {f"{start}{end}", f"{start}/{(year + 1) % 100:02}{end}"}
    found = next((period for period in periods if period.label in names), None)
    is_mistaken_year = (match[2] or match[3]) and found is not None and "/" not in found.label
    return None if found is None or is_mistaken_year else _reported(found, per, records)


def period_slug(label: str) -> str:
    """The period's name in an address: ``2025/26-Q3`` is ``2025-2026-Q3``, since 2011-12 is a December."""
    year, slash, rest = label.partition("/")
    if not slash:
        return label
    return f"{year}-{int(year) + 1:04}{rest[2:]}"


def all_time(records: ReportRecords) -> ReportedPeriod:
    """All time: from the first record's day to the catalog's."""
    period = Period(records.first_day, records.as_of)
    return ReportedPeriod(label=ALL_TIME, per=None, period=period, judged_on=records.as_of, is_over=False)


def periods_of_length(periods: Iterable[ReportedPeriod], per: Per) -> Iterator[ReportedPeriod]:
    """Those of *periods* that are *per* long, in their order."""
    return (period for period in periods if period.per is per)


def _periods(records: ReportRecords, per: Per, first: date) -> Iterator[NamedPeriod]:
    year_starts = records.catalog.organisation.settings.reporting_year_starts
    return periods_between(per, year_starts, min(first, records.as_of), records.as_of)


def _reported(period: NamedPeriod, per: Per, records: ReportRecords) -> ReportedPeriod:
    as_of = records.as_of
    return ReportedPeriod(
        label=period.label,
        per=per,
        period=period.period,
        judged_on=min(period.end, as_of),
        is_over=period.end < as_of,
    )


def _is_next_year(match: re.Match[str]) -> bool:
    year = int(match[1])
    short, long = match[2], match[3]
    return (short is None or int(short) == (year + 1) % 100) and (long is None or int(long) == year + 1)
