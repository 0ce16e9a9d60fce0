"""The real sets: no document of theirs has a fault, and every broken file gives its finding at its line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import RealSet
from tests.schemas.documents import REALWORLD

from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.sources.discover import Role, SourceFile, discover
from outcome_catalog.sources.document import Document
from outcome_catalog.sources.read import read_document
from outcome_catalog.validation.check import schema_diagnostics
from outcome_catalog.validation.kinds import shipped_and_own_kinds

pytestmark = pytest.mark.realworld
SETS = sorted(path.parent for path in REALWORLD.glob("*/expected.json"))
CODES = {
    "unknown key, with suggestion": "unknown-key",
    "unknown key of an earlier draft, with suggestion": "unknown-key",
    "required key missing": "missing-key",
    "value is no date": "not-a-date",
    "value not in the list, with suggestion": "not-allowed",
    "wrong type: list expected": "wrong-type",
    "exactly one of two keys": "exactly-one",
    "exactly one of several keys": "exactly-one",
}
OFFERS = {
    "02-key-typo.yml": 'did you mean "review_by"?',
    "08-date-as-text.yml": "did you mean 2024-05-17?",
    "10-wrong-mode.yml": 'did you mean "adapted"?',
    "20-old-key.yml": 'did you mean "version"?',
}


def cases() -> list[Any]:
    return [
        pytest.param(folder, case, id=f"{folder.name}:{case['file']}")
        for folder in SETS
        for case in json.loads((folder / "dirty" / "expected.json").read_text())["cases"]
        if case["code_hint"] in CODES
    ]


@pytest.fixture(scope="session")
def imported(imported_set: Callable[[str], RealSet]) -> Callable[[Path], Path]:
    """A real set as a folder, by the folder that it comes from."""
    return lambda folder: imported_set(folder.name).root


@pytest.mark.skipif(not SETS, reason="the real sets are not beside the checkout")
@pytest.mark.parametrize("folder", SETS, ids=lambda folder: folder.name)
def test_no_document_of_a_real_set_has_a_fault(folder: Path, imported: Any) -> None:
    root = imported(folder)
    documents = [read_document(root, file) for file in discover(root).files]
    kinds = shipped_and_own_kinds(documents)
    assert [finding for document in documents for finding in schema_diagnostics(document, kinds)] == []
    assert len(documents) > 300
    assert kinds.own
    assert kinds.broken == {}


@pytest.mark.skipif(not SETS, reason="the real sets are not beside the checkout")
@pytest.mark.parametrize(("folder", "case"), cases())
def test_a_broken_file_gives_its_finding_at_its_line(
    folder: Path, case: dict[str, Any], imported: Any, tmp_path: Path
) -> None:
    root = imported(folder)
    files = discover(root).files
    replaced = next(file for file in files if file.path == case["replaces"])
    kinds = [read_document(root, file) for file in files if file.role is Role.KIND]
    found = findings_in(tmp_path, replaced, (folder / "dirty" / case["file"]).read_bytes(), kinds)
    at_its_line = [
        finding
        for finding in found
        if finding.code == CODES[case["code_hint"]]
        and finding.span.line == case["line"]
        and finding.span.column == case.get("column", finding.span.column)
    ]
    assert len(at_its_line) == 1, found
    assert at_its_line[0].severity is Severity.ERROR
    assert OFFERS.get(case["file"], "") in at_its_line[0].message
    others = [finding for finding in found if finding != at_its_line[0]]
    assert bool(others) == ("also" in case), "one mistake gives one finding, but where the set says otherwise"
    assert all(case.get("also", "").split(":")[0] in other.message for other in others)


def findings_in(root: Path, file: SourceFile, content: bytes, kinds: list[Document]) -> list[Diagnostic]:
    """What the schemas find in *content* in place of *file*."""
    (root / file.path).parent.mkdir(parents=True)
    (root / file.path).write_bytes(content)
    return list(schema_diagnostics(read_document(root, file), shipped_and_own_kinds(kinds)))


@pytest.mark.skipif(not SETS, reason="the real sets are not beside the checkout")
def test_every_sort_of_broken_file_is_covered() -> None:
    assert {param.values[1]["code_hint"] for param in cases()} == set(CODES)
