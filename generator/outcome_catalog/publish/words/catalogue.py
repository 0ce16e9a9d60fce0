"""The words of a language, as they lie in its file; English where a word is missing."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from outcome_catalog.publish.words.locales import is_known

_FOLDER = Path(__file__).parent
_FALLBACK = "en"
_THEIR_LANGUAGE = "their_language"


@lru_cache(maxsize=8)
def words(language: str) -> Mapping[str, Any]:
    """The interface in *language* (a tag such as ``fr`` or ``en-US``); English where there is no file for it.

    A region decides how days and numbers are written (``locale`` among the words); the words are the language's.
    ``theirs`` is the attribute for what holds nothing but words of contributors: their language, where it is not ours.
    """
    primary = language.partition("-")[0].lower()
    if not (_FOLDER / f"{primary}.json").is_file():
        return {**_words_of(_FALLBACK), _THEIR_LANGUAGE: language, "theirs": Markup(' lang="{}"').format(language)}
    found = {**_words_of(primary), "theirs": ""}
    if primary != _FALLBACK:
        found = _merged(_words_of(_FALLBACK), found)
    return {**found, "locale": language} if "-" in language and is_known(language) else found


def interface_language(words: Mapping[str, Any]) -> str:
    """The language tag that the words are in, for ``lang`` attributes: ``en``, ``fr``; with a region where one is set.

    It differs from the organisation's language where there are no words for that.
    """
    return str(words["locale"])


def contributors_language(words: Mapping[str, Any]) -> str | None:
    """The organisation's language where there are no words for it; None where the words are in that language."""
    language: str | None = words.get(_THEIR_LANGUAGE)
    return language


@lru_cache(maxsize=8)
def _words_of(language: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((_FOLDER / f"{language}.json").read_text(encoding="utf-8"))
    return loaded


def _merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """*base* with the values of *over* laid on top; a key's forms are taken whole."""
    merged = dict(base)
    for key, value in over.items():
        below = merged.get(key)
        has_forms = isinstance(value, Mapping) and "other" in value
        merged[key] = (
            _merged(below, value)
            if isinstance(below, Mapping) and isinstance(value, Mapping) and not has_forms
            else value
        )
    return merged
