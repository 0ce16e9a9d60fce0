"""Sentences of the interface with values in their places."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from outcome_catalog.publish.words.dates import day_text
from outcome_catalog.publish.words.numbers import number_text
from outcome_catalog.publish.words.plurals import plural_form


def phrase(words: Mapping[str, Any], key: str, /, **values: object) -> str:
    """The sentence at the dotted *key*, with *values* in its places.

    A key that has forms is told them apart by the value ``n``: ``zero`` where it has one, else the language's plural
    forms. Whole numbers and days are written as the language writes them.
    """
    text: Any = words
    for step in key.split("."):
        text = text[step]
    if isinstance(text, Mapping):
        text = text[plural_form(words, values["n"], text)]
    return str(text.format(**{name: _written(words, value) for name, value in values.items()}))


def _written(words: Mapping[str, Any], value: object) -> object:
    if isinstance(value, date):
        return day_text(words, value)
    return number_text(words, value) if isinstance(value, int) and not isinstance(value, bool) else value
