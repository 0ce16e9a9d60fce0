"""Merge conflict markers that were committed with a file."""

import re
from collections.abc import Iterator

from outcome_catalog.diagnostics import Diagnostic, Severity, Span

_MARKER = re.compile(r"^(?:<<<<<<<|>>>>>>>)(?=[ \t]|$).*$", re.MULTILINE)
_DIVIDER = re.compile(r"^=======$", re.MULTILINE)
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)

_MOST_TOLD = 20


def merge_conflicts(text: str, path: str) -> Iterator[Diagnostic]:
    """An error for each of the first conflicts in *text*, at its first marker; in a Markdown code fence it warns."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text and "\n=======\n" not in text:
        return
    found = [m.start() for m in _MARKER.finditer(text)]
    is_markdown = path.endswith(".md")
    if not found and not is_markdown:
        found = [m.start() for m in _DIVIDER.finditer(text)][:1]  # in Markdown, such a line underlines a heading
    openings = [at for at in found if text[at] == "<"][:_MOST_TOLD] or found[:1]
    for at in openings:
        line = text.count("\n", 0, at) + 1
        fenced = is_markdown and _is_fenced(text[:at])
        yield Diagnostic(
            code="merge-conflict",
            severity=Severity.WARNING if fenced else Severity.ERROR,
            message="A merge conflict was committed: git's markers (<<<<<<<, =======, >>>>>>>) are in the text.",
            span=Span(path=path, line=line, end_line=line, end_column=8),
            help="Keep one of the two versions and remove the lines with the markers.",
        )


def _is_fenced(before: str) -> bool:
    """True where the Markdown text *before* leaves a code fence open."""
    opened = ""
    for fence in _FENCE.finditer(before):
        if not opened:
            opened = fence[1]
        elif fence[1].startswith(opened):
            opened = ""
    return bool(opened)
