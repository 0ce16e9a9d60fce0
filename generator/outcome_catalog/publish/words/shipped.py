"""What the shipped kinds and schemas say, in other languages than the English that they are written in.

Their own text is the key, so a text that is changed has no translation until somebody gives it one: the English is
shown, and a test says so.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from outcome_catalog.publish.words.catalogue import interface_language

Source = Literal["kinds", "fields", "schemas"]
"""The texts of shipped kinds; what their fields and the fields' values are called; the texts of schemas."""
_FOLDER = Path(__file__).parent / "shipped"


def shipped_text(words: Mapping[str, Any], source: Source, text: str) -> str:
    """The *text* of a shipped kind or of a schema in the language of *words*; as it stands where there is none."""
    return shipped_texts(interface_language(words).partition("-")[0].lower())[source].get(text, text)


def translations_of(source: Source, text: str) -> frozenset[str]:
    """What *text* is called in every other language that there is."""
    found = (shipped_texts(file.stem)[source].get(text) for file in _FOLDER.glob("*.json"))
    return frozenset(translation for translation in found if translation is not None)


@lru_cache(maxsize=8)
def shipped_texts(language: str) -> Mapping[Source, Mapping[str, str]]:
    """All translations into *language*; none where there is no file for it."""
    file = _FOLDER / f"{language}.json"
    if not file.is_file():
        return {"kinds": {}, "fields": {}, "schemas": {}}
    loaded: dict[Source, dict[str, str]] = json.loads(file.read_text(encoding="utf-8"))
    return loaded
