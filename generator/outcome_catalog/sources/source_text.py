"""A file's bytes as text: UTF-8 only, lines ending in a line feed, nothing that hides from the eye (trust)."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from outcome_catalog.diagnostics import Diagnostic, Severity, Span

_WIDE_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\u2028-\u202e\u2066-\u2069]")
_MEANT_IN_PROSE = frozenset("\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_MOST_TOLD = 20
_SAVE_AS_UTF8 = "Save the file as UTF-8 (in most editors: Save as, Encoding, UTF-8)."


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """A file's text with line feeds only and without a byte order mark; *text* is None where it cannot be read."""

    text: str | None
    diagnostics: tuple[Diagnostic, ...] = ()


def source_text(content: bytes, path: str) -> SourceText:
    """The text of a file's *content*; a byte order mark and CRLF are accepted and said."""
    for mark, name in _WIDE_MARKS.items():
        if content.startswith(mark):
            return SourceText(text=None, diagnostics=(_not_utf8(path, 1, 1, f"This file is {name}, not UTF-8."),))
    has_mark = content.startswith(codecs.BOM_UTF8)
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return SourceText(text=None, diagnostics=(_undecodable(content, error.start, path),))
    notes = (*_mark_notes(path, has_mark), *_line_ending_notes(path, text))
    return SourceText(text=text.replace("\r\n", "\n").replace("\r", "\n"), diagnostics=notes)


def hidden_characters(text: str, path: str, first_line: int = 1, *, is_prose: bool = False) -> Iterator[Diagnostic]:
    """A finding for each line of *text* with a control character or one that changes the reading direction.

    Prose in Hebrew or Arabic may mean the latter, so that they only warn there. Only the first lines are told.
    """
    line, reached, told = first_line, 0, 0
    found = _HIDDEN.search(text)
    while found is not None and told < _MOST_TOLD:
        line += text.count("\n", reached, found.start())
        reached, told = found.start(), told + 1
        column = reached - text.rfind("\n", 0, reached)
        harmless = is_prose and found[0] in _MEANT_IN_PROSE
        yield _hidden(found[0], _character(path, line, column), Severity.WARNING if harmless else Severity.ERROR)
        next_line = text.find("\n", reached)
        found = _HIDDEN.search(text, next_line) if next_line >= 0 else None


def _hidden(character: str, span: Span, severity: Severity) -> Diagnostic:
    return Diagnostic(
        code="control-character",
        severity=severity,
        message=f"An invisible character (U+{ord(character):04X}) stands here; it can disguise the text.",
        span=span,
        help="Delete it: remove the characters around this place and type them again.",
    )


def _character(path: str, line: int, column: int) -> Span:
    return Span(path=path, line=line, column=column, end_line=line, end_column=column + 1)


def _undecodable(content: bytes, start: int, path: str) -> Diagnostic:
    before = content[:start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    byte = content[start : start + 1]
    meant = byte.decode("cp1252", errors="ignore")
    guess = (
        f" In Windows-1252, which Windows programs often write, this byte is “{meant}”."
        if meant.isprintable() and meant
        else ""
    )
    return _not_utf8(
        path, line, column, f"This file is not UTF-8: the byte 0x{byte.hex().upper()} cannot be read.", guess
    )


def _not_utf8(path: str, line: int, column: int, message: str, guess: str = "") -> Diagnostic:
    span = _character(path, line, column)
    return Diagnostic(code="encoding", severity=Severity.ERROR, message=message, span=span, help=_SAVE_AS_UTF8 + guess)


def _mark_notes(path: str, has_mark: bool) -> Iterator[Diagnostic]:
    if has_mark:
        yield Diagnostic(
            code="byte-order-mark",
            severity=Severity.WARNING,
            message="The file begins with a byte order mark; it was read as if the mark were not there.",
            span=Span(path=path),
            help="Save the file as UTF-8 without BOM.",
        )


def _line_ending_notes(path: str, text: str) -> Iterator[Diagnostic]:
    if "\r" in text:
        yield Diagnostic(
            code="line-endings",
            severity=Severity.INFO,
            message="The file's lines end as on Windows (CRLF); they were read as if they ended in LF.",
            span=Span(path=path),
            help="Nothing to do; an editor's setting “line endings: LF” keeps changes small.",
        )
