"""What the figures say, as English readers read it: tests compare sentences, not the keys they are made from."""

from collections.abc import Iterable

from outcome_catalog.insights.sentences import Sentence
from outcome_catalog.publish.words import sentences_text, words

ENGLISH = words("en")


def english(sentences: Iterable[Sentence]) -> str:
    return sentences_text(ENGLISH, sentences)
