"""A Markdown file's front matter and body, told apart by the lines ``---``; all lines are the file's own."""

import re
from dataclasses import dataclass

from outcome_catalog.diagnostics import Diagnostic, Severity, Span

_RULE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_ALMOST = re.compile(r"\s*(?:[-–—]{1,6}|\+\+\+|===)[ \t]*$", re.MULTILINE)
_KEY = re.compile(r"\s*[A-Za-z_]+:(?: |$)", re.MULTILINE)
_ENDS = re.compile(r"^\s*$|^#{1,6} ", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The two parts of a Markdown file. *yaml* is None where there is no front matter to read.

    *body_line* is the line on which the body begins: the one after the closing ``---``.
    """

    yaml: str | None
    yaml_line: int = 2
    body: str
    body_line: int = 1
    diagnostics: tuple[Diagnostic, ...] = ()


def split_front_matter(text: str, path: str) -> FrontMatter:
    """The front matter and the body of *text*, which has line feeds only and no byte order mark."""
    opening = _RULE.match(text)
    if opening is None:
        return FrontMatter(yaml=None, body=text, diagnostics=(_missing(text, path),))
    closing = _RULE.search(text, opening.end() + 1)
    if closing is None:
        return FrontMatter(yaml=None, body="", diagnostics=(unclosed_front_matter(text, path),))
    start = opening.end() + 1
    return FrontMatter(
        yaml=text[start : closing.start()],
        body=text[closing.end() + 1 :],
        body_line=text.count("\n", 0, closing.start()) + 2,
    )


def unclosed_front_matter(text: str, path: str) -> Diagnostic:
    """The finding for *text* whose front matter has no end; it stands where the keys seem to end."""
    text = text.rstrip()
    end = _ENDS.search(text, 4)
    line = text.count("\n", 0, end.start() if end else len(text)) + 1
    message = "The front matter is not closed: a second line “---” is missing."
    return _fault(
        "front-matter-unclosed", path, line, message, "Write a line “---” after the last key, before the text."
    )


def _missing(text: str, path: str) -> Diagnostic:
    first = text.lstrip("\n")
    line = len(text) - len(first) + 1
    if _RULE.match(first):
        message, mend = "The front matter must begin on the first line.", "Remove the empty lines before “---”."
        return _fault("front-matter-missing", path, 1, message, mend)
    if _ALMOST.match(first) or _KEY.match(first):
        message = "The front matter must begin with a line of exactly three hyphens."
        return _fault("front-matter-missing", path, line, message, "Make the first line “---”.")
    message = "The file has no front matter: the keys that say what it is."
    mend = "Begin it with a line “---”, the keys title, kind, summary, date and authors, and another line “---”."
    return _fault("front-matter-missing", path, 1, message, mend)


def _fault(code: str, path: str, line: int, message: str, mend: str) -> Diagnostic:
    span = Span(path=path, line=line, end_line=line)
    return Diagnostic(code=code, severity=Severity.ERROR, message=message, span=span, help=mend)
