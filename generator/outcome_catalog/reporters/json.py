"""Findings as one JSON object, a versioned contract for scripts (cli.md)."""

import json
from typing import Any

from outcome_catalog.diagnostics import Diagnostic, Report, Span

SCHEMA_VERSION = 1


def report(findings: Report) -> str:
    """The object ``{schema_version, findings[], counts}`` as text, two spaces deep."""
    whole = {
        "schema_version": SCHEMA_VERSION,
        "findings": [_finding(finding) for finding in findings],
        "counts": {severity.value: count for severity, count in findings.counts.items()},
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _finding(finding: Diagnostic) -> dict[str, Any]:
    return {
        **_place(finding.span),
        "severity": finding.severity.value,
        "code": finding.code,
        "message": finding.message,
        "help": finding.help,
        "related": [{"message": related.message, **_place(related.span)} for related in finding.related],
    }


def _place(span: Span) -> dict[str, Any]:
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
