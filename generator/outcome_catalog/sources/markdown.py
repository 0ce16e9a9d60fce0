"""What the structure of a Markdown body shows: its sections, and its links and images with their places."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote

from outcome_catalog.diagnostics import Span
from outcome_catalog.model.artifact import Body, Link, Section
from outcome_catalog.sources.gfm import positioned_html
from outcome_catalog.sources.markdown_limits import markdown_faults as markdown_faults
from outcome_catalog.sources.markdown_places import Place, SourceLines

_COMMENT = r"<!--.*?(?:-->|\Z)"
_POSITION = r'(?: class="[^"]*")?(?: data-sourcepos="(\d+):(\d+)-(\d+):(\d+)")?'
_TAG = _COMMENT + "|<(?:({})" + _POSITION + r"((?=[\s>/])[^<>]*)|/(h[1-6]))>"
_STRUCTURE = "a|img|h[1-6]|blockquote|ul|ol|div|section"
_NOTED = re.compile(_TAG.format(_STRUCTURE), re.DOTALL | re.IGNORECASE)
_NOTED_WITH_CODE = re.compile(_TAG.format(f"{_STRUCTURE}|code|pre|li"), re.DOTALL | re.IGNORECASE)
_RAW_TARGET = re.compile(r"<(?:a|img)[\s/]", re.IGNORECASE)
_INVISIBLE = re.compile(_COMMENT + "|<[^<>]*>", re.DOTALL)
_IMAGE = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_FOOTNOTE_MARK = re.compile(r'<sup[^<>]*class="footnote-ref"[^<>]*><a[^<>]*>\d+</a></sup>')
_ATTRIBUTE = re.compile(r"""([a-zA-Z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""")
_CONTAINERS = frozenset(["blockquote", "ul", "ol", "div"])
_CODE = frozenset(["code", "pre"])
_TARGETS = {"a": "href", "img": "src"}
_IMAGE_MARK = "[image]"


def markdown_body(text: str, path: str, first_line: int = 1) -> Body:
    """The body that *text* is; it begins on *first_line* of the file.

    The body's span begins on the line before, which closes the front matter: a finding about a body without text, or
    without a section, stands there. Only for a text in which ``markdown_faults`` finds none.
    """
    html = positioned_html(text)
    structure = _Structure(SourceLines(text, path, first_line))
    structure.read(html, is_raw=_RAW_TARGET.search(text) is not None)
    above, last = max(1, first_line - 1), first_line + text.count("\n")
    return Body(
        text=text,
        span=Span(path=path, line=above, end_line=last, end_column=len(text) - text.rfind("\n")),
        sections=_sections(structure.headings, html),
        links=tuple(structure.links),
    )


@dataclass(slots=True)
class _Heading:
    """A heading: where in the HTML it begins, its words begin, and what is below it begins and ends."""

    level: int
    span: Span
    begin: int
    words: int
    below: int = -1
    end: int = -1


@dataclass(slots=True)
class _Structure:
    """Reads the parser's own HTML, in which every element of Markdown carries its place."""

    lines: SourceLines
    headings: list[_Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    _open: list[_Heading] = field(default_factory=list)
    _container_end: int = 0
    _in_footnotes: bool = False

    def read(self, html: str, *, is_raw: bool) -> None:
        """Take in all of *html*; where it *is_raw* in parts, code is told apart from tags that look like it."""
        for found in (_NOTED_WITH_CODE if is_raw else _NOTED).finditer(html):
            tag, closed = found[1], found[7]
            if tag is not None:
                self._start_tag(tag.lower(), found)
            elif closed is not None and self.headings and self.headings[-1].below < 0:
                self.headings[-1].below = found.end()
        self._close_sections(1, len(html))

    def _start_tag(self, tag: str, found: re.Match[str]) -> None:
        if tag in _TARGETS:
            self._add_link(tag, found)
        elif found[2] is None:
            return
        elif tag in _CONTAINERS:
            self._container_end = max(self._container_end, int(found[4]))
        elif tag == "section":
            self._close_sections(1, found.start())  # the footnotes stand below all sections
            self._in_footnotes = True
        elif tag in _CODE:
            self.lines.pass_end(self._place(found))
        elif tag == "li":
            if self._in_footnotes:
                self.lines.go_to(self._place(found))
        elif int(found[2]) > self._container_end:
            self._begin_section(int(tag[1]), found)

    def _place(self, found: re.Match[str]) -> Place:
        return self.lines.place(int(found[2]), int(found[3]), int(found[4]), int(found[5]))

    def _add_link(self, tag: str, found: re.Match[str]) -> None:
        """Record a link or an image; the parser's own links to and from footnotes are none."""
        target = _attributes(found[6]).get(_TARGETS[tag])
        if target is not None and "data-footnote-" not in found[6]:
            place = self._place(found) if found[2] else self.lines.raw_tag(found[0])
            written = self._as_written(unescape(target), place)
            self.links.append(Link(target=written, is_image=tag == "img", span=self.lines.span(place)))

    def _as_written(self, target: str, place: Place) -> str:
        """*target* without the percent signs that the parser put in."""
        if "%" not in target:
            return target
        decoded, source = unquote(target), self.lines.between(place)
        return decoded if decoded in source and target not in source else target

    def _begin_section(self, level: int, found: re.Match[str]) -> None:
        self._close_sections(level, found.start())
        heading = _Heading(level, self.lines.span(self._place(found)), found.start(), found.end())
        self.headings.append(heading)
        self._open.append(heading)

    def _close_sections(self, level: int, end: int) -> None:
        """End the open sections of *level* and below."""
        while self._open and self._open[-1].level >= level:
            self._open.pop().end = end


def _sections(headings: list[_Heading], html: str) -> tuple[Section, ...]:
    """The sections under *headings*; the words between two headings are made out once for all sections around them."""
    pieces: list[str] = []
    for number, heading in enumerate(headings):
        following = headings[number + 1].begin if number + 1 < len(headings) else heading.end
        pieces += (
            _visible_text(html[heading.words : heading.below]),
            _visible_text(html[heading.below : following]),
        )
    begins = [heading.begin for heading in headings]
    return tuple(
        Section(
            heading=pieces[2 * number],
            level=heading.level,
            span=heading.span,
            text=" ".join(filter(None, pieces[2 * number + 1 : 2 * bisect_left(begins, heading.end)])),
        )
        for number, heading in enumerate(headings)
    )


def _attributes(written: str) -> dict[str, str]:
    return {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(written)}


def _visible_text(html: str) -> str:
    """What a reader sees of *html*, white space folded; an image counts with its description, a footnote's mark not."""
    if "footnote-ref" in html:
        html = _FOOTNOTE_MARK.sub("", html)
    if "<img" in html or "<IMG" in html:
        html = _IMAGE.sub(lambda image: _attributes(image[0]).get("alt") or _IMAGE_MARK, html)
    words = _INVISIBLE.sub("", html)
    return " ".join((unescape(words) if "&" in words else words).split())
