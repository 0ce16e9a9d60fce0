"""Delete a required key, rename a referenced id, or break a line of YAML: the check fails at the right line."""

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from outcome_catalog.cli.new.yaml_text import yaml_text
from outcome_catalog.diagnostics import Severity
from outcome_catalog.model.origin import Pointer
from outcome_catalog.sources.discover import Role
from outcome_catalog.sources.document import Document
from outcome_catalog.validation.schemas import definition, schema_of
from tests.mutations.own_catalog import REPOSITORY, OwnCatalog, discover, pointers_like, with_text_at

PATHS = [file.path for file in discover(REPOSITORY).files if file.role is not Role.KIND]
REFERENCES: dict[Role, tuple[Pointer, ...]] = {
    Role.ORGANISATION: (("units", "*", "parent"),),
    Role.PEOPLE: (("people", "*", "unit"), ("people", "*", "former_units", "*", "unit")),
    Role.CHARTER: (
        ("type",),
        ("succeeded_by",),
        ("sponsors", "*", "person"),
        ("sponsors", "*", "community"),
        ("sponsors", "*", "unit"),
        ("stewards", "*", "person"),
        ("stewards", "*", "unit"),
        ("goal", "organisation", "*", "objective"),
        ("goal", "members", "*", "makes", "*"),
        ("expected_outputs", "*", "kind"),
        ("expected_outputs", "*", "for", "*"),
        ("expected_outputs", "*", "example"),
        ("outcomes", "*", "objective"),
        ("outcomes", "*", "from_outputs", "*"),
    ),
    Role.ARTIFACT: (
        ("kind",),
        ("authors", "*"),
        ("output",),
        ("outcomes", "*"),
        ("audience", "*"),
        ("superseded_by",),
        ("translation_of",),
        ("contributions", "*", "*"),
        ("based_on", "*", "artifact"),
    ),
    Role.MEASUREMENT: (("indicator",),),
    Role.REUSE: (
        ("artifact",),
        ("used_by", "unit"),
        ("used_by", "community"),
        ("used_in", "artifact"),
        ("benefit", "indicator"),
        ("confirmed_by", "*", "person"),
        ("confirmed_by", "*", "unit"),
    ),
}
"""Where one record names another, by the data model's own page and not by the rules' code."""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> OwnCatalog:
    return OwnCatalog(tmp_path_factory.mktemp("changed"))


@pytest.mark.parametrize("path", PATHS)
def test_a_deleted_required_key_is_found_at_what_lacks_it(own: OwnCatalog, path: str) -> None:
    document = own.document(path)
    deleted = 0
    for pointer in _required_keys(document.data or {}, schema_of(document.file.role)):
        text = _as_text(_without(document.data, pointer), own.text(path), document.file.role)
        changed = own.changed_document(document.file, text)
        line = changed.origin.key(*pointer[:-1]).line if len(pointer) > 1 else 1
        found = [f for f in own.in_document(document.file, text) if f.code == "missing-key" and f.span.line == line]
        assert any(f'"{pointer[-1]}"' in f.message or str(pointer[-1]) in f.message for f in found), (path, pointer)
        assert any(f.severity is _severity(document) for f in found), (path, pointer)
        deleted += 1
    assert deleted


@pytest.mark.parametrize("path", PATHS)
def test_a_renamed_reference_is_found_where_it_stands(own: OwnCatalog, path: str) -> None:
    document = own.document(path)
    for pattern in REFERENCES[document.file.role]:
        for pointer in pointers_like(document, pattern):
            place = document.origin.values[pointer]
            written = own.text(path).split("\n")[place[0] - 1][place[1] - 1 : place[3] - 1]
            text = with_text_at(own.text(path), place, f"{written.strip(chr(34))}-zzz")
            found = [f for f in own.in_catalog(document.file, text) if f.span.path == path and f.span.line == place[0]]
            assert any(f.severity is _severity(document) for f in found), (path, pointer)


@pytest.mark.parametrize("path", PATHS)
def test_a_broken_line_is_found_at_that_line(own: OwnCatalog, path: str) -> None:
    document = own.document(path)
    lines = own.text(path).split("\n")
    for pointer, place in document.origin.keys.items():
        number = place[0]
        line = lines[number - 1]
        before, after = line[: place[3] - 1], line[place[3] - 1 :]
        for how, broken in {
            "without its colon": before + after.replace(":", "", 1),
            "with a tab before it": "\t" + line,
            "with a quote that nobody closes": f'{before}: "{after.lstrip(": ")}',
            "with a bracket that nobody closes": f"{before}: [{after.lstrip(': ')}",
        }.items():
            if _is_part_of_a_flow(line, place[1]):
                continue
            text = "\n".join([*lines[: number - 1], broken, *lines[number:]])
            errors = [f for f in own.in_document(document.file, text) if f.severity is Severity.ERROR]
            assert any(f.span.line in (number, number + 1) for f in errors), (path, pointer, how, errors)


def _severity(document: Document) -> Severity:
    """How severe a lack is: what a proposed charter promises may still wait (data-model §4)."""
    proposed = document.file.role is Role.CHARTER and (document.data or {}).get("lifecycle") == "proposed"
    return Severity.WARNING if proposed else Severity.ERROR


def _is_part_of_a_flow(line: str, column: int) -> bool:
    return any(bracket in line[: column - 1] for bracket in "{[")


def _required_keys(data: Any, schema: Any, pointer: Pointer = ()) -> Iterator[Pointer]:
    if isinstance(data, dict):
        required = definition(schema, pointer).get("required", ())
        for key, value in data.items():
            if key in required:
                yield (*pointer, key)
            yield from _required_keys(value, schema, (*pointer, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _required_keys(value, schema, (*pointer, index))


def _without(data: Any, pointer: Pointer) -> dict[str, Any]:
    changed = copy.deepcopy(dict(data))
    holder: Any = changed
    for step in pointer[:-1]:
        holder = holder[step]
    del holder[pointer[-1]]
    return changed


def _as_text(data: dict[str, Any], before: str, role: Role) -> str:
    """*data* in the form of its file; an artifact keeps the text below its front matter."""
    if role is not Role.ARTIFACT:
        return yaml_text(data)
    return f"---\n{yaml_text(data)}---\n{before.split('---', 2)[2].lstrip(chr(10))}"


def test_there_is_something_to_change() -> None:
    assert len(PATHS) > 50
    assert Path(REPOSITORY, PATHS[0]).is_file()
