"""A code's page: why the finding matters, an example that fails and one that passes; each stage writes its own.

The rules have theirs in the docstrings of their modules, every other stage in a file ``codes.md``: below the heading of
a topic (``##``) a heading for each code, ``### code: summary`` or ``### code (severity): summary``, then why, and two
indented examples after ``Fails:`` and ``Passes:``. The first line of an example names the file that it is a part of.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from textwrap import dedent

from outcome_catalog.diagnostics import Severity

_PARTS = re.compile(r"(?P<why>.*?)^Fails:\n(?P<fails>.*?)^Passes:\n(?P<passes>.*)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"(?P<code>[a-z-]+)(?: \((?P<severity>[a-z]+)\))?: (?P<summary>.+)")


class Topic(StrEnum):
    """What a code is about, in the order and the words of the guide."""

    FILE = "The file cannot be read"
    YAML = "YAML"
    PLACES = "Files and folders"
    VALUES = "Keys and values"
    KINDS = "A kind's own file"
    NAMES = "Names that lead nowhere"
    TEXT = "The text of an artifact"
    LINKS = "Links"
    DATES = "Dates"
    CHAIN = "The chain from goal to outcome"
    REUSE = "Reuse"
    BUILD = "Git, and the build"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodePage:
    """One code explained: *why* is Markdown, *fails* and *passes* are source text of a catalog.

    *severity* is that of a finding in a mature record; a finding may be milder.
    """

    code: str
    severity: Severity
    topic: Topic
    summary: str
    why: str
    fails: str
    passes: str


def pages_in(package: str) -> tuple[CodePage, ...]:
    """The pages in the ``codes.md`` of *package*, as they stand there; ValueError where one of them is not whole."""
    text = files(package).joinpath("codes.md").read_text(encoding="utf-8")
    return tuple(
        _page(Topic(topic.strip()), *page.split("\n", 1))
        for topic, *pages in (re.split(r"^### ", part, flags=re.MULTILINE) for part in _topics(text))
        for page in pages
    )


def why_fails_passes(text: str, place: str) -> tuple[str, str, str]:
    """The three parts of an explanation, its examples not indented; ValueError that names *place* where one lacks."""
    parts = _PARTS.fullmatch(text.rstrip() + "\n")
    if parts is None:
        raise ValueError(f"{place} has no why, Fails: and Passes: in this order")
    why, fails, passes = (dedent(part).strip("\n") for part in parts.group("why", "fails", "passes"))
    return why, fails, passes


def _topics(text: str) -> list[str]:
    return re.split(r"^## ", text, flags=re.MULTILINE)[1:]


def _page(topic: Topic, heading: str, text: str = "") -> CodePage:
    named = _HEADING.fullmatch(heading)
    if named is None:
        raise ValueError(f"the heading {heading!r} is not “code: summary” or “code (severity): summary”")
    why, fails, passes = why_fails_passes(text, named["code"])
    return CodePage(
        code=named["code"],
        severity=Severity(named["severity"] or Severity.ERROR),
        topic=topic,
        summary=named["summary"],
        why=why,
        fails=fails,
        passes=passes,
    )
