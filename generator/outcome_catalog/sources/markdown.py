"""What the structure of a Markdown body shows: its sections, and its links and images with their places."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from outcome_catalog.diagnostics import Span
from outcome_catalog.model.artifact import Body, Link, Section
from outcome_catalog.sources.gfm import markdown_html as markdown_html
from outcome_catalog.sources.gfm import positioned_html

_CONTAINERS = frozenset(["blockquote", "ul", "ol", "li", "section"])
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_IMAGE_MARK = "[image]"
_Place = tuple[int, int, int, int]


def markdown_body(text: str, path: str, first_line: int = 1) -> Body:
    """The body that *text* is; it begins on *first_line* of the file.

    The body's span begins on the line before, which closes the front matter: a finding about a body without text, or
    without a section, stands there.
    """
    structure = _Structure(text, path, first_line)
    structure.feed(positioned_html(text))
    structure.close()
    above, last = max(1, first_line - 1), first_line + text.count("\n")
    return Body(
        text=text,
        span=Span(path=path, line=above, column=1, end_line=last, end_column=len(text) - text.rfind("\n")),
        sections=tuple(s.section() for s in structure.sections),
        links=tuple(structure.links),
    )


@dataclass(slots=True)
class _OpenSection:
    level: int
    span: Span
    heading: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def section(self) -> Section:
        return Section(
            heading=" ".join("".join(self.heading).split()),
            level=self.level,
            span=self.span,
            text=" ".join("".join(self.words).split()),
        )


class _Structure(HTMLParser):
    """Reads the parser's own HTML, in which every element of Markdown carries its place."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        super().__init__(convert_charrefs=True)
        self.text = text
        self.path = path
        self.first_line = first_line
        self.sections: list[_OpenSection] = []
        self.open: list[_OpenSection] = []
        self.links: list[Link] = []
        self.heading: _OpenSection | None = None
        self.container_end = 0
        self.in_footnotes = False
        self.line_starts = [0]
        for number, line in enumerate(text.split("\n")):
            self.line_starts.append(self.line_starts[number] + len(line) + 1)
        self.cursor = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        place = _place(attributes.get("data-sourcepos"))
        if place is not None:
            self.cursor = max(self.cursor, self.character(place[0], place[1]))
            if tag in _CONTAINERS:
                self.container_end = max(self.container_end, place[2])
                self.in_footnotes |= tag == "section"
            elif tag in _HEADINGS and place[0] > self.container_end:
                self.begin_section(_HEADINGS[tag], place)
        target = attributes.get("href") if tag == "a" else attributes.get("src") if tag == "img" else None
        if target is not None and "data-footnote-ref" not in attributes and "data-footnote-backref" not in attributes:
            self.links.append(Link(target=target, is_image=tag == "img", span=self.span(place or self.raw_place())))
        if tag == "img":
            self.handle_data(attributes.get("alt") or _IMAGE_MARK)
        if tag in ("br", "p", "li", "td", "th", "tr"):
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HEADINGS:
            self.heading = None

    def handle_data(self, data: str) -> None:
        if self.heading is not None:
            self.heading.heading.append(data)
            for section in self.open[:-1]:
                section.words.append(data)
        elif not self.in_footnotes:
            for section in self.open:
                section.words.append(data)

    def begin_section(self, level: int, place: _Place) -> None:
        self.heading = _OpenSection(level, self.span(place))
        self.open = [s for s in self.open if s.level < level]
        self.open.append(self.heading)
        self.sections.append(self.heading)

    def character(self, line: int, column: int) -> int:
        return self.line_starts[min(line, len(self.line_starts)) - 1] + column - 1

    def raw_place(self) -> _Place:
        """The place of a raw HTML tag: where its text is found next."""
        written = self.get_starttag_text() or ""
        at = self.text.find(written, self.cursor)
        if at < 0:
            at = self.cursor
        self.cursor = at
        line = self.text.count("\n", 0, at) + 1
        column = at - self.line_starts[line - 1] + 1
        return (line, column, line, column + len(written) - 1)

    def span(self, place: _Place) -> Span:
        line, column, end_line, end_column = place
        return Span(
            path=self.path,
            line=line + self.first_line - 1,
            column=column,
            end_line=end_line + self.first_line - 1,
            end_column=end_column + 1,
        )


def _place(written: str | None) -> _Place | None:
    if written is None:
        return None
    try:
        start, end = written.split("-")
        (line, column), (end_line, end_column) = start.split(":"), end.split(":")
        return (int(line), int(column), int(end_line), int(end_column))
    except ValueError:
        return None
