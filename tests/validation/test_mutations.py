"""Every required key that is taken out, every key that is renamed and every value that is emptied gives its finding.

The cases are made from the schemas and the full documents, so that a new key is covered once an example has it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.schemas.documents import (
    data_findings,
    document,
    examples,
    findings,
    groups,
    role_of,
    values,
    with_value,
    without,
)

from outcome_catalog.model.origin import Pointer
from outcome_catalog.sources.yaml_document import parse_yaml
from outcome_catalog.validation.schemas import definition, schema_of

OPEN = {("contributions",), ("fields",)}
"""Groups whose keys are the contributor's own."""


def data_of(path: Path) -> Any:
    return parse_yaml(path.read_text(), path.name).data


def cases_of_keys(*, known_alone: bool = False) -> Iterator[Any]:
    for path in examples():
        for pointer, group in groups(data_of(path)):
            if pointer[:1] != ("fields",) and not (known_alone and pointer in OPEN):
                for key in group:
                    yield pytest.param(path, pointer, key, id=f"{path.stem}:{'/'.join(map(str, (*pointer, key)))}")


def keys_that_must_stand(schema: Any, group: dict[str, Any]) -> set[str]:
    """The keys of *group* without which *schema* holds no longer, read from the schema's own words."""
    needed = set(schema.get("required", ()))
    condition = schema.get("if", {})
    if "lifecycle" in condition.get("properties", {}) and group.get("lifecycle") != "closed":
        needed |= set(schema["else"]["required"])
    for key, beside in schema.get("dependentRequired", {}).items():
        needed |= set(beside) if key in group else set()
    choices = [schema.get("oneOf"), schema.get("then", {}).get("oneOf")]
    for key, part in schema.get("dependentSchemas", {}).items():
        if key in group:
            needed |= set(part.get("required", ()))
            choices.append(part.get("oneOf"))
    for choice in filter(None, choices):
        needed |= {branch["required"][0] for branch in choice}
    return needed & set(group)


@pytest.mark.parametrize(("path", "pointer", "key"), list(cases_of_keys()))
def test_a_key_taken_out_is_missed_where_it_was_required(path: Path, pointer: Pointer, key: str) -> None:
    data, role = data_of(path), role_of(path)
    group = dict(groups(data))[pointer]
    must_stand = keys_that_must_stand(definition(schema_of(role), pointer), group)
    found = data_findings(role, without(data, pointer, key))
    missed = [
        finding for finding in found if finding.code in ("missing-key", "exactly-one") and f'"{key}"' in finding.message
    ]
    if key in must_stand:
        assert len(missed) == 1
    else:
        assert missed == []


def test_there_are_required_keys_to_take_out() -> None:
    taken = [
        key
        for path in examples()
        for pointer, group in groups(data_of(path))
        for key in keys_that_must_stand(definition(schema_of(role_of(path)), pointer), dict(group))
    ]
    assert len(taken) > 90


@pytest.mark.parametrize(("path", "pointer", "key"), list(cases_of_keys(known_alone=True)))
def test_a_key_renamed_is_unknown_at_its_place_and_its_right_name_is_offered(
    path: Path, pointer: Pointer, key: str
) -> None:
    role, text = role_of(path), path.read_text()
    place = document(role, text).origin.key(*pointer, key)
    lines = text.splitlines(keepends=True)
    line = lines[place.line - 1]
    start, end = place.column - 1, place.end_column - 1
    assert line[start:end] == key
    lines[place.line - 1] = f"{line[:start]}{key}q{line[end:]}"
    unknown = [finding for finding in findings(role, "".join(lines)) if finding.code == "unknown-key"]
    assert [(finding.span.line, finding.span.column) for finding in unknown] == [(place.line, place.column)]
    assert f'"{key}q" is not a key of' in unknown[0].message
    assert f'did you mean "{key}"?' in unknown[0].message


def cases_of_values() -> Iterator[Any]:
    for path in examples():
        for pointer, _ in values(data_of(path)):
            if pointer[:1] != ("fields",):
                yield pytest.param(path, pointer, id=f"{path.stem}:{'/'.join(map(str, pointer))}")


@pytest.mark.parametrize(("path", "pointer"), list(cases_of_values()))
def test_a_value_taken_out_is_missed(path: Path, pointer: Pointer) -> None:
    found = data_findings(role_of(path), with_value(data_of(path), pointer, None))
    assert "no-value" in {finding.code for finding in found}


@pytest.mark.parametrize(("path", "pointer"), list(cases_of_values()))
def test_a_value_of_another_sort_is_found(path: Path, pointer: Pointer) -> None:
    data, role = data_of(path), role_of(path)
    schema = definition(schema_of(role), pointer)
    allowed = schema.get("type", ())
    for wrong in ({"q": 1}, [[]], "", -1.5, True):
        sort = {bool: "boolean", float: "number"}.get(type(wrong))
        fits = sort is not None and sort in allowed and "exclusiveMinimum" not in schema
        found = data_findings(role, with_value(data, pointer, wrong))
        assert (found == []) == fits, wrong
