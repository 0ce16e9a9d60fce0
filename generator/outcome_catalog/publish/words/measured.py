"""Values as they were measured, for people: as exactly as they say something."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from babel.numbers import format_decimal

from outcome_catalog.publish.words.locales import locale_named

_DIGITS = 6


def measured_text(words: Mapping[str, Any], value: float) -> str:
    """A measured value: whole numbers whole, others by their first six digits, without zeros at the end."""
    return _measured(words["locale"], value)


@lru_cache(maxsize=4096)
def _measured(tag: str, value: float) -> str:
    exact = value if value.is_integer() else float(f"{value:.{_DIGITS}g}")
    return format_decimal(exact + 0, locale=locale_named(tag), decimal_quantization=False)
