"""Languages by their names."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from babel import Locale, UnknownLocaleError

from outcome_catalog.publish.words.locales import locale_named


def language_name(words: Mapping[str, Any], tag: str) -> str:
    """What people call the language of a tag, in the language of *words*: ``French``, ``français``.

    A tag that CLDR does not know comes back as it is.
    """
    return _name(words["locale"], tag)


def own_language_name(tag: str) -> str:
    """What those who speak it call the language of a tag, for a link that leads to it: ``français``."""
    return _name(tag, tag)


@lru_cache(maxsize=256)
def _name(own: str, tag: str) -> str:
    try:
        ours = locale_named(own)
        # Parsing takes "und", which is no language, for the most likely one.
        return ours.languages.get(tag.lower()) or Locale.parse(tag, sep="-").get_display_name(ours) or tag
    except (UnknownLocaleError, ValueError):
        return tag
