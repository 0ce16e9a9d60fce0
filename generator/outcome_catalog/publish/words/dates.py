"""Days and months for people. Machines read ISO dates: those stay in attributes, file names and data."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from babel.dates import format_date, format_skeleton

from outcome_catalog.publish.words.locales import locale_named

_DAYS_CACHED = 8192
_MONTH_LENGTH, _DAY_LENGTH = 7, 10


def day_text(words: Mapping[str, Any], day: date | str) -> str:
    """A day as exactly as it is known: ``30 Jun 2026``, ``Jun 2026``, ``2026``.

    *day* is a date, or its ISO text; other text, which no date can be read from, comes back as it is.
    """
    text = day if isinstance(day, str) else day.isoformat()
    return _day(words["locale"], words["dates"]["first_day"], text)


def month_text(words: Mapping[str, Any], month: date | str) -> str:
    """A month in full, for titles and sentences: ``June 2026``; *month* is any day of it, or ``2026-06``."""
    text = month if isinstance(month, str) else month.isoformat()
    return _month(words["locale"], text[:_MONTH_LENGTH])


def begin_text(words: Mapping[str, Any], start: date, end: date) -> str:
    """The first day of a stretch, without the year, and without the month, that its last day has too."""
    tag, first = words["locale"], words["dates"]["first_day"]
    if start.year != end.year:
        return day_text(words, start)
    locale = locale_named(tag)
    is_short = start.month == end.month and _medium(tag).startswith("d MMM")
    pattern = "d" if is_short else str(locale.datetime_skeletons["MMMd"].pattern)
    return format_date(start, _with_first(first, start, pattern), locale=locale)


@lru_cache(maxsize=_DAYS_CACHED)
def _day(tag: str, first: str, text: str) -> str:
    try:
        if len(text) == _DAY_LENGTH:
            day = date.fromisoformat(text)
            return format_date(day, _with_first(first, day, _medium(tag)), locale=locale_named(tag))
        if len(text) == _MONTH_LENGTH:
            return format_skeleton("yMMM", date.fromisoformat(f"{text}-01"), locale=locale_named(tag))
    except ValueError:
        return text
    return text


@lru_cache(maxsize=_DAYS_CACHED)
def _month(tag: str, text: str) -> str:
    return format_skeleton("yMMMM", date.fromisoformat(f"{text}-01"), locale=locale_named(tag))


def _with_first(first: str, day: date, pattern: str) -> str:
    """The pattern with the language's own word for the first of a month, as French writes ``1er``."""
    is_written = bool(first) and day.day == 1 and pattern.partition(" ")[0] == "d"
    return pattern.replace("d", f"'{first}'", 1) if is_written else pattern


def _medium(tag: str) -> str:
    return str(locale_named(tag).date_formats["medium"].pattern)
