"""The full documents of each role hold no fault, use every property, and agree with any other JSON Schema validator."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.schemas.documents import examples, findings, groups, role_of

from outcome_catalog.resources import bundled
from outcome_catalog.sources.discover import Role
from outcome_catalog.sources.yaml_document import parse_yaml
from outcome_catalog.validation.schemas import SCHEMA_NAMES, schema_of


def properties(schema: Any, way: tuple[str, ...] = ()) -> set[tuple[str, ...]]:
    """The ways to all properties of *schema*, list indices left out."""
    found = set()
    for key, below in schema.get("properties", {}).items():
        found |= {(*way, key)} | properties(below, (*way, key))
    return found | (properties(schema["items"], way) if "items" in schema else set())


def used(data: Any) -> set[tuple[str, ...]]:
    """The ways to all keys of *data*, list indices left out."""
    return {
        tuple(step for step in (*pointer, key) if isinstance(step, str))
        for pointer, group in groups(data)
        for key in group
    }


@pytest.mark.parametrize("path", examples(), ids=lambda path: path.stem)
def test_an_example_holds_no_fault(path: Path) -> None:
    assert findings(role_of(path), path.read_text()) == []


@pytest.mark.parametrize("path", examples(), ids=lambda path: path.stem)
def test_another_validator_agrees(path: Path) -> None:
    schema = json.loads((bundled("schemas") / f"{SCHEMA_NAMES[role_of(path)]}.schema.json").read_text())
    errors = Draft202012Validator(schema).iter_errors(parse_yaml(path.read_text(), path.name).data)
    assert [error.message for error in errors] == []


@pytest.mark.parametrize("role", Role, ids=str)
def test_the_examples_of_a_role_use_every_property(role: Role) -> None:
    data = [parse_yaml(path.read_text(), path.name).data for path in examples(role)]
    assert properties(schema_of(role)) - set().union(*map(used, data)) == set()
