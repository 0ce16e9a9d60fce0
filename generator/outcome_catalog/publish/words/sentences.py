"""The sentences beside the figures, in the words of a language."""

from collections.abc import Iterable, Mapping
from typing import Any

from outcome_catalog.insights.sentences import PeriodLabel, Sentence, Value
from outcome_catalog.publish.words.measured import measured_text
from outcome_catalog.publish.words.periods import period_text
from outcome_catalog.publish.words.phrases import phrase


def sentences_text(words: Mapping[str, Any], sentences: Iterable[Sentence]) -> str:
    """*sentences* one after the other, as people read them; empty where there are none."""
    return " ".join(_sentence(words, sentence) for sentence in sentences)


def _sentence(words: Mapping[str, Any], sentence: Sentence) -> str:
    values = {name: _value(words, value) for name, value in sentence.values}
    return phrase(words, f"sentence.{sentence.key}", **values)


def _value(words: Mapping[str, Any], value: Value) -> object:
    """*value* as a phrase takes it, which writes days and whole numbers, and chooses its form by them."""
    if isinstance(value, tuple):
        return sentences_text(words, value)
    if isinstance(value, PeriodLabel):
        return period_text(words, value)
    return measured_text(words, value) if isinstance(value, float) else value
