"""The formats that a text must have: days, partly known days, reporting periods, addresses (data-model §1, §5, §6)."""

import datetime
import re

from jsonschema import FormatChecker

from outcome_catalog.model.dates import PartialDate, ReportingPeriod

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Years outside are slips of the pen; within them every later reckoning stays inside the calendar."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR = re.compile(r"(?:^|/)([0-9]{4})")
_WEB_ADDRESS = re.compile(r"(?:https?://[^\s/?#<>\"]|mailto:[^\s@<>\"]+@)[^\s<>\"]*")
_EMAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+")

FORMATS = FormatChecker(formats=())
"""The formats that schemas may name; any other is a remark and checks nothing."""


@FORMATS.checks("date", raises=ValueError)
def is_day(value: object) -> bool:
    """True where *value* is a day that exists, such as 2024-05-17, or no text at all."""
    if not isinstance(value, str):
        return True
    if not _DAY.fullmatch(value):
        return False
    return FIRST_YEAR <= datetime.date.fromisoformat(value).year <= LAST_YEAR


@FORMATS.checks("partial-date", raises=ValueError)
def is_partial_date(value: object) -> bool:
    """True where *value* is 2024, 2024-05 or 2024-05-17 and exists, or neither text nor a whole number."""
    text = _text(value)
    return text is None or (_years_fit(text) and PartialDate.parse(text) is not None)


@FORMATS.checks("reporting-period", raises=ValueError)
def is_reporting_period(value: object) -> bool:
    """True where *value* is 2025, 2025-H1, 2025-Q3, 2025-09 or 2023-11/2024-01, or neither text nor a whole number."""
    text = _text(value)
    return text is None or (_years_fit(text) and ReportingPeriod.parse(text) is not None)


@FORMATS.checks("uri")
def is_safe_address(value: object) -> bool:
    """True where *value* is an address that begins with https://, http:// or mailto:, or no text at all."""
    return not isinstance(value, str) or _WEB_ADDRESS.fullmatch(value) is not None


@FORMATS.checks("email")
def is_email(value: object) -> bool:
    """True where *value* is an e-mail address, or no text at all."""
    return not isinstance(value, str) or _EMAIL.fullmatch(value) is not None


def _text(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return str(value)


def _years_fit(text: str) -> bool:
    return text.isascii() and all(FIRST_YEAR <= int(year) <= LAST_YEAR for year in _YEAR.findall(text))
