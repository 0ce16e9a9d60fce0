"""A word agrees with the number that it stands beside, though the sentence has several numbers."""

import pytest

from outcome_catalog.publish.reports.lines import sentence
from outcome_catalog.publish.words import phrase, words


@pytest.mark.parametrize(
    ("late", "kept", "english", "french"),
    [
        (0, 1, "0 late ones, 1 kept one", "0 manquée, 1 tenue"),
        (1, 0, "1 late one, 0 kept ones", "1 manquée, 0 tenue"),
        (2, 1200, "2 late ones, 1,200 kept ones", "2 manquées, 1\u202f200 tenues"),
    ],
)
def test_each_word_follows_its_own_number(late: int, kept: int, english: str, french: str) -> None:
    patterns = {
        "en": "{late} {late:late one|late ones}, {kept} {kept:kept one|kept ones}",
        "fr": "{late} {late:manquée|manquées}, {kept} {kept:tenue|tenues}",
    }
    for language, text in (("en", english), ("fr", french)):
        told = {**words(language), "told": patterns[language]}
        assert phrase(told, "told", late=late, kept=kept) == text
        assert "".join(span.text for span in sentence(told, "told", late=late, kept=kept)) == text


@pytest.mark.parametrize(
    ("n", "confirmed", "text"),
    [
        (1, 0, "1 utilisation, dont 0 confirmée"),
        (9, 1, "9 utilisations, dont 1 confirmée"),
        (9, 2, "9 utilisations, dont 2 confirmées"),
    ],
)
def test_french_says_how_many_uses_are_confirmed(n: int, confirmed: int, text: str) -> None:
    assert phrase(words("fr"), "count.uses_confirmed", n=n, confirmed=confirmed) == text
