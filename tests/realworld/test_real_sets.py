"""The real sets hold, and each broken file gives the finding that was written down for it beforehand."""

import shutil
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from outcome_catalog.diagnostics import Report, Severity
from outcome_catalog.pipeline import load_catalog
from tests.conftest import REAL_SETS, SET_NAMES, RealSet

pytestmark = pytest.mark.realworld
AS_OF = date(2026, 8, 31)

CODES = {
    "YAML syntax": {"yaml-syntax"},
    "unknown key, with suggestion": {"unknown-key"},
    "empty body": {"body-empty"},
    "required key missing": {"missing-key"},
    "dead reference, with suggestion": {"unknown-output", "unknown-artifact"},
    "dead reference": {"unknown-objective"},
    "duplicate key": {"yaml-duplicate-key"},
    "YAML syntax: tab": {"yaml-tab"},
    "value is no date": {"not-a-date"},
    "value not in the list, with suggestion": {"not-allowed"},
    "encoding: byte order mark, line endings": {"byte-order-mark", "line-endings"},
    "encoding: not UTF-8": {"encoding"},
    "YAML syntax: unquoted colon": {"yaml-unquoted-colon"},
    "wrong type: list expected": {"wrong-type"},
    "merge conflict markers": {"merge-conflict"},
    "file name is no slug": {"file-name"},
    "exactly one of two keys": {"exactly-one"},
    "exactly one of several keys": {"exactly-one"},
    "unknown key of an earlier draft, with suggestion": {"unknown-key"},
    "required section missing": {"section-missing"},
    "reference to a name that no artifact has or had": {"unknown-community"},
}
"""Which of our codes fit a class of fault, as the sets name it."""
ONE_LINE_ON = {"YAML syntax", "YAML syntax: unquoted colon", "YAML syntax: tab"}
"""Where the sets allow the line after: that on which a YAML reader stops."""


def _cases() -> list[Any]:
    cases = [(name, case) for name in SET_NAMES if (REAL_SETS / name).is_dir() for case in _dirty(name)]
    return [pytest.param(name, case, id=f"{name}-{case['file']}") for name, case in cases] or [
        pytest.param("", {}, marks=pytest.mark.skip(reason="the real sets are not beside this checkout"))
    ]


def _dirty(name: str) -> list[dict[str, Any]]:
    return RealSet(name, Path(), REAL_SETS / name).dirty_cases


def test_a_real_set_has_no_error(real_set: RealSet) -> None:
    report = load_catalog(real_set.root, as_of=AS_OF).report
    assert [str(finding.span) for finding in report if finding.severity is Severity.ERROR] == []


def test_a_real_set_is_read_whole(real_set: RealSet) -> None:
    catalog = load_catalog(real_set.root, as_of=AS_OF).catalog
    assert catalog is not None
    counts = real_set.expected["counts"]
    assert len(catalog.communities) == counts["communities"]
    assert Counter(a.kind for a in catalog.artifacts.values()) == counts["artifacts_by_kind"]
    assert sum(len(c.charter.expected_outputs) for c in catalog.communities.values()) == counts["expected_outputs"]
    assert len(list(catalog.reuse_records())) == counts["reuse_record_files"]
    for former, present in real_set.expected["former_references"].items():
        artifact = catalog.artifact(former)
        assert artifact is not None
        assert artifact.ref == present


@pytest.mark.parametrize(("name", "case"), _cases())
def test_a_broken_file_gives_its_finding_at_its_line(
    name: str, case: dict[str, Any], imported_set: Callable[[str], RealSet], tmp_path: Path
) -> None:
    real = imported_set(name)
    root = tmp_path / "set"
    shutil.copytree(real.root, root, ignore=shutil.ignore_patterns(".git"))
    broken = case.get("replaces") or case["adds"]
    shutil.copyfile(real.source / "dirty" / case["file"], root / broken)

    report = load_catalog(root, as_of=AS_OF).report

    fitting = _fitting(report, broken, case)
    assert fitting, [str(f.span) + " " + f.code for f in report if f.span.path == broken]
    if case["level"] == "error":
        assert any(finding.severity is Severity.ERROR for finding in fitting)
    if "also" in case:
        assert any(f.code == "missing-key" and "review_by" in f.message for f in report if f.span.path == broken)


def _fitting(report: Report, path: str, case: dict[str, Any]) -> list[Any]:
    lines = {case["line"], case["line"] + 1} if case["code_hint"] in ONE_LINE_ON else {case["line"]}
    if case["code_hint"] == "required section missing":
        lines.add(1)  # the set's own words: "where a checker may also name 1"
    column = case.get("column")
    return [
        finding
        for finding in report
        if finding.span.path == path
        and finding.span.line in lines
        and finding.code in CODES[case["code_hint"]]
        and (column is None or case["code_hint"] in ONE_LINE_ON or finding.span.column == column)
    ]
