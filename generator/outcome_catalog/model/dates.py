"""Days, days known only to the month or year, and the periods that reports and promises are about."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_PERIOD = re.compile(r"(\d{4})(?:-(?:H([12])|Q([1-4])|(\d{2})))?")


class Per(StrEnum):
    """The length of a promise's period."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of days, both ends included. *end* is None while it is open."""

    start: date
    end: date | None = None

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)


def last_day_of_month(year: int, month: int) -> date:
    """The last day of *month* in *year*."""
    return date(year, month, calendar.monthrange(year, month)[1])


def months_from(year: int, month: int, count: int) -> Period:
    """The period of *count* whole months that begins with *month* of *year*."""
    years, index = divmod(month - 1 + count, 12)
    return Period(date(year, month, 1), date(year + years, index + 1, 1) - timedelta(days=1))


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day as exactly as it is known: ``2024``, ``2024-05`` or ``2024-05-17`` (data-model §6)."""

    text: str
    period: Period

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """The partial date that *text* writes; ValueError where it names no year, month or day that exists."""
        match = _PARTIAL.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is none of 2024, 2024-05, 2024-05-17")
        year = int(match[1])
        month, day = (int(group) if group else None for group in match.group(2, 3))
        if month is None:
            return cls(text, Period(date(year, 1, 1), date(year, 12, 31)))
        if day is None:
            return cls(text, Period(date(year, month, 1), last_day_of_month(year, month)))
        return cls(text, Period(date(year, month, day), date(year, month, day)))

    @property
    def first_day(self) -> date:
        """The earliest day that it can mean."""
        return self.period.start

    @property
    def last_day(self) -> date:
        """The latest day that it can mean."""
        return self.period.end or self.period.start

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class ReportingPeriod:
    """What an artifact is about: ``2025``, ``2025-H1``, ``2025-Q3``, ``2025-09``, ``2023-11/2024-01`` (§5)."""

    text: str
    period: Period

    @classmethod
    def parse(cls, text: str) -> "ReportingPeriod":
        """The period that *text* writes; ValueError where it writes none."""
        first, slash, second = text.partition("/")
        start = _one_period(first)
        if not slash:
            return cls(text, start)
        end = _one_period(second)
        if end.end is None or end.end < start.start:
            raise ValueError(f"{text!r} ends before it begins")
        return cls(text, Period(start.start, end.end))

    def __str__(self) -> str:
        return self.text


def _one_period(text: str) -> Period:
    match = _PERIOD.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is none of 2025, 2025-H1, 2025-Q3, 2025-09, 2023-11/2024-01")
    year, half, quarter, month = match.groups()
    if half:
        return months_from(int(year), 6 * int(half) - 5, 6)
    if quarter:
        return months_from(int(year), 3 * int(quarter) - 2, 3)
    if month:
        return months_from(int(year), int(month), 1)
    return months_from(int(year), 1, 12)
