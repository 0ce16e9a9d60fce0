"""Findings as GitHub workflow commands, which show them as annotations on the lines of a pull request."""

from outcome_catalog.diagnostics import Diagnostic, Report, Severity
from outcome_catalog.reporters.printable import printable

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def report(findings: Report) -> str:
    """One workflow command a finding; its values are escaped as GitHub's toolkit does."""
    return "\n".join(_annotation(finding) for finding in findings)


def _annotation(finding: Diagnostic) -> str:
    place = finding.span
    properties = {
        "file": place.path,
        "line": place.line,
        "endLine": place.end_line,
        "col": place.column,
        "endColumn": place.end_column,
        "title": finding.code,
    }
    if place.end_line != place.line:  # GitHub takes columns only where a finding stays on one line
        del properties["col"], properties["endColumn"]
    stated = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    text = finding.message if finding.help is None else f"{finding.message}\n{finding.help}"
    return f"::{_COMMANDS[finding.severity]} {stated}::{_data(text)}"


def _data(text: str) -> str:
    lines = (printable(line) for line in text.replace("%", "%25").split("\n"))
    return "%0A".join(lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
