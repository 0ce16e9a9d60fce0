"""Months, quarters and years of the organisation's reporting year, with the names they go by."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from itertools import islice

from outcome_catalog.model.dates import Per, Period, last_day_of_month

_MONTHS = {Per.MONTH: 1, Per.QUARTER: 3, Per.YEAR: 12}
DAYS_A_QUARTER = 92


@dataclass(frozen=True, slots=True)
class NamedPeriod:
    """A period and its name: ``2025-09``, ``2025-Q3``, ``2025``, or ``2025/26`` for a year that is no calendar year."""

    label: str
    start: datetime.date
    end: datetime.date

    @property
    def period(self) -> Period:
        """The days of the period."""
        return Period(self.start, self.end)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1


@lru_cache
def latest_periods(
    per: Per, year_starts: str, first: datetime.date, last: datetime.date, at_most: int
) -> tuple[NamedPeriod, ...]:
    """The latest *at_most* periods of :func:`periods_between`, oldest first; many promises ask for the same ones."""
    return tuple(islice(periods_between(per, year_starts, first, last), at_most))[::-1]


def periods_between(per: Per, year_starts: str, first: datetime.date, last: datetime.date) -> Iterator[NamedPeriod]:
    """The periods of length *per* that hold a day from *first* to *last*, latest first.

    Quarters and years count from *year_starts* (month-day), months from the first of the month. A week is no period
    that anything is promised for; ValueError then.
    """
    if per not in _MONTHS:
        raise ValueError(f"nothing is promised per {per}")
    step = _MONTHS[per]
    month, day = (1, 1) if per is Per.MONTH else _month_and_day(year_starts)
    number = _number_of_period_with(last, month, day, step)
    start = _start(number, month, day, step)
    end = _start(number + 1, month, day, step) - timedelta(days=1)
    while end >= first:
        yield NamedPeriod(_label(per, number, begins_with_year=(month, day) == (1, 1)), start, end)
        if start.year == datetime.MINYEAR:
            return
        number, end = number - 1, start - timedelta(days=1)
        start = _start(number, month, day, step)


def _month_and_day(year_starts: str) -> tuple[int, int]:
    month, _, day = year_starts.partition("-")
    return int(month), int(day)


def _start(number: int, month: int, day: int, step: int) -> datetime.date:
    """The first day of the period with that *number*: periods count from the reporting year that starts in year 0."""
    years, index = divmod(number * step + month - 1, 12)
    return datetime.date(years, index + 1, min(day, last_day_of_month(years, index + 1).day))


def _number_of_period_with(last: datetime.date, month: int, day: int, step: int) -> int:
    number = (last.year * 12 + last.month - month) // step
    return number if _start(number, month, day, step) <= last else number - 1


def _label(per: Per, number: int, *, begins_with_year: bool) -> str:
    year, part = divmod(number, 12 // _MONTHS[per])
    name = f"{year:04}" if begins_with_year else f"{year:04}/{(year + 1) % 100:02}"
    if per is Per.MONTH:
        return f"{year:04}-{part + 1:02}"
    return f"{name}-Q{part + 1}" if per is Per.QUARTER else name
