"""Days, spans and reporting periods as text says them: 2024, 2024-05, 2024-05-17, 2025-Q3, 2023-11/2024-01."""

import datetime
import re
from typing import NamedTuple

Day = datetime.date
ONE_DAY = datetime.timedelta(days=1)
MONTHS = {"month": 1, "quarter": 3, "year": 12}


class Span(NamedTuple):
    """From its first day to its last."""

    first: Day
    last: Day

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def holds(self, day: Day) -> bool:
        return self.first <= day <= self.last

    def lies_in(self, other: "Span") -> bool:
        return other.first <= self.first and self.last <= other.last

    def overlaps(self, other: "Span") -> bool:
        return self.first <= other.last and other.first <= self.last


class NamedSpan(NamedTuple):
    """A month, quarter or year with its name."""

    label: str
    per: str
    span: Span


def day_of(text: object) -> Day:
    return datetime.date.fromisoformat(str(text))


def month_after(year: int, month: int, months: int) -> tuple[int, int]:
    count = year * 12 + month - 1 + months
    return count // 12, count % 12 + 1


def safe_day(year: int, month: int, day: int) -> Day:
    """The day, or the month's last where the month is too short for it."""
    following = datetime.date(*month_after(year, month, 1), 1)
    return min(datetime.date(year, month, 1) + (day - 1) * ONE_DAY, following - ONE_DAY)


def months_from(first: Day, months: int) -> Span:
    return Span(first, datetime.date(*month_after(first.year, first.month, months), 1) - ONE_DAY)


def partial_span(text: object) -> Span:
    """All days that a date as rough as 2024 or 2024-05 may mean."""
    parts = [int(part) for part in str(text).split("-")]
    if len(parts) == 3:
        return Span(datetime.date(*parts), datetime.date(*parts))
    return months_from(datetime.date(parts[0], parts[1] if len(parts) == 2 else 1, 1), 1 if len(parts) == 2 else 12)


def about_span(text: object) -> Span:
    """What the `period` of a report spans: calendar years, halves, quarters and months, or from one to another."""
    spans = []
    for part in str(text).split("/"):
        year, _, rest = part.partition("-")
        number = int(rest.strip("HQ") or 1)
        length = {"H": 6, "Q": 3}.get(rest[:1], 1 if rest else 12)
        spans.append(months_from(datetime.date(int(year), (number - 1) * length + 1, 1), length))
    return Span(spans[0].first, spans[-1].last)


def periods_of_year(year: int, per: str, year_starts: str) -> list[NamedSpan]:
    """The months, quarters or the one year of the reporting year that begins in *year*; months are the calendar's."""
    month, day = (1, 1) if per == "month" else map(int, year_starts.split("-"))
    length = MONTHS[per]
    found = []
    for number in range(12 // length):
        first = safe_day(*month_after(year, month, number * length), day)
        after = safe_day(*month_after(year, month, (number + 1) * length), day)
        name = str(year).zfill(4) if (month, day) == (1, 1) else f"{year:04}/{(year + 1) % 100:02}"
        suffix = {"month": f"-{number + 1:02}", "quarter": f"-Q{number + 1}", "year": ""}[per]
        found.append(NamedSpan(name + suffix, per, Span(first, after - ONE_DAY)))
    return found


def periods_touching(span: Span, per: str, year_starts: str) -> list[NamedSpan]:
    """The periods of one length that share a day with *span*, oldest first."""
    years = range(span.first.year - 1, span.last.year + 1)
    named = [period for year in years for period in periods_of_year(year, per, year_starts)]
    return [period for period in named if period.span.overlaps(span)]


def period_named(label: str, year_starts: str) -> NamedSpan:
    """The month, quarter or year called so: 2025-09, 2025-Q3, 2025, 2025/26, 2025/26-Q3."""
    per = "quarter" if "Q" in label else "month" if re.fullmatch(r"\d{4}-\d\d", label) else "year"
    return next(p for p in periods_of_year(int(label[:4]), per, year_starts) if p.label == label)


def a_year_before(day: Day) -> Day:
    return safe_day(day.year - 1, day.month, day.day)
