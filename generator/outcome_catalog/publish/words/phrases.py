"""Sentences of the interface with values in their places."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from outcome_catalog.publish.words.dates import day_text
from outcome_catalog.publish.words.numbers import number_text
from outcome_catalog.publish.words.plurals import agreeing, plural_form


def phrase(words: Mapping[str, Any], key: str, /, **values: object) -> str:
    """The sentence at the dotted *key*, with *values* in its places.

    A key that has forms is told them apart by the value ``n``: ``zero`` where it has one, else the language's plural
    forms. Whole numbers and days are written as the language writes them. Where further numbers stand in it, a word
    that goes with one of them follows it as that value's forms: ``{late} {late:late one|late ones}``.
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
    return _Number(words, value) if isinstance(value, int) and not isinstance(value, bool) else value


@dataclass(frozen=True, slots=True)
class _Number:
    """A number in a phrase: written out, or the one of the forms behind its name that goes with it."""

    words: Mapping[str, Any]
    number: int

    def __format__(self, forms: str) -> str:
        return agreeing(self.words, self.number, forms) if forms else number_text(self.words, self.number)
