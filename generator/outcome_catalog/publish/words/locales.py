"""How a language writes days, numbers and lists: CLDR's locale for it."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from babel import Locale
from babel.localedata import exists


def locale_of(words: Mapping[str, Any]) -> Locale:
    """The locale that the words name, by which days, numbers, lists and plural forms are written."""
    return locale_named(words["locale"])


@lru_cache(maxsize=32)
def locale_named(tag: str) -> Locale:
    """CLDR's locale for a language tag; UnknownLocaleError or ValueError where there is none."""
    return Locale.parse(tag, sep="-")


def is_known(tag: str) -> bool:
    """True where CLDR has a locale for exactly this language tag."""
    return exists(tag.replace("-", "_"))
