"""A report as a document that knows no file format: sections of paragraphs, facts, steps and tables.

An address is one of the site, relative to its root; a place in the document itself (``#reuse``); or one of the web.
Each format says what becomes of it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePlace:
    """Where a record is written down: its file and line, the commit that says so, and where the forge shows them."""

    path: str
    line: int = 1
    commit: str | None = None
    url: str | None = None
    commit_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A piece of a line. *mark* says what it is, such as ``strong``, ``faint``, ``grade claimed`` or ``state met``."""

    text: str
    url: str | None = None
    mark: str | None = None
    source: SourcePlace | None = None
    """Where this is written down; *text* is then the file's name."""
    command: str | None = None
    """What gives in the terminal what *url* leads to: it stands in place of *text* where that address is not known."""
    language: str | None = None
    """The language of *text* where it is not the report's."""


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A sentence or several; *is_remark* where it explains rather than tells."""

    line: Line
    is_remark: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Terms, each with what is said of it."""

    facts: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the way from activity to learning: how many, of what, and where they are listed."""

    title: str
    count: int
    means: str
    url: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """The steps, in their order."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table."""

    title: str
    is_number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row; *anchor* is the place that a link leads to, the first cell names the row."""

    cells: tuple[Line, ...]
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows that belong together below a title of their own, or without one."""

    rows: tuple[Row, ...]
    title: Line = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; *label* says what it lists, *id* is its place in links, *more* is what it leaves out for its length.

    *more_anchors* are the places of the rows it leaves out: what leads to one of them leads to *more*.
    """

    label: str
    id: str = ""
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    more: Line = ()
    more_anchors: tuple[str, ...] = ()


Block = Paragraph | Facts | Steps | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the document below a heading of its own."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Document:
    """The whole report: what it is about, what came of it in one look, and section by section."""

    language: str
    title: str
    organisation: str
    subtitle: Line
    in_one_look: Facts
    sections: tuple[Section, ...]
    basis: tuple[Line, ...]
    """What the figures rest on: the day, the commit, how much of the history was read, what was left out."""
