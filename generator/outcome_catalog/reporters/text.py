"""Findings for people: one line each, the mend below it, the counts at the end."""

from collections.abc import Iterator

from rich.text import Text

from outcome_catalog.diagnostics import Diagnostic, Report, Severity
from outcome_catalog.reporters.printable import printable

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def styled_report(findings: Report) -> Text:
    """The whole report with its colours; a terminal without colours shows the same text."""
    lines = [line for finding in findings for line in _lines(finding)]
    return Text("\n").join([*lines, _summary(findings)])


def report(findings: Report) -> str:
    """The report as plain text: ``path:line:column: severity code message`` and what to write instead."""
    return styled_report(findings).plain


def _lines(finding: Diagnostic) -> Iterator[Text]:
    yield Text.assemble(
        (f"{printable(str(finding.span))}:", "bold"),
        " ",
        (finding.severity.value, _STYLES[finding.severity]),
        " ",
        (finding.code, "dim"),
        " ",
        printable(finding.message),
    )
    for line in (finding.help or "").splitlines():
        yield Text(f"    {printable(line)}")
    for related in finding.related:
        yield Text(f"    {printable(str(related.span))}: {printable(related.message)}", style="dim")


def _summary(findings: Report) -> Text:
    if not findings:
        return Text("No findings.", style="green")
    counted = (
        f"{count} {noun}" if count == 1 else f"{count} {noun}s"
        for noun, count in (
            ("error", findings.counts[Severity.ERROR]),
            ("warning", findings.counts[Severity.WARNING]),
            ("note", findings.counts[Severity.INFO]),
        )
        if count
    )
    return Text(", ".join(counted) + ".", style="bold")
