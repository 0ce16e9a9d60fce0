"""The shipped kinds and the schemas speak every language that the interface speaks."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.publish.pages.desk import desk_catalog

import outcome_catalog.publish.words
from outcome_catalog.model.ids import KindId
from outcome_catalog.model.kind import Kind, KindSection
from outcome_catalog.model.origin import Origin
from outcome_catalog.publish.pages.document_keys import DOCUMENTS, document_schema, key_rows
from outcome_catalog.publish.spoken_kinds import with_spoken_kinds
from outcome_catalog.publish.words import shipped_text, words
from outcome_catalog.publish.words.shipped import shipped_texts
from outcome_catalog.resources import bundled

LANGUAGES = sorted(p.stem for p in Path(outcome_catalog.publish.words.__file__).parent.glob("*.json") if p.stem != "en")
SHIPPED = {
    file.stem: yaml.safe_load(file.read_text(encoding="utf-8")) for file in bundled("schemas").glob("kinds/*.yml")
}
SAME = {"Solution", "Actions", "Discussion"}
"""Headings that French shares with English."""


def kind_texts() -> Iterator[str]:
    for kind in SHIPPED.values():
        yield from (kind["title"], kind["plural"], kind["summary"], *kind.get("done_when", ()))
        for section in kind.get("sections", ()):
            yield from (section["heading"], section["hint"])
        yield from (schema["description"] for schema in kind.get("fields", {}).values())


def field_texts() -> Iterator[str]:
    for kind in SHIPPED.values():
        for name, schema in kind.get("fields", {}).items():
            yield from (name.replace("_", " ").capitalize(), *schema.get("enum", ()))


def schema_texts() -> Iterator[str]:
    for document in DOCUMENTS:
        yield from (
            row["description"] for row in key_rows(document_schema(document), words("en")) if row["description"]
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_a_shipped_kind_is_translated_and_no_other(language: str) -> None:
    found, said = set(shipped_texts(language)["kinds"]), set(kind_texts())
    assert (sorted(said - found), sorted(found - said)) == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_a_shipped_kind_and_every_value_of_it_has_its_word(language: str) -> None:
    found, said = set(shipped_texts(language)["fields"]), set(field_texts())
    assert (sorted(said - found), sorted(found - said)) == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_of_a_document_is_told_in_the_language_and_no_other(language: str) -> None:
    found, said = set(shipped_texts(language)["schemas"]), set(schema_texts())
    assert (sorted(said - found), sorted(found - said)) == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_written_as_it_stands_in_a_file_is_so_in_a_translation(language: str) -> None:
    """Keys, paths and file names are no words: a translation names the same ones."""
    for source in ("kinds", "schemas"):
        for text, said in shipped_texts(language)[source].items():  # type: ignore[index]
            assert text == said if text in SAME else text != said, text
            for name in re.findall(r"\b\w+\.yml|<\w+>|\b[a-z]+_[a-z_]+\b|\btrue\b|SPDX|JSON", text):
                assert name in said, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_kind_accepts_the_headings_that_its_page_shows(language: str) -> None:
    headings = shipped_texts(language)["kinds"]
    for kind in SHIPPED.values():
        for section in kind.get("sections", ()):
            assert headings[section["heading"]] in (section["heading"], *section["also"])


def a_kind(path: str) -> Kind:
    section = KindSection(
        heading="Problem", also=("The problem", "Problème"), hint="What goes wrong, or what one wants to reach."
    )
    fields: dict[str, Any] = {"url": {"type": "string", "description": "The address of the page"}}
    return Kind(
        id=KindId("idea"), title="Idea", plural="Ideas", summary="Ours.", sections=(section,), fields=fields,
        origin=Origin(path=path),
    )  # fmt: skip


def spoken(kind: Kind, language: str) -> Kind:
    catalog = replace(desk_catalog(), kinds={kind.id: kind})
    return with_spoken_kinds(catalog, words(language)).kinds[kind.id]


def test_a_shipped_kind_speaks_french() -> None:
    kind = spoken(a_kind("kinds/idea.yml"), "fr")
    assert (kind.title, kind.plural, kind.summary) == ("Idée", "Idées", "Ours.")
    assert (kind.sections[0].heading, kind.sections[0].also) == ("Problème", ())
    assert kind.fields["url"] == {"type": "string", "description": "L’adresse de la page"}


def test_in_english_the_headings_of_other_languages_are_not_shown() -> None:
    assert spoken(a_kind("kinds/idea.yml"), "en").sections[0].also == ("The problem",)


def test_a_kind_of_the_project_s_own_speaks_as_its_file_does() -> None:
    kind = a_kind("schemas/kinds/idea.yml")
    assert spoken(kind, "fr") == kind


def test_a_text_without_a_translation_stays_as_it_is() -> None:
    assert shipped_text(words("fr"), "kinds", "Never said") == "Never said"
    assert shipped_text(words("xx"), "kinds", "Idea") == "Idea"
