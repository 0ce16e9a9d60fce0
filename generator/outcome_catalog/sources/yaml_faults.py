"""A YAML parser's complaint in plain words, at the line that a person has to mend."""

import yaml

from outcome_catalog.diagnostics import Diagnostic, Severity, Span


def syntax_fault(error: yaml.YAMLError, path: str, first_line: int) -> Diagnostic:
    """The finding for the parser's *error* in *text*, which begins on *first_line* of the file."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    span = Span(path=path, line=line + first_line, column=column + 1, end_line=line + first_line, end_column=column + 2)
    problem = str(getattr(error, "problem", error))
    return Diagnostic(
        code="yaml-syntax", severity=Severity.ERROR, message=f"This is not valid YAML: {problem}.", span=span
    )
