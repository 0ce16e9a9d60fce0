"""What to write instead of a value that does not fit, where that can be told from the value."""

import re
from collections.abc import Iterator
from typing import Any

from outcome_catalog.model.origin import Pointer
from outcome_catalog.sources.names import nearest_slug
from outcome_catalog.validation.keywords import Schema
from outcome_catalog.validation.words import as_yaml, described, plain

_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[:/]\S*)?")
_EMAIL = re.compile(r"[^@\s:]+@[^@\s:]+")
_ARTIFACT_PATH = re.compile(r"(?:.*/)?([^/]+)/artifacts/([^/]+?)(?:\.md)?")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_TRUTH = {"yes": True, "y": True, "on": True, "true": True, "no": False, "n": False, "off": False, "false": False}


def mend_of_type(value: Any, schema: Schema, pointer: Pointer) -> str | None:
    """How to write *value* so that it has the type that *schema* asks for; else the help on its key."""
    key = next((step for step in reversed(pointer) if isinstance(step, str)), "")
    if not schema.get("writeOnly"):
        for mended in _of_type(value, schema.get("type", ())):
            inner = pointer and isinstance(pointer[-1], int)
            written = as_yaml(key, mended).removeprefix(f"{key}: ") if inner else as_yaml(key, mended)
            return f"Write:{chr(10) if chr(10) in written else ' '}{written}"
    return described(key, schema) if pointer and isinstance(pointer[-1], str) else schema.get("description")


def _of_type(value: Any, expected: str | list[str]) -> Iterator[Any]:
    scalar = isinstance(value, str | int | float)
    if "array" in expected and scalar:
        yield _entries(value)
    elif "string" in expected and scalar:
        yield plain(value)
    elif "string" in expected and isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        yield value[0]
    elif "boolean" in expected and str(value).casefold() in _TRUTH:
        yield _TRUTH[str(value).casefold()]
    elif "number" in expected and isinstance(value, str) and _NUMBER.fullmatch(value):
        yield float(value) if "." in value else int(value)
    elif "integer" in expected and re.fullmatch(r"-?[0-9]{1,15}(?:\.0*)?", str(value)):
        yield int(float(value))


def _entries(value: str | float) -> list[Any]:
    parts = str(value).split(",")
    words = [part.strip() for part in parts if part.strip()]
    return words if words and not any(re.search(r"\s", word) for word in words) else [value]


def mend_of_form(value: str, pattern: str) -> str | None:
    """What *value* was probably meant to be, in the form that *pattern* asks for; None where that is unclear."""
    short = value.strip()[:200]
    return next((meant for meant in _forms(short) if meant != value and re.search(pattern, meant)), None)


def _forms(value: str) -> Iterator[str]:
    yield value
    yield value.lower()
    yield value.upper()
    if path := _ARTIFACT_PATH.fullmatch(value):
        yield "/".join(nearest_slug(part) for part in path.groups())
    if value.count("/") == 1:
        yield "/".join(nearest_slug(part) for part in value.removesuffix(".md").split("/"))
    if _HOST.fullmatch(value):
        yield f"https://{value}"
    if _EMAIL.fullmatch(value):
        yield f"mailto:{value}"
    if "/" not in value:
        yield nearest_slug(value)
