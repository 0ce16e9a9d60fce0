"""The shipped JSON Schemas, read once, with every reference put in its place."""

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from jsonschema.protocols import Validator

from outcome_catalog.model.origin import Pointer
from outcome_catalog.resources import bundled
from outcome_catalog.sources.discover import Role
from outcome_catalog.validation.keywords import Schema, validator_for

SCHEMA_NAMES: Mapping[Role, str] = MappingProxyType(
    {
        Role.ORGANISATION: "organisation",
        Role.PEOPLE: "people",
        Role.CHARTER: "charter",
        Role.ARTIFACT: "artifact",
        Role.MEASUREMENT: "measurements",
        Role.REUSE: "reuse",
        Role.KIND: "kind",
    }
)
"""Which schema file a role is checked against."""


@cache
def schema_of(role: Role) -> Schema:
    """The schema of *role*, with what ``$ref`` names put where it is used."""
    text = (bundled("schemas") / f"{SCHEMA_NAMES[role]}.schema.json").read_text(encoding="utf-8")
    schema = json.loads(text)
    definitions = schema.pop("$defs", {})
    whole: Schema = _with_definitions(schema, definitions)
    return whole


@cache
def validator_of(role: Role) -> Validator:
    """The validator of *role*; an artifact's is that of its kind (see kinds)."""
    return validator_for(schema_of(role))


def _with_definitions(part: Any, definitions: Mapping[str, Any]) -> Any:
    if isinstance(part, list):
        return [_with_definitions(item, definitions) for item in part]
    if not isinstance(part, dict):
        return part
    own = {key: _with_definitions(value, definitions) for key, value in part.items() if key != "$ref"}
    name = part.get("$ref", "").removeprefix("#/$defs/")
    return {**_with_definitions(definitions[name], definitions), **own} if name else own


def definition(schema: Schema, pointer: Pointer) -> Schema:
    """What *schema* says of the value at *pointer*; empty where it says nothing."""
    for step in pointer:
        below = schema.get("items") if isinstance(step, int) else _of_key(schema, step)
        if not isinstance(below, Mapping):
            return {}
        schema = below
    return schema


def _of_key(schema: Schema, key: str) -> Any:
    return schema.get("properties", {}).get(key, schema.get("additionalProperties"))
