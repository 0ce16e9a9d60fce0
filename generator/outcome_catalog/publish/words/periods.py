"""Stretches of days, and the names of the months, quarters, halves and years that reports and promises are about."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from outcome_catalog.publish.words.dates import begin_text, day_text, month_text
from outcome_catalog.publish.words.locales import locale_of
from outcome_catalog.publish.words.phrases import phrase

_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_PART = re.compile(r"(\d{4}(?:/\d\d)?)-(?:Q([1-4])|H([12]))")
_SPAN = re.compile(r"(\d{4}(?:-\w{2})?)/(\d{4}(?:-\w{2})?)")


def days_text(words: Mapping[str, Any], start: date, end: date | None) -> str:
    """A stretch of days, both included: ``1 Apr to 30 Jun 2026``; what both have in common is said once.

    ``from 1 Apr 2026`` while *end* is None.
    """
    if end is None:
        return phrase(words, "dates.open", start=start)
    if start == end:
        return day_text(words, end)
    return phrase(words, "dates.range", start=begin_text(words, start, end), end=end)


def period_text(words: Mapping[str, Any], label: str) -> str:
    """The name of a period for people: ``June 2026``, ``Q2 2026``, ``first half of 2026``, ``2025/26``.

    *label* is the name of a reporting period (``2026-06``, ``2026-Q2``, ``2025/26-Q2``, ``2025/26``) or what an
    artifact is about (``2026-H1``, ``2025-11/2026-01``); any other text comes back as it is.
    """
    if _MONTH.fullmatch(label):
        return month_text(words, label)
    if part := _PART.fullmatch(label):
        year, quarter, half = part.groups()
        return quarter_text(words, int(quarter), year) if quarter else _half(words, half, year)
    if span := _SPAN.fullmatch(label):
        start, end = (period_text(words, text) for text in span.groups())
        return phrase(words, "dates.periods", start=start, end=end)
    return label


def quarter_text(words: Mapping[str, Any], quarter: int, year: str) -> str:
    """The name of the *quarter* (1 to 4) of a *year*: ``Q2 2026``, ``T2 2025/26``."""
    name = locale_of(words).quarters["format"]["abbreviated"][quarter]
    return phrase(words, "dates.quarter", quarter=name, year=year)


def _half(words: Mapping[str, Any], half: str, year: str) -> str:
    return phrase(words, "dates.first_half" if half == "1" else "dates.second_half", year=year)
