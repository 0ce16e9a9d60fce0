"""What a validator says of a document, as faults that people understand."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jsonschema import ValidationError
from jsonschema.protocols import Validator

from outcome_catalog.model.origin import Pointer
from outcome_catalog.validation import key_faults, value_faults
from outcome_catalog.validation.faults import At, Fault
from outcome_catalog.validation.keywords import Schema
from outcome_catalog.validation.words import described

Reading = Callable[[ValidationError, Pointer, Schema], Iterator[Fault]]


def schema_faults(validator: Validator, data: Any, whole: Schema) -> Iterator[Fault]:
    """All faults of *data* against *validator*; *whole* is the schema that says what its keys mean."""
    for error in validator.iter_errors(data):
        yield from _faults(error, whole)


def _faults(error: ValidationError, whole: Schema) -> Iterator[Fault]:
    pointer = tuple(error.absolute_path)
    if "propertyNames" in error.absolute_schema_path:
        yield _of_name(error, pointer, whole)
        return
    reading = _READINGS.get(str(error.validator), _unfit)
    yield from reading(error, pointer, whole)


def _of_name(error: ValidationError, pointer: Pointer, whole: Schema) -> Fault:
    path = list(error.absolute_schema_path)
    if "dependentSchemas" in path:
        return key_faults.not_together(pointer, str(path[path.index("dependentSchemas") + 1]), whole)
    wanted = _schema(error).get("patternErrorMessage", "a short name")
    message = f"{value_faults.subject(pointer)} cannot be a key here; write {wanted}"
    return Fault(code="bad-format", message=message, pointer=pointer, help=f"Rename it: {wanted}.", at=At.KEY)


def _schema(error: ValidationError) -> Schema:
    return error.schema if isinstance(error.schema, dict) else {}


def _unknown(error: ValidationError, pointer: Pointer, whole: Schema) -> Iterator[Fault]:
    del whole
    yield key_faults.unknown_key(pointer, _present(error), _schema(error))


def _present(error: ValidationError) -> Mapping[str, Any]:
    return error.instance if isinstance(error.instance, dict) else {}


def _missing(error: ValidationError, pointer: Pointer, whole: Schema) -> Iterator[Fault]:
    needed: Any = error.validator_value
    key, beside = needed if isinstance(needed, tuple) else (needed, None)
    yield key_faults.missing_key(pointer, str(key), whole, beside)


def _alternatives(error: ValidationError, pointer: Pointer, whole: Schema) -> Iterator[Fault]:
    branches: Any = error.validator_value
    if error.validator == "oneOf" and all(_is_one_key(branch) for branch in branches):
        if isinstance(error.instance, dict):  # of anything else its type is told
            keys = [branch["required"][0] for branch in branches]
            yield key_faults.not_exactly_one(pointer, keys, _present(error), whole)
        return
    likeliest = _likeliest_branch(error)
    if not likeliest:
        yield from _unfit(error, pointer, whole)
    for each in likeliest:
        yield from _faults(each, whole)


def _is_one_key(branch: Any) -> bool:
    return isinstance(branch, dict) and branch.keys() == {"required"} and len(branch["required"]) == 1


def _likeliest_branch(error: ValidationError) -> list[ValidationError]:
    """The errors of the alternative that was meant: one of the right type, with the fewest errors."""
    branches: dict[Any, list[ValidationError]] = defaultdict(list)
    for each in error.context or ():
        branches[each.schema_path[0]].append(each)
    meant = [each for each in branches.values() if not any(e.validator == "type" and not e.path for e in each)]
    return min(meant, key=len, default=[])


def _of_value(read: Callable[[Pointer, Any, Any, Schema], Fault]) -> Reading:
    def reading(error: ValidationError, pointer: Pointer, _: Schema) -> Iterator[Fault]:
        yield read(pointer, error.instance, error.validator_value, _schema(error))

    return reading


def _range(words: str) -> Reading:
    def read(pointer: Pointer, value: Any, bound: Any, schema: Schema) -> Fault:
        return value_faults.out_of_range(pointer, value, f"{words} {bound}", schema)

    return _of_value(read)


def _count(code: str, words: str) -> Reading:
    def read(pointer: Pointer, _: Any, bound: Any, schema: Schema) -> Fault:
        return value_faults.wrong_count(pointer, code, f"{words} {bound}", schema)

    return _of_value(read)


def _unfit(error: ValidationError, pointer: Pointer, _: Schema) -> Iterator[Fault]:
    key = str(pointer[-1]) if pointer else ""
    message = f"{value_faults.subject(pointer)} does not fit what is asked for here ({error.validator})"
    yield Fault(code="does-not-fit", message=message, pointer=pointer, help=described(key, _schema(error)), rank=7)


_READINGS: dict[str, Reading] = {
    "additionalProperties": _unknown,
    "required": _missing,
    "dependentRequired": _missing,
    "oneOf": _alternatives,
    "anyOf": _alternatives,
    "type": _of_value(value_faults.wrong_type),
    "format": _of_value(value_faults.wrong_format),
    "enum": _of_value(value_faults.not_allowed),
    "const": _of_value(lambda pointer, value, only, schema: value_faults.not_allowed(pointer, value, [only], schema)),
    "minLength": _of_value(lambda pointer, _, least, schema: value_faults.too_short(pointer, least, schema)),
    "maxLength": _of_value(lambda pointer, text, most, schema: value_faults.too_long(pointer, len(text), most, schema)),
    "pattern": _of_value(value_faults.wrong_form),
    "minimum": _range("at least"),
    "maximum": _range("at most"),
    "exclusiveMinimum": _range("more than"),
    "exclusiveMaximum": _range("less than"),
    "minItems": _count("too-few", "at least"),
    "minProperties": _count("too-few", "at least"),
    "maxItems": _count("too-many", "at most"),
    "maxProperties": _count("too-many", "at most"),
    "uniqueItems": _of_value(lambda pointer, _, first, __: value_faults.repeated(pointer, first)),
}
"""How the errors of each keyword are read; those of any other are told as they are."""
