"""The JSON Schema of published types, made from the types themselves."""

import datetime
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from inspect import cleandoc
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from outcome_catalog.publish.reports.data.written import published_key

_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    type(None): {"type": "null"},
    datetime.date: {"type": "string", "format": "date"},
}


def json_schema(published: type, title: str) -> dict[str, Any]:
    """The schema (2020-12) of the document that a value of the dataclass *published* is written as."""
    definitions: dict[str, Any] = {}
    _of(published, definitions)
    root = definitions.pop(published.__name__)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **root,
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }


def _of(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a value of type *hint*; what is a dataclass is defined once and referred to."""
    if hint in _PLAIN:
        return dict(_PLAIN[hint])
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    if is_dataclass(hint) and isinstance(hint, type):
        return _reference(hint, definitions)
    return _GENERIC[get_origin(hint)](get_args(hint), definitions)


def _reference(published: type, definitions: dict[str, Any]) -> dict[str, Any]:
    name = published.__name__
    if name not in definitions:
        definitions[name] = {}  # a type that holds itself finds its name taken
        hints = get_type_hints(published, include_extras=True)
        properties = {published_key(f): _of(hints[f.name], definitions) for f in fields(published)}
        definitions[name] = {
            "description": cleandoc(published.__doc__ or ""),
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{name}"}


def _either(hints: tuple[Any, ...], definitions: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [_of(hint, definitions) for hint in hints]}


def _array(hints: tuple[Any, ...], definitions: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": _of(hints[0], definitions)}


def _described(hints: tuple[Any, ...], definitions: dict[str, Any]) -> dict[str, Any]:
    return {"description": hints[-1], **_of(hints[0], definitions)}


_GENERIC: dict[Any, Callable[[tuple[Any, ...], dict[str, Any]], dict[str, Any]]] = {
    Union: _either,
    types.UnionType: _either,
    tuple: _array,
    Annotated: _described,
    Literal: lambda hints, _: {"enum": list(hints)},
}
