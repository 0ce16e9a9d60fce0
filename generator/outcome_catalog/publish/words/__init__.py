"""Every word of the interface, one JSON file per language; what a contributor wrote is never among them."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent
_FALLBACK = "en"


@lru_cache(maxsize=8)
def words(language: str) -> Mapping[str, Any]:
    """The interface in *language* (an ISO 639 code, a region behind it is ignored); English where a word is missing."""
    english = _words_of(_FALLBACK)
    primary = language.partition("-")[0].lower()
    if primary == _FALLBACK or not (_FOLDER / f"{primary}.json").is_file():
        return english
    return _merged(english, _words_of(primary))


def phrase(words: Mapping[str, Any], key: str, /, **values: object) -> str:
    """The sentence at the dotted *key*, with *values* in its places.

    A key that has forms is told them apart by the value ``n``: ``zero`` where it has one, ``one``, ``other``.
    Whole numbers are written with the language's thousands separator.
    """
    text: Any = words
    for step in key.split("."):
        text = text[step]
    if isinstance(text, Mapping):
        text = text[_form(values["n"], text)]
    return str(text.format(**{name: _written(words, value) for name, value in values.items()}))


def number_text(words: Mapping[str, Any], value: float) -> str:
    """A number for people: thousands separated, no more than two decimals, no decimals where it is whole."""
    rounded = round(value, 2)
    text = f"{int(rounded):,}" if rounded == int(rounded) else f"{rounded:,.2f}".rstrip("0")
    separators = words["number"]
    whole, point, decimals = text.partition(".")
    return whole.replace(",", separators["thousands"]) + (separators["decimal"] + decimals if point else "")


def _form(number: object, forms: Mapping[str, Any]) -> str:
    if number == 0 and "zero" in forms:
        return "zero"
    return "one" if number == 1 else "other"


def _written(words: Mapping[str, Any], value: object) -> object:
    return number_text(words, value) if isinstance(value, int) and not isinstance(value, bool) else value


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
