"""Which of a sentence's forms goes with a number, by CLDR's plural rules."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from outcome_catalog.publish.words.locales import locale_named

ZERO, ONE, OTHER = "zero", "one", "other"


def plural_form(words: Mapping[str, Any], number: object, forms: Mapping[str, Any]) -> str:
    """The form for *number* among those there are: its own for exactly 0 where it has one, else the language's.

    English counts 0 with ``other``, French with ``one``. Text, a number already written out, is ``other``.
    """
    if not isinstance(number, int | float):
        return OTHER
    if number == 0 and ZERO in forms:
        return ZERO
    form = _form(words["locale"], number)
    return form if form in forms else OTHER


def agreeing(words: Mapping[str, Any], number: object, forms: str) -> str:
    """The one of two *forms*, parted by ``|``, that goes with *number*: the language's for one, and that for others."""
    one, other = forms.split("|")
    return one if plural_form(words, number, {ONE: one, OTHER: other}) == ONE else other


@lru_cache(maxsize=4096)
def _form(tag: str, number: float) -> str:
    return locale_named(tag).plural_form(number)
