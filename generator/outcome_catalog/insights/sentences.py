"""What is said about a figure, as values: a key into the words of a language, and what is put into its places.

Nothing here is text that anybody reads: :mod:`outcome_catalog.publish.words.sentences` words it in the organisation's
language. So that a language can tell one from many, a sentence that depends on a number has it as its value ``n``, and
a part with a number of its own is a sentence within the sentence.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias


class PeriodLabel(str):
    """The label of a period, such as ``2026-Q2``, which each language writes in its own way."""

    __slots__ = ()


Value: TypeAlias = "str | int | float | datetime.date | tuple[Sentence, ...]"
"""Names and contributors' own words, labels of periods, numbers, days, and sentences; a yes or a no is a sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, or a part of one, by its *key* below ``sentence`` in the words of a language."""

    key: str
    values: tuple[tuple[str, Value], ...] = ()


Sentences: TypeAlias = tuple[Sentence, ...]
"""Sentences that follow each other; none where nothing is to be said."""


def says(key: str, /, **values: Value) -> Sentences:
    """The sentence at *key* with *values* in its places, to be followed by others or put into one."""
    return (Sentence(key, tuple(values.items())),)


def values_in(sentences: Iterable[Sentence]) -> Iterator[str | float | datetime.date]:
    """Every name, number and day that *sentences* put into their places, sentences within sentences included."""
    for sentence in sentences:
        for _, value in sentence.values:
            if isinstance(value, tuple):
                yield from values_in(value)
            else:
                yield value
