"""The YAML test suite: what lies in our subset reads as it must, all else is refused with a finding."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from outcome_catalog.sources.yaml_document import parse_yaml
from tests.sources.conftest import CORPORA

SUITE = CORPORA / "yaml-test-suite"
LENIENT = {
    "9JBA-0", "CVW2-0", "SU5Z-0", "X4QW-0",  # a comment without a space before it
    "G5U8-0", "YJV2-0",                      # a lone dash inside brackets
    "S98Z-0",                                # blank lines longer than the text below
    "Y79Y-3",                                # a tab inside brackets
}  # fmt: skip
"""Invalid cases that libyaml reads; each reads as what its writer meant."""
_SIGNS = {"␣": " ", "↵": "", "←": "\r", "⇔": "\ufeff", "∎\n": "", "∎": ""}


def _cases(file: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    inherited: dict[str, Any] = {}
    for number, case in enumerate(yaml.safe_load(file.read_text(encoding="utf-8"))):
        inherited = {key: value for key, value in inherited.items() if key != "fail"} | case
        if not case.get("skip"):
            yield f"{file.stem}-{number}", inherited


def _written(signs: str) -> str:
    for sign, meant in _SIGNS.items():
        signs = signs.replace(sign, meant)
    return re.sub("—*»", "\t", signs)


def _values(documents: str) -> list[Any]:
    values, rest, decoder = [], documents.strip(), json.JSONDecoder()
    while rest:
        value, end = decoder.raw_decode(rest)
        values.append(value)
        rest = rest[end:].strip()
    return values


@pytest.mark.parametrize("file", sorted(SUITE.glob("*.yaml")), ids=lambda file: file.stem)
def test_a_case_reads_as_it_must_or_is_refused(file: Path) -> None:
    for name, case in _cases(file):
        document = parse_yaml(_written(case["yaml"]), "case.yml")
        if document.has_errors:
            assert all(d.span.line >= 1 and d.span.column >= 1 and d.message for d in document.diagnostics)
            continue
        if case.get("fail"):
            assert name in LENIENT
            continue
        values = _values(case["json"])
        assert len(values) <= 1
        assert json.dumps(document.data, sort_keys=True) == json.dumps(values[0] if values else None, sort_keys=True)


def test_most_of_the_suite_is_read() -> None:
    if not SUITE.is_dir():
        pytest.skip("the YAML test suite is not beside this checkout")
    documents = [
        parse_yaml(_written(case["yaml"]), "case.yml") for file in SUITE.glob("*.yaml") for _, case in _cases(file)
    ]
    assert sum(not document.has_errors for document in documents) >= 175
