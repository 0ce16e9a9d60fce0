"""A Markdown file's front matter and body, told apart by the lines ``---``; lines are the file's own."""

import re
from dataclasses import dataclass

from outcome_catalog.diagnostics import Diagnostic, Severity, Span

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_HELP = "Begin the file with a line “---”, the keys (title, kind, summary, date, authors), and another line “---”."


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
    opening = _FENCE.match(text)
    if opening is None:
        return FrontMatter(
            yaml=None,
            body=text,
            diagnostics=(
                _fault("front-matter-missing", path, "The file has no front matter: its first line is not “---”."),
            ),
        )
    closing = _FENCE.search(text, opening.end() + 1)
    if closing is None:
        return FrontMatter(
            yaml=None,
            body="",
            diagnostics=(
                _fault(
                    "front-matter-unclosed",
                    path,
                    "The front matter that begins here is not closed by a second line “---”.",
                ),
            ),
        )
    start = opening.end() + 1
    body_line = text.count("\n", 0, closing.start()) + 2
    return FrontMatter(yaml=text[start : closing.start()], body=text[closing.end() + 1 :], body_line=body_line)


def _fault(code: str, path: str, message: str) -> Diagnostic:
    return Diagnostic(
        code=code, severity=Severity.ERROR, message=message, span=Span(path=path, end_column=4), help=_HELP
    )
