"""A language says everything that English says, in its own words, with the same values and the forms that it needs."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from babel import Locale

import outcome_catalog.publish.words
from outcome_catalog.model.organisation import SHIPPED_COMMUNITY_TYPES
from outcome_catalog.publish.words import catalogue, phrase
from outcome_catalog.resources import bundled

FOLDER = Path(outcome_catalog.publish.words.__file__).parent
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.json"))
CATEGORIES = {"zero", "one", "two", "few", "many", "other"}
"""The names of CLDR's plural forms."""
NOT_NEEDED = {"fr": {"many"}}
"""Forms of a language that no text here takes: French has one for whole millions written as words."""
SAME = {
    "fr": {
        "Menu", "Site", "confirmation", "Licence", "Date", "vacant", "active", "Productive", "Commits", "Source",
        "Sections", "Contact", "Page", "page", "Organisation", "Badge", "version", "original", "Ctrl K", "Cycle",
        "Zoom", "suggestions",
    },
}  # fmt: skip
"""Words that a language shares with English."""
HIGH_MARK = re.compile(r"[^\s\u00a0\u202f\d{}“(\-][;?!»]|[\S][ ][:;?!»]|« ")
COLON = re.compile(r"(?<![\s\u00a0])(?<!external)(?<!visibility)(?<!artifact):(?![/\w])")


def written(language: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))
    return loaded


def leaves(found: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in found.items():
        if isinstance(value, Mapping) and not set(value) <= CATEGORIES:
            yield from leaves(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def texts(value: Any) -> list[str]:
    return list(value.values()) if isinstance(value, Mapping) else [value]


def names(value: Any) -> set[str]:
    return {name for text in texts(value) for _, name, _, _ in Formatter().parse(text) if name}


ENGLISH = dict(leaves(written("en")))


@pytest.fixture
def folder_of_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder that the words are read from instead."""
    monkeypatch.setattr(catalogue, "_FOLDER", tmp_path)
    for read in (catalogue.words, catalogue._words_of):
        read.cache_clear()
    yield tmp_path
    for read in (catalogue.words, catalogue._words_of):
        read.cache_clear()


def test_what_a_language_lacks_is_said_in_english_and_its_plural_forms_are_not_mixed_with_english_ones(
    folder_of_words: Path,
) -> None:
    """An English form for nothing beside French ones would be said where French counts nothing as one."""
    english = {"locale": "en", "count": {"uses": {"zero": "none", "one": "use", "other": "uses"}, "left": "left out"}}
    forms = {"one": "utilisation", "other": "utilisations"}
    for name, texts in (("en", english), ("fr", {"locale": "fr", "count": {"uses": forms}})):
        (folder_of_words / f"{name}.json").write_text(json.dumps(texts), encoding="utf-8")
    found = catalogue.words("fr")
    assert found["count"] == {"uses": forms, "left": "left out"}
    assert phrase(found, "count.uses", n=0) == "utilisation"


def test_every_type_of_community_that_is_known_everywhere_has_its_word() -> None:
    """A type is shown by its word, and named in the same way where a rule lists those that are known."""
    assert written("en")["community_type"] == {known.id: known.title for known in SHIPPED_COMMUNITY_TYPES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_every_key_and_no_other(language: str) -> None:
    found = dict(leaves(written(language)))
    assert (sorted(set(ENGLISH) - set(found)), sorted(set(found) - set(ENGLISH))) == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_puts_the_same_values_in(language: str) -> None:
    found = dict(leaves(written(language)))
    assert {key: value for key, value in found.items() if names(value) != names(ENGLISH[key])} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_the_plural_forms_that_its_grammar_needs(language: str) -> None:
    needed = set(Locale.parse(language).plural_form.tags) | {"other"}
    needed -= NOT_NEEDED.get(language, set())
    for key, value in leaves(written(language)):
        assert isinstance(value, Mapping) or not isinstance(ENGLISH[key], Mapping), key
        if isinstance(value, Mapping):
            assert needed <= set(value) <= needed | {"zero"}, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_that_several_numbers_take_says_no_number_itself(language: str) -> None:
    """Where 0 has the form of 1, as in French, that form must not say 1."""
    form = Locale.parse(language).plural_form(0)
    if form == "other":
        return
    for key, value in leaves(written(language)):
        if isinstance(value, Mapping) and "zero" not in value:
            assert not re.search(r"\b1\b", value[form]), key


@pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "en"])
def test_nothing_is_left_in_english(language: str) -> None:
    same = []
    for key, value in leaves(written(language)):
        for text, english in zip(texts(value), texts(ENGLISH[key]), strict=False):
            words = re.sub(r"\{\w*\}", "", text)
            is_path = bool(re.fullmatch(r"[\w./<>-]+/[\w./<>-]+", text))
            if (
                text == english
                and re.search(r"[^\W\d_]{2}", words)
                and not is_path
                and words.strip() not in SAME[language]
            ):
                same.append((key, text))
    assert same == []


def test_french_marks_stand_off_their_words() -> None:
    """A no-break space stands before : and inside « », a narrow one before ; ? ! and %, and apostrophes are round."""
    found = [
        (key, text)
        for key, value in leaves(written("fr"))
        for text in texts(value)
        if "'" in text or HIGH_MARK.search(text) or COLON.search(text)
    ]
    assert found == []


def test_templates_take_their_colon_from_the_language() -> None:
    """French stands it off its word, so none is written behind a word of the interface or before one that is hidden."""
    written_out = re.compile(r"\{\{ words\.[\w.]+ \}\}(?:</\w+>)*:(?=[ <])|oc-hidden\">: ")
    templates = sorted(bundled("overrides").rglob("*.html"))
    assert len(templates) > 20
    assert [path.name for path in templates if written_out.search(path.read_text(encoding="utf-8"))] == []
