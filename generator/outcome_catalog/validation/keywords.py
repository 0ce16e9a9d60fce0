"""JSON Schema as this catalog reads it: one error for each fault, and patterns that always come to an end.

What an error is about stands in its ``validator_value``: the missing key, the key that needs another, the first
of two equal items. An unknown or misnamed key is the last step of the error's path.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend
from referencing import Registry

from outcome_catalog.validation.formats import FORMATS

MOST_CHARACTERS = 2000
"""A text longer than this, or than its own ``maxLength``, is not tried against a pattern: it is too long anyway."""

Schema = Mapping[str, Any]
Errors = Iterator[ValidationError]


def _required(_: Validator, keys: list[str], instance: object, __: Schema) -> Errors:
    if isinstance(instance, dict):
        yield from (ValidationError("missing", validator_value=key) for key in keys if key not in instance)


def _dependent_required(_: Validator, needs: Mapping[str, list[str]], instance: object, __: Schema) -> Errors:
    if isinstance(instance, dict):
        for key in (key for key in needs if key in instance):
            for needed in needs[key]:
                if needed not in instance:
                    yield ValidationError("missing", validator_value=(needed, key))


def _additional_properties(validator: Any, allowed: Any, instance: object, schema: Schema) -> Errors:
    if not isinstance(instance, dict):
        return
    known, patterns = schema.get("properties", {}), schema.get("patternProperties", ())
    for key in instance:
        if key in known or any(re.search(pattern, key) for pattern in patterns):
            continue
        if allowed is False:
            yield ValidationError("unknown", path=[key])
        else:
            yield from validator.descend(instance[key], allowed, path=key)


def _property_names(validator: Any, names: Any, instance: object, _: Schema) -> Errors:
    if isinstance(instance, dict):
        for key in instance:
            for error in validator.descend(key, names):
                error.path.append(key)
                yield error


def _pattern(_: Validator, pattern: str, instance: object, schema: Schema) -> Errors:
    if not isinstance(instance, str) or len(instance) > min(schema.get("maxLength", MOST_CHARACTERS), MOST_CHARACTERS):
        return
    if not _compiled(pattern).search(instance):
        yield ValidationError("no match")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    # In JSON Schema a last "$" is the end of the text; Python's also stands before a last line break.
    return re.compile(re.sub(r"(?<!\\)\$$", r"\\Z", pattern))


def _unique_items(_: Validator, unique: bool, instance: object, __: Schema) -> Errors:
    if not unique or not isinstance(instance, list):
        return
    first: dict[str, int] = {}
    for index, item in enumerate(instance):
        seen = first.setdefault(json.dumps(item, sort_keys=True), index)
        if seen != index:
            yield ValidationError("repeated", path=[index], instance=item, validator_value=seen)


def _is_integer(_: object, instance: object) -> bool:
    return isinstance(instance, int) and not isinstance(instance, bool)


_CatalogValidator: Callable[..., Validator] = extend(  # type: ignore[no-untyped-call]  # its stub has no types
    Draft202012Validator,
    {
        "required": _required,
        "dependentRequired": _dependent_required,
        "additionalProperties": _additional_properties,
        "propertyNames": _property_names,
        "pattern": _pattern,
        "uniqueItems": _unique_items,
    },
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_integer),
)


def validator_for(schema: Schema) -> Validator:
    """A validator of *schema* that fetches nothing; make it once and use it for many documents."""
    return _CatalogValidator(schema, registry=Registry(), format_checker=FORMATS)


@cache
def schema_of_schemas() -> Validator:
    """The validator of JSON Schemas themselves; it knows the parts that the standard consists of."""
    return _CatalogValidator(Draft202012Validator.META_SCHEMA, format_checker=FORMATS)
