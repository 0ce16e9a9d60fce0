"""The codes of the schemas' findings, explained; the texts stand in codes.md."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from textwrap import dedent

from outcome_catalog.diagnostics import Severity

_PAGE = re.compile(
    r"^## (?P<code>[a-z-]+): (?P<summary>.*?)\n(?P<why>.*?)^Fails:\n(?P<fails>.*?)^Passes:\n(?P<passes>.*?)(?=^## |\Z)",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodePage:
    """One code explained: *why* is Markdown, *fails* and *passes* are source text of a catalog."""

    code: str
    severity: Severity
    summary: str
    why: str
    fails: str
    passes: str


@cache
def code_pages() -> tuple[CodePage, ...]:
    """Every code of the schemas' findings, in order, but for ``unknown-kind``, which a rule explains."""
    text = files(__package__).joinpath("codes.md").read_text(encoding="utf-8")
    return tuple(_page(match) for match in _PAGE.finditer(text))


def _page(match: re.Match[str]) -> CodePage:
    fails, passes = (dedent(match[part]).strip("\n") for part in ("fails", "passes"))
    return CodePage(
        code=match["code"],
        severity=Severity.ERROR,
        summary=match["summary"],
        why=match["why"].strip(),
        fails=fails,
        passes=passes,
    )
