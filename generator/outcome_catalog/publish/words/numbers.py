"""Numbers for people, with the language's separators."""

from collections.abc import Mapping
from functools import lru_cache
from math import floor, log10
from typing import Any

from babel.numbers import format_compact_decimal, format_decimal, format_percent

from outcome_catalog.publish.words.locales import locale_named

_DECIMALS, _MOST_DECIMALS = 2, 9


def number_text(words: Mapping[str, Any], value: float) -> str:
    """A number for people: ``1,234.5``, ``1 234,5``; at most two decimals, none where it is whole.

    What would then read as nothing, and is not, has as many decimals as show it: ``0.0012``.
    """
    return _written(words["locale"], value)


def short_number_text(words: Mapping[str, Any], value: float) -> str:
    """A number for where there is little room, such as an axis: ``1.5K``, ``20M``, ``1,5 k``, ``0.0025``."""
    return _short(words["locale"], float(value))


def percent_text(words: Mapping[str, Any], share: float) -> str:
    """A share (1 is all of it) in whole per cent: ``42%``, ``42 %``."""
    return _percent(words["locale"], share)


@lru_cache(maxsize=4096)
def _written(tag: str, value: float) -> str:
    decimals = _decimals(value, _DECIMALS)
    rounded = round(value, decimals) + 0  # adding 0 makes -0.0 plain zero
    return format_decimal(rounded, locale=locale_named(tag), decimal_quantization=decimals <= _DECIMALS)


@lru_cache(maxsize=1024)
def _short(tag: str, value: float) -> str:
    decimals = _decimals(value, _DECIMALS if abs(value) >= 1 else 2 * _DECIMALS)
    return format_compact_decimal(round(value, decimals) + 0, locale=locale_named(tag), fraction_digits=decimals)


@lru_cache(maxsize=1024)
def _percent(tag: str, share: float) -> str:
    return format_percent(round(share, _DECIMALS) + 0, locale=locale_named(tag))


def _decimals(value: float, usual: int) -> int:
    """How many decimals are written: the *usual* ones, or so many that two digits of a small value are left."""
    if value == 0 or abs(value) >= 10.0**-usual:
        return usual
    return min(1 - floor(log10(abs(value))), _MOST_DECIMALS)
