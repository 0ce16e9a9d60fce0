"""What the structure of a Markdown body shows: its sections, and its links and images with their places."""

import re
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote

from outcome_catalog.diagnostics import Span
from outcome_catalog.model.artifact import Body, Link, Section
from outcome_catalog.sources.gfm import markdown_html as markdown_html
from outcome_catalog.sources.gfm import positioned_html
from outcome_catalog.sources.markdown_limits import markdown_faults as markdown_faults
from outcome_catalog.sources.markdown_places import Place, SourceLines

_TOKEN = re.compile(r"<!--.*?(?:-->|\Z)|<(/?)([a-zA-Z][a-zA-Z0-9-]*)([^<>]*)>", re.DOTALL)
_ATTRIBUTE = re.compile(r"""([a-zA-Z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""")
_POSITION = re.compile(r'data-sourcepos="(\d+):(\d+)-(\d+):(\d+)"')
_CONTAINERS = frozenset(["blockquote", "ul", "ol", "div"])
_CODE = frozenset(["code", "pre"])
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_TARGETS = {"a": "href", "img": "src"}
_NOTED = _CONTAINERS | _CODE | _HEADINGS.keys() | _TARGETS.keys() | {"section"}
_IMAGE_MARK = "[image]"


def markdown_body(text: str, path: str, first_line: int = 1) -> Body:
    """The body that *text* is; it begins on *first_line* of the file.

    The body's span begins on the line before, which closes the front matter: a finding about a body without text, or
    without a section, stands there.
    """
    structure = _Structure(SourceLines(text, path, first_line))
    structure.read(positioned_html(text))
    above, last = max(1, first_line - 1), first_line + text.count("\n")
    return Body(
        text=text,
        span=Span(path=path, line=above, end_line=last, end_column=len(text) - text.rfind("\n")),
        sections=structure.finished_sections(),
        links=tuple(structure.links),
    )


@dataclass(slots=True)
class _Heading:
    """A heading and which of the body's words are its own and which stand under it."""

    level: int
    span: Span
    first_word: int
    first_below: int = -1
    end: int = -1


@dataclass(slots=True)
class _Structure:
    """Reads the parser's own HTML, in which every element of Markdown carries its place."""

    lines: SourceLines
    words: list[str] = field(default_factory=list)
    headings: list[_Heading] = field(default_factory=list)
    open: list[_Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    container_end: int = 0

    def read(self, html: str) -> None:
        """Take in all of *html*."""
        done = 0
        for token in _TOKEN.finditer(html):
            self.text(html[done : token.start()])
            done = token.end()
            closing, tag, attributes = token.groups()
            if tag is None:
                continue
            if closing:
                self.end_tag(tag)
            elif tag in _NOTED:
                self.start_tag(tag, attributes, token[0])
        self.text(html[done:])

    def text(self, written: str) -> None:
        if written:
            self.words.append(unescape(written) if "&" in written else written)

    def start_tag(self, tag: str, attributes: str, written: str) -> None:
        position = _POSITION.search(attributes)
        place = self.lines.place(*map(int, position.groups())) if position else None
        if place is not None:
            self.lines.pass_start(place)
        if tag in _TARGETS:
            self.target(tag, attributes, written, place)
        elif place is not None:
            self.block(tag, place)

    def block(self, tag: str, place: Place) -> None:
        if tag in _CODE:
            self.lines.pass_end(place)
        elif tag in _CONTAINERS:
            self.container_end = max(self.container_end, place[2])
        elif tag == "section":
            self.close_sections(1)
        elif place[0] > self.container_end:
            self.begin_section(_HEADINGS[tag], place)

    def end_tag(self, tag: str) -> None:
        if tag in _HEADINGS and self.headings and self.headings[-1].first_below < 0:
            self.headings[-1].first_below = len(self.words)

    def target(self, tag: str, attributes: str, written: str, place: Place | None) -> None:
        """Record a link or an image; the parser's own links to and from footnotes are none."""
        if "data-footnote-" in attributes:
            return
        found = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(attributes)}
        if tag == "img":
            self.text(found.get("alt") or _IMAGE_MARK)
        if (target := found.get(_TARGETS[tag])) is not None:
            place = place or self.lines.raw_tag(written)
            self.links.append(
                Link(
                    target=self.as_written(unescape(target), place),
                    is_image=tag == "img",
                    span=self.lines.span(place),
                )
            )

    def as_written(self, target: str, place: Place) -> str:
        """*target* without the percent signs that the parser put in."""
        if "%" not in target:
            return target
        decoded, source = unquote(target), self.lines.between(place)
        return decoded if decoded in source and target not in source else target

    def begin_section(self, level: int, place: Place) -> None:
        self.close_sections(level)
        heading = _Heading(level, self.lines.span(place), len(self.words))
        self.headings.append(heading)
        self.open.append(heading)

    def close_sections(self, level: int) -> None:
        """End the open sections of *level* and below."""
        while self.open and self.open[-1].level >= level:
            self.open.pop().end = len(self.words)

    def finished_sections(self) -> tuple[Section, ...]:
        self.close_sections(1)
        return tuple(
            Section(
                heading=_folded(self.words[h.first_word : h.first_below]),
                level=h.level,
                span=h.span,
                text=_folded(self.words[h.first_below : h.end]),
            )
            for h in self.headings
        )


def _folded(words: list[str]) -> str:
    return " ".join("".join(words).split())
