"""Findings as a GitLab Code Quality report, which a merge request shows in its widget and beside its lines.

The format: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

import json
from collections import Counter
from hashlib import sha256
from typing import Any

from outcome_catalog.diagnostics import Diagnostic, Report, Severity, Span
from outcome_catalog.reporters.printable import printable

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def report(findings: Report) -> str:
    """One JSON list with an entry a finding; a report without findings is the empty list."""
    seen: Counter[tuple[str, str, str]] = Counter()
    entries = []
    for finding in findings:
        same = (finding.span.path, finding.code, finding.message)
        seen[same] += 1
        entries.append(_entry(finding, _fingerprint(*same, seen[same])))
    return json.dumps(entries, indent=2)


def _entry(finding: Diagnostic, fingerprint: str) -> dict[str, Any]:
    return {
        "description": " — ".join(_one_line(text) for text in (finding.message, finding.help) if text),
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.span.path, "lines": _lines(finding.span)},
    }


def _fingerprint(path: str, code: str, message: str, occurrence: int) -> str:
    """What tells GitLab that two runs mean the same finding: no line in it, since text above a finding moves it."""
    # JSON keeps the parts apart, whatever is in them, and takes text that UTF-8 cannot hold.
    return sha256(json.dumps([path, code, message, occurrence]).encode("ascii")).hexdigest()


def _one_line(text: str) -> str:
    return " ".join(printable(line) for line in text.split("\n"))


def _lines(span: Span) -> dict[str, int]:
    """The first and the last line; a span that ends before the first column of a line does not touch that line."""
    last = span.end_line - 1 if span.end_column == 1 else span.end_line
    return {"begin": span.line, "end": max(span.line, last)}
