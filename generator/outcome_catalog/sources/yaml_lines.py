"""Faults that a YAML parser lets pass: quotes closed lines later, and list items that became text."""

import re
from dataclasses import dataclass
from typing import Protocol

from outcome_catalog.diagnostics import Diagnostic, Related, Severity, Span

_CLOSING = {"[": "]", "{": "}"}
LINE_BREAKS = re.compile("\r\n|[\n\r]")


class Mark(Protocol):
    """A place in the text as the parser gives it, counted from 0."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlFault:
    """What is wrong at *line* and *column* of a YAML text, both counted from 0."""

    line: int
    column: int
    message: str
    help: str | None = None
    code: str = "yaml-syntax"
    compare: int | None = None
    """The number of another line that explains the fault."""

    def diagnostic(self, path: str, first_line: int) -> Diagnostic:
        """The finding, in a file of which the text begins on *first_line*."""
        line, column = self.line + first_line, self.column + 1
        span = Span(path=path, line=line, column=column, end_line=line, end_column=column + 1)
        other = () if self.compare is None else (_other_line(path, self.compare + first_line),)
        return Diagnostic(
            code=self.code, severity=Severity.ERROR, message=self.message, span=span, help=self.help, related=other
        )


def _other_line(path: str, line: int) -> Related:
    return Related(message="compare this line", span=Span(path=path, line=line, end_line=line))


def bracket_left_open(lines: list[str], line: int, column: int) -> YamlFault:
    """The fault of the bracket at *line* and *column* of *lines*."""
    bracket = lines[line][column : column + 1]
    message = f"The bracket {bracket} that opens here is not closed."
    mend = f"Put {_CLOSING.get(bracket, bracket)} at the end of the value; if it is meant as text, put it in quotes."
    return YamlFault(line=line, column=column, message=message, help=mend)


def open_bracket(lines: list[str], start: Mark, end: Mark, indent: int) -> YamlFault | None:
    """The fault of a list or mapping in brackets with a line that is not indented more than the *indent* it lies in."""
    for line in lines[start.line + 1 : end.line + 1]:
        if line.strip() and indent_of(line) <= indent and line.lstrip()[0] not in "]}":
            return bracket_left_open(lines, start.line, start.column)
    return None


def unclosed_bracket(lines: list[str], start: Mark) -> YamlFault | None:
    """The fault of a bracket without its other half among the lines that belong to it, which the parser gave up."""
    closing = _CLOSING.get(lines[start.line][start.column : start.column + 1])
    if closing is None or closing in lines[start.line][start.column :]:
        return None
    indent = indent_of(lines[start.line])
    for line in lines[start.line + 1 :]:
        if closing in line and (indent_of(line) > indent or line.lstrip().startswith(closing)):
            return None
        if line.strip() and indent_of(line) <= indent:
            break
    return bracket_left_open(lines, start.line, start.column)


def quote_left_open(lines: list[str], line: int, column: int) -> YamlFault:
    """The fault of the quote at *line* and *column* of *lines*."""
    quote = lines[line][column : column + 1]
    message = f"The quote {quote} that opens here is not closed."
    return YamlFault(
        line=line, column=column, message=message, help=f"Put {quote} at the end of the value, or remove it."
    )


def open_quote(lines: list[str], start: Mark, end: Mark, indent: int) -> YamlFault | None:
    """The fault of a quoted text whose further lines are not indented more than the *indent* that it lies in."""
    for number in range(start.line + 1, end.line + 1):
        if lines[number].strip() and indent_of(lines[number]) <= indent:
            return tab_indent(lines, number) or quote_left_open(lines, start.line, start.column)
    return None


def tab_indent(lines: list[str], number: int) -> YamlFault | None:
    """The fault of a line that begins with a tab."""
    line = lines[number]
    column = line.find("\t", 0, len(line) - len(line.lstrip()))
    if column < 0:
        return None
    message = "A tab stands at the beginning of this line; YAML is indented by spaces only."
    mend = "Replace each tab by spaces, as many as the lines beside it have."
    return YamlFault(line=number, column=column, message=message, help=mend, code="yaml-tab")


def unopened_quote(value: str, start: Mark) -> YamlFault | None:
    """The fault of a *value* that begins at *start* without a quote and ends with one; ``the users'`` is none."""
    quote, before = value[-1], value[-2:-1]
    if value.count(quote) % 2 == 0 or (before in "sz" if quote == "'" else before.isdigit()):
        return None
    message = f"This value ends with the quote {quote} and does not begin with it."
    mend = f"Put {quote} at its beginning too, or remove it."
    return YamlFault(line=start.line, column=start.column, message=message, help=mend)


def glued_dash(value: str, start: Mark) -> YamlFault | None:
    """The fault of a *value* that begins at *start* like an item without its space and holds the items after it."""
    if value[:1] != "-" or value[1:2] == " " or " - " not in value:
        return None
    message = "A space is missing after the dash."
    return YamlFault(line=start.line, column=start.column, message=message, help="Write “- ” before each item.")


def key_after_question_mark(lines: list[str], start: Mark) -> YamlFault | None:
    """The fault of a key in braces that begins with a question mark; the parser takes it for its own."""
    if lines[start.line][start.column - 1 : start.column] != "?":
        return None
    message = "A key that begins with “?” must stand in quotes."
    return YamlFault(line=start.line, column=start.column - 1, message=message)


def indent_of(line: str) -> int:
    """How many spaces *line* begins with."""
    return len(line) - len(line.lstrip(" "))
