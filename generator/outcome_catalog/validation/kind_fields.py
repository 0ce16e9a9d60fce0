"""What is wrong with the keys that a kind adds: no JSON Schema, a name that is taken, a pattern that may not end.

A kind's ``fields`` come from a contributor and are run on every artifact of the kind; so they fetch nothing, and
their patterns can be searched for in a time that is bounded by a small power of the text's length.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from itertools import pairwise
from typing import Any

from jsonschema import Draft202012Validator

from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.origin import Pointer
from outcome_catalog.nearest_names import nearest_name
from outcome_catalog.sources.discover import Role
from outcome_catalog.validation.faults import At, Fault
from outcome_catalog.validation.key_faults import unknown_key
from outcome_catalog.validation.keywords import schema_of_schemas
from outcome_catalog.validation.schema_faults import schema_faults
from outcome_catalog.validation.schemas import schema_of
from outcome_catalog.validation.words import listing, quoted

_MOST_REPEATS, _MOST_CHOICES, _MOST_PATTERN, _MOST_PARTS = 2, 6, 200, 2000
_BRACES = r"\{\d*(?:,\d*)?\}"
_REPEAT = re.compile(rf"\*|\+|{_BRACES}")
_OPEN_REPEAT = re.compile(r"\*|\+|\{\d*,\d*\}")
_PART = re.compile(rf"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|{_BRACES}|\(\?:|.", re.DOTALL)
_REMARKS = ("title", "description", "examples", "default", "deprecated", "readOnly", "writeOnly", "patternErrorMessage")
_KEYWORDS: Mapping[str, Mapping[str, Any]] = {
    word: {} for word in sorted({*_REMARKS, "then", "else", *Draft202012Validator.VALIDATORS} - {"$ref", "$dynamicRef"})
}
_TAKEN = frozenset(field.name for field in fields(Artifact))
_FIELD_MEND = "A field says what its value may be, as in {type: integer, minimum: 1, description: How long it takes}."
_PATTERN_MEND = "Name the allowed values with enum, or use a short pattern that begins with ^ and repeats no brackets."


def field_faults(data: Mapping[str, Any]) -> Iterator[Fault]:
    """The faults of ``fields`` and ``required_fields`` in *data*, a kind's file."""
    added = data.get("fields")
    added = added if isinstance(added, dict) else {}
    if _size(added) > _MOST_PARTS:
        message = f"The fields have more than {_MOST_PARTS:,} parts, too many to try on every artifact"
        yield Fault(code="unsafe-field", message=message, pointer=("fields",), help=_FIELD_MEND, at=At.KEY)
        return
    for name, schema in added.items():
        if isinstance(schema, dict):
            yield from _faults_of_field(name, schema)
    yield from _required_faults(data.get("required_fields"), added)


def _size(part: Any) -> int:
    below = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    return 1 + sum(map(_size, below))


def _faults_of_field(name: str, schema: Mapping[str, Any]) -> Iterator[Fault]:
    pointer: Pointer = ("fields", name)
    if name in _TAKEN or name in schema_of(Role.ARTIFACT)["properties"]:
        message = f"{quoted(name)} is already a key of every artifact"
        yield Fault(code="taken-key", message=message, pointer=pointer, help="Give the field another name.", at=At.KEY)
    yield from _unknown_keywords(schema, pointer)
    for fault in schema_faults(schema_of_schemas(), schema, Draft202012Validator.META_SCHEMA):
        yield Fault(
            code=fault.code, message=f"The field {quoted(name)} is no JSON Schema: {fault.message}",
            pointer=(*pointer, *fault.pointer), help=fault.help or _FIELD_MEND, at=fault.at, rank=fault.rank,
        )  # fmt: skip
    yield from _unsafe(schema, pointer)


def _unknown_keywords(schema: Mapping[str, Any], pointer: Pointer) -> Iterator[Fault]:
    # JSON Schema passes over what it does not know, so a slip of the pen would silently allow everything.
    for word in schema:
        if word not in _KEYWORDS and not word.startswith(("x-", "$")):
            yield unknown_key((*pointer, word), schema, {"title": "field", "properties": _KEYWORDS})


def _unsafe(part: Any, pointer: Pointer) -> Iterator[Fault]:
    if isinstance(part, list):
        for index, item in enumerate(part):
            yield from _unsafe(item, (*pointer, index))
    elif isinstance(part, dict):
        for key, value in part.items():
            below = (*pointer, key)
            if key.startswith("$") and key != "$comment" and isinstance(value, str):
                message = f"{quoted(key)} is not allowed in a field: it may lead out of this file"
                yield Fault(code="unsafe-field", message=message, pointer=below, help="Write it out here.", at=At.KEY)
            if key == "pattern" and isinstance(value, str):
                yield from _pattern_faults(value, below)
            if key == "patternProperties" and isinstance(value, dict):
                for pattern in value:
                    yield from _pattern_faults(pattern, (*below, pattern))
            yield from _unsafe(value, below)


def _pattern_faults(pattern: str, pointer: Pointer) -> Iterator[Fault]:
    why = why_unsafe(pattern)
    if why is not None:
        message = f"The pattern {quoted(pattern)} cannot be used: {why}"
        yield Fault(code="unsafe-field", message=message, pointer=pointer, help=_PATTERN_MEND)


def why_unsafe(pattern: str) -> str | None:
    """Why *pattern* might take too long, or is none; None where it is harmless."""
    if len(pattern) > _MOST_PATTERN:
        return f"it is longer than {_MOST_PATTERN} characters"
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return f"it is no regular expression ({error})"
    parts = _PART.findall(pattern)
    if any(part == "(" and after == "?" for part, after in pairwise(parts)):
        return "it looks ahead or behind, or sets a mode"
    if any(re.fullmatch(r"\\[1-9]", part) for part in parts):
        return "it refers back to a part of itself"
    if any(part == ")" and _REPEAT.fullmatch(after) for part, after in pairwise(parts)):
        return "it repeats a part in brackets"
    # A pattern that may begin anywhere is tried from every character, which costs as much as one more repeat.
    repeats = sum(map(bool, map(_OPEN_REPEAT.fullmatch, parts))) + (not pattern.startswith("^") or "|" in parts)
    choices = sum(part in ("?", "|") for part in parts)
    return "it repeats too often" if repeats > _MOST_REPEATS or choices > _MOST_CHOICES else None


def _required_faults(required: Any, added: Mapping[str, Any]) -> Iterator[Fault]:
    known = (*added, *schema_of(Role.ARTIFACT)["properties"])
    for index, name in enumerate(required if isinstance(required, list) else ()):
        if not isinstance(name, str) or name in known:
            continue
        meant = nearest_name(name, known)
        offer = f"; did you mean {quoted(meant)}?" if meant else ""
        message = f"{quoted(name)} is no key of this kind{offer}"
        mend = f"Describe it under fields, or choose one of {listing(known, 'or')}."
        yield Fault(code="unknown-field", message=message, pointer=("required_fields", index), help=mend)
