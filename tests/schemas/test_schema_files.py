"""The schema files: valid, closed, self-contained, and with a description and examples on every property."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from outcome_catalog.resources import bundled
from outcome_catalog.sources.discover import Role
from outcome_catalog.validation.formats import FORMATS
from outcome_catalog.validation.keywords import validator_for
from outcome_catalog.validation.schemas import SCHEMA_NAMES, schema_of

FILES = sorted(bundled("schemas").glob("*.schema.json"))
REMARKS = {"$ref", "title", "description", "examples", "default", "writeOnly", "patternErrorMessage"}


def parts(part: Any, way: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], dict[str, Any]]]:
    """Every schema within *part*, and the way to it; what stands in examples is none."""
    if isinstance(part, dict):
        yield way, part
    steps = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for step, below in steps:
        if step not in ("examples", "enum", "default", "const"):
            yield from parts(below, (*way, step))


def described_parts(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property, list entry and free key's value of *schema*, with the way to it in words."""
    for way, part in parts(schema):
        is_property = len(way) > 1 and way[-2] == "properties"
        is_entry = (
            bool(way) and way[-1] in ("items", "additionalProperties") and (len(way) < 2 or way[-2] != "properties")
        )
        if is_property or is_entry:
            yield "/".join(map(str, way)), part


ALL_PARTS = [
    pytest.param(file, name, id=f"{file.stem}:{name}")
    for file in FILES
    for name, _ in described_parts(json.loads(file.read_text()))
]


def whole_and_part(file: Path, name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The schema in *file* and the part of it that *name* names."""
    whole = json.loads(file.read_text())
    return whole, dict(described_parts(whole))[name]


def test_there_is_one_schema_for_each_role() -> None:
    assert [file.name for file in FILES] == sorted(f"{name}.schema.json" for name in SCHEMA_NAMES.values())
    assert set(SCHEMA_NAMES) == set(Role)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_schema_is_valid_and_says_what_it_is(file: Path) -> None:
    schema = json.loads(file.read_text())
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:outcome-catalog:schema:v1:{file.name.removesuffix('.schema.json')}"
    assert schema["title"]
    assert schema["description"]


@pytest.mark.parametrize(("file", "name"), ALL_PARTS)
def test_every_property_and_entry_is_described(file: Path, name: str) -> None:
    _, part = whole_and_part(file, name)
    if name.endswith("items") and "title" in part:
        assert part["title"]  # a list of groups describes itself in the list, its entries have a name
        return
    assert part["description"].strip(), name
    assert not part["description"].endswith("."), "help texts add the full stop"
    assert part["examples"], name


@pytest.mark.parametrize(("file", "name"), ALL_PARTS)
def test_every_example_is_valid(file: Path, name: str) -> None:
    whole, part = whole_and_part(file, name)
    plain = Draft202012Validator({**part, "$defs": whole.get("$defs", {})}, format_checker=FORMATS)
    for example in part.get("examples", ()):
        assert [error.message for error in plain.iter_errors(example)] == []


@pytest.mark.parametrize("role", Role, ids=str)
def test_examples_are_valid_for_the_checks_that_run(role: Role) -> None:
    for name, part in described_parts(schema_of(role)):
        for example in part.get("examples", ()):
            assert list(validator_for(part).iter_errors(example)) == [], name


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_group_of_keys_is_closed(file: Path) -> None:
    for way, part in parts(json.loads(file.read_text())):
        is_condition = (bool(way) and way[-1] in ("if", "then", "else")) or "dependentSchemas" in way
        if "properties" in part and not is_condition and not (way and way[-1] == "properties"):
            assert part.get("additionalProperties") is False, way


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_reference_leads_into_its_own_file_and_adds_remarks_only(file: Path) -> None:
    schema = json.loads(file.read_text())
    used = set()
    for way, part in parts(schema):
        if "$ref" in part:
            used.add(part["$ref"].removeprefix("#/$defs/"))
            assert {key for key in part if not key.startswith("x-")} <= REMARKS, way
    assert used == set(schema["$defs"]), "a definition is missing, or nothing uses it"


def test_the_same_name_is_defined_alike_in_every_file() -> None:
    first: dict[str, Any] = {}
    for file in FILES:
        for name, definition in json.loads(file.read_text())["$defs"].items():
            assert definition == first.setdefault(name, definition), f"{file.name}: {name}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_pattern_has_a_longest_text_and_says_itself_in_words(file: Path) -> None:
    for way, part in parts(json.loads(file.read_text())):
        if isinstance(part.get("pattern"), str):
            assert part["maxLength"] <= 5000, way
            assert part["pattern"] == "\\S" or part["patternErrorMessage"], way
            re.compile(part["pattern"])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_people_also_write_leads_to_one_key_and_is_no_key_itself(file: Path) -> None:
    for way, part in parts(json.loads(file.read_text())):
        if way and way[-1] == "properties":
            also = [word for known in part.values() for word in known.get("x-also-written", ())]
            assert len(also) == len(set(also)), way
            assert not set(also) & set(part), way


@pytest.mark.parametrize("role", Role, ids=str)
def test_no_definition_is_left_unread(role: Role) -> None:
    assert "$ref" not in json.dumps(schema_of(role))
    assert "$defs" not in schema_of(role)
