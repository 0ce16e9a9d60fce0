"""A whole site in French: no word of the interface is left in English, no day is left as machines write it."""

import json
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.publish.words.test_languages import leaves, texts, written

from outcome_catalog.mkdocs_plugin.site import build_site
from outcome_catalog.publish.words.shipped import shipped_texts

_SHORT = 3
"""English phrases of fewer words than this may be part of something else, and are looked for as a whole text only."""
_READ = frozenset({"title", "aria-label", "alt", "placeholder", "value", "data-label", "content"})
"""Attributes that people read or hear."""
_NOT_READ = frozenset({"style", "code", "pre", "script"})
_ISO = re.compile(r"\b20\d\d-(?:\d\d(?:-\d\d)?|Q[1-4])\b")


@pytest.fixture(scope="module")
def french(demo_repository: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The demo as a French organisation has it, and its site."""
    root = tmp_path_factory.mktemp("french") / "transit"
    shutil.copytree(demo_repository, root)
    organisation = root / "communities" / "organisation.yml"
    text = organisation.read_text(encoding="utf-8")
    assert "\n  language: en\n" in text
    organisation.write_text(text.replace("\n  language: en\n", "\n  language: fr\n"), encoding="utf-8")
    site = root.parent / "site"
    build_site(root, site_dir=site, search=False)
    return root, site


class Reader(HTMLParser):
    """Collects what people read on a page, each text with its place in an attribute or between tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.languages: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _NOT_READ
        self.languages += [value or "" for name, value in attrs if tag == "html" and name == "lang"]
        if "http-equiv" not in dict(attrs):
            self.texts += [value for name, value in attrs if name in _READ and value]

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in _NOT_READ

    def handle_data(self, data: str) -> None:
        if not self._hidden and data.strip():
            self.texts.append(re.sub(r"[ \n]+", " ", data).strip(" "))  # French has spaces of its own, which stay


@pytest.fixture(scope="module")
def pages(french: tuple[Path, Path]) -> dict[str, Reader]:
    found = {}
    for file in sorted(french[1].rglob("*.html")):
        reader = Reader()
        reader.feed(file.read_text(encoding="utf-8"))
        found[file.relative_to(french[1]).as_posix()] = reader
    return found


def english_phrases() -> Iterator[str]:
    """What English says and French does not, without the values that are put in."""
    same = {text for _, value in leaves(written("fr")) for text in texts(value)}
    for _, value in leaves(written("en")):
        for text in texts(value):
            if text not in same:
                yield from (part.strip(" .,:;()?“”") for part in re.split(r"\{\w*\}", text))
    translated = shipped_texts("fr")
    for source in translated.values():
        yield from (text for text, said in source.items() if text != said)


def contributed(root: Path) -> str:
    """Everything that people wrote into the catalog, on one line."""
    files = [file for file in sorted((root / "communities").rglob("*")) if file.suffix in {".md", ".yml"}]
    return " ".join(" ".join(file.read_text(encoding="utf-8").split()) for file in files)


def test_no_phrase_of_the_interface_is_left_in_english(french: tuple[Path, Path], pages: dict[str, Reader]) -> None:
    own = contributed(french[0])
    whole = {phrase for phrase in english_phrases() if phrase and phrase not in own}
    parts = sorted((phrase for phrase in whole if len(phrase.split()) >= _SHORT), key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, parts))})(?!\w)")
    assert len(parts) > 300, "the search is not an empty one"
    left = {
        (page, found[0] if found else text)
        for page, reader in pages.items()
        for text in reader.texts
        if (found := pattern.search(text)) or (text in whole and len(text.split()) > 1)
    }
    assert left == set()


def test_no_day_is_left_as_machines_write_it(french: tuple[Path, Path], pages: dict[str, Reader]) -> None:
    own = contributed(french[0])
    left = {
        (page, text)
        for page, reader in pages.items()
        for text in reader.texts
        if (found := _ISO.search(text))
        and "/" not in text
        and ".md" not in text
        and (text == found[0] or text not in own)
    }
    assert left == set()


def test_every_semicolon_of_the_interface_stands_off_its_word(
    french: tuple[Path, Path], pages: dict[str, Reader]
) -> None:
    """Between clauses of a sentence as between what is joined to one: a narrow space before it, none that breaks."""
    own = contributed(french[0])
    found = {
        (page, text[max(place - 12, 0) : place + 6])
        for page, reader in pages.items()
        for text in reader.texts
        for place in (mark.start() for mark in re.finditer(";", text))
        if text[max(place - 12, 0) : place + 6].strip() not in own
    }
    assert len(found) > 100
    assert {(page, text) for page, text in found if "\u202f;" not in text} == set()


def test_every_page_says_that_it_is_french(pages: dict[str, Reader]) -> None:
    assert {page for page, reader in pages.items() if reader.languages != ["fr"]} == set()


def test_feeds_and_data_say_their_language(french: tuple[Path, Path]) -> None:
    feed = json.loads((french[1] / "feed.json").read_text(encoding="utf-8"))
    assert feed["language"] == "fr"
