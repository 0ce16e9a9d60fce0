"""What somebody meant who wrote a day in another way than 2024-05-17, or a period in another way than 2025-Q3."""

import calendar
import datetime
import re
from collections.abc import Iterator
from contextlib import suppress

from outcome_catalog.validation.formats import FIRST_YEAR, LAST_YEAR, is_day

_YEAR_FIRST = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})(?:[-/. ]([0-9]{1,2}))?(?:[T ][0-9:.,+Zz-]*)?")
_YEAR_LAST = re.compile(r"(?:([0-9]{1,2})([-/. ]) ?)?([0-9]{1,2})[-/. ] ?([0-9]{4})")
_WITHOUT_SIGNS = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_PART_AND_YEAR = re.compile(r"([HQ]) ?([1-4])[-/. ]*([0-9]{4})", re.IGNORECASE)
_YEAR_AND_PART = re.compile(r"([0-9]{4})[-/. ]*([HQ]) ?([1-4])", re.IGNORECASE)
_NAMED_MONTHS = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y")


def days_meant(written: object) -> tuple[str, ...]:
    """The days (2024-05-17) and months (2024-05) that *written* may mean, the likeliest first; none where unclear."""
    text = str(written).strip()[:40]
    found = (f"{y:04}-{m:02}" if d is None else f"{y:04}-{m:02}-{d:02}" for y, m, d in _readings(text))
    return tuple(dict.fromkeys(day for day in found if is_existing(day) and day != text))


def period_meant(written: object) -> str | None:
    """The half-year, quarter or month that *written* may mean (2025-H1, 2025-Q3, 2025-09); None where unclear."""
    text = str(written).strip()[:40]
    if match := _YEAR_AND_PART.fullmatch(text):
        year, part, number = match.groups()
    elif match := _PART_AND_YEAR.fullmatch(text):
        part, number, year = match.groups()
    else:
        return next((day for day in days_meant(text) if len(day) == len("2025-09")), None)
    if part.upper() == "H" and number > "2":
        return None
    return f"{year}-{part.upper()}{number}"


def is_existing(text: str) -> bool:
    """True where *text*, a day or a month in the right form, exists and lies in a year that is allowed."""
    try:
        return is_day(text if len(text) > len("2024-05") else f"{text}-01")
    except ValueError:
        return False


def _readings(text: str) -> Iterator[tuple[int, int, int | None]]:
    if match := _YEAR_FIRST.fullmatch(text) or _WITHOUT_SIGNS.fullmatch(text):
        yield int(match[1]), int(match[2]), int(match[3]) if match[3] else None
    if match := _YEAR_LAST.fullmatch(text):
        first, sign, second, year = match.groups()
        yield int(year), int(second), int(first) if first else None
        if first and sign != ".":  # with slashes or hyphens some write the month first
            yield int(year), int(first), int(second)
    for form in _NAMED_MONTHS:
        with suppress(ValueError):
            day = datetime.datetime.strptime(re.sub(r"[.,]", "", text), form)
            yield day.year, day.month, day.day


def why_not_a_day(written: object) -> str | None:
    """Why *written*, which has the form of a day or month, names none: "there is no month 13"; None for other forms."""
    match = _YEAR_FIRST.fullmatch(str(written)[:40]) or re.fullmatch(r"([0-9]{4})()()", str(written)[:40])
    if match is None:
        return None
    year, month, day = (int(group) if group else None for group in match.groups())
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return f"the year must lie between {FIRST_YEAR} and {LAST_YEAR}"
    if month is not None and not 1 <= month <= len(calendar.month_name) - 1:
        return f"there is no month {month}"
    if month is None or day is None:
        return None
    last = calendar.monthrange(year, month)[1]
    return None if 1 <= day <= last else f"{_MONTHS[month - 1]} {year} has {last} days"


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
