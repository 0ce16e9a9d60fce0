"""What a Markdown text may ask of the parser and of a browser: its size, its nesting, its tables (trust)."""

import re
from collections.abc import Iterator
from itertools import islice

from outcome_catalog.diagnostics import Diagnostic, Severity, Span

MOST_BYTES = 1024 * 1024
MOST_NESTING = 100
MOST_CELLS = 50_000
MOST_NOTES = 5_000
MOST_HEADINGS = 2_000
MOST_LINKS = 30_000

# A line feed, not ^, begins each: the search for it is many times faster.
_DEEP_LINE = re.compile(rf"\n(?:[ \t]*(?:>|[-+*](?=[ \t])|[0-9]{{1,9}}[.)](?=[ \t]))){{{MOST_NESTING + 1}}}")
_HEADING_LINE = re.compile(r"\n {0,3}(?:#{1,6}(?:[ \t]|$)|[=-]+[ \t]*$)", re.MULTILINE)
_RULED_LINE = re.compile(r"\n[-+*>0-9.):| \t]+$", re.MULTILINE)
_BLANK_LINE = re.compile(r"\n[ \t>]*$", re.MULTILINE)
_LINK_BEGINNINGS = ("[", "<", "://", "www.", "@")


def markdown_faults(text: str, path: str, first_line: int = 1) -> Iterator[Diagnostic]:
    """The reasons to leave *text* unread, which begins on *first_line* of the file; none for what people write."""
    size = len(text) if text.isascii() else len(text.encode())
    if size > MOST_BYTES:
        message = f"The text is {size / 1024:,.0f} KiB long; at most {MOST_BYTES // 1024:,} KiB are read."
        yield _fault("body-too-large", message, Span(path=path, line=first_line, end_line=first_line))
        return
    text = f"\n{text}"
    for at, reason in (*_deep_nesting(text), *_wide_tables(text), *_crowds(text)):
        line = text.count("\n", 0, at) + first_line
        yield _fault("body-too-complex", reason, Span(path=path, line=line, end_line=line))


def _fault(code: str, message: str, span: Span) -> Diagnostic:
    mend = "Split the text into several artifacts, or put large tables into a file under media/ and link it."
    return Diagnostic(code=code, severity=Severity.ERROR, message=message, span=span, help=mend)


def _deep_nesting(text: str) -> Iterator[tuple[int, str]]:
    """The first line whose quotes and lists lie too deep."""
    if (found := _DEEP_LINE.search(text)) is not None:
        yield found.start(), f"Quotes and lists lie more than {MOST_NESTING} levels deep here."


def _wide_tables(text: str) -> Iterator[tuple[int, str]]:
    """The table with which the cells of all tables become too many; a parser fills short rows up with empty cells."""
    cells = 0
    for row in _RULED_LINE.finditer(text) if "|" in text else ():
        if "|" in row[0] and "-" in row[0]:
            end = _BLANK_LINE.search(text, row.end())
            rows = text.count("\n", row.end(), end.start() if end else len(text)) + 2
            cells += (row[0].count("|") + 1) * rows
        if cells > MOST_CELLS:
            yield row.start(), f"With this table, the text's tables have more than {MOST_CELLS:,} cells."
            return


def _crowds(text: str) -> Iterator[tuple[int, str]]:
    """More of one thing than people write: footnotes, links or headings. As above, *text* begins with a line feed."""
    if text.count("[^") > MOST_NOTES:
        yield 0, f"The text has more than {MOST_NOTES:,} references to footnotes."
    if sum(text.count(beginning) for beginning in _LINK_BEGINNINGS) > MOST_LINKS:
        yield 0, f"The text has more than {MOST_LINKS:,} places where a link or a tag begins."
    if text.count("\n") <= MOST_HEADINGS:
        return
    extra = next(islice(_HEADING_LINE.finditer(text), MOST_HEADINGS, None), None)
    if extra is not None:
        yield extra.start(), f"The text has more than {MOST_HEADINGS:,} headings and rules."
