"""Tables of a report: rows in groups, no longer than a page bears, with the way to the rest."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from outcome_catalog.publish.reports.document import Column, Group, Line, Row, Span, Table
from outcome_catalog.publish.reports.lines import sentence
from outcome_catalog.publish.reports.view import ReportView

T = TypeVar("T")
MOST_ROWS = 60
"""No table of a report for people is longer; the data files hold every row."""
MOST_IN_A_GROUP = 20
"""Nor is a group in it, so that a long one does not push the next ones out."""
DATA_FILES = ("report.csv", "report.json")


def columns(view: ReportView, *titles: str, numbers: Iterable[str] = ()) -> tuple[Column, ...]:
    """The columns called *titles* in the words of reports; those in *numbers* hold numbers."""
    words = view.words["report"]["column"]
    return tuple(Column(title=words[title], is_number=title in set(numbers)) for title in titles)


@dataclass(frozen=True, slots=True)
class Rows(Generic[T]):
    """A group of rows yet to be made: *make* makes the row of each of *items*, *anchor* gives its place."""

    items: Sequence[T]
    make: Callable[[ReportView, T], Row]
    title: Line = ()
    anchor: Callable[[T], str] | None = None


def table(
    view: ReportView,
    label: str,
    heads: Sequence[Column],
    groups: Iterable[Rows[T]],
    most: int = MOST_ROWS,
    id_: str = "",
) -> Table:
    """A table of the first *most* rows; empty groups are left out, and what is not shown is not made."""
    shown: list[Group] = []
    anchors: list[str] = []
    room, total = most, 0
    for group in groups:
        total += len(group.items)
        allowed = min(room, MOST_IN_A_GROUP) if group.title else room
        rows = tuple(group.make(view, item) for item in group.items[:allowed])
        anchors += [] if group.anchor is None else map(group.anchor, group.items[allowed:])
        room -= len(rows)
        if rows:
            shown.append(Group(rows=rows, title=group.title))
    left = total - sum(len(group.rows) for group in shown)
    more = rest(view, left) if left else ()
    return Table(label=label, id=id_, columns=tuple(heads), groups=tuple(shown), more=more, more_anchors=tuple(anchors))


def rest(view: ReportView, number: int) -> Line:
    """How many more there are, and the files that hold them all."""
    csv, json = (_data_span(view, name) for name in DATA_FILES)
    return sentence(view.words, "report.more", n=number, number=number, csv=csv, json=json)


def _data_span(view: ReportView, name: str) -> Span:
    form = name.rpartition(".")[2]
    community = "" if view.report.community is None else f" --community {view.report.community}"
    command = f"outcomes report {view.report.reported.label} --format {form}{community}"
    return Span(text=form.upper(), url=data_file(view, name), command=command)


def data_file(view: ReportView, name: str = DATA_FILES[0]) -> str | None:
    """The address of the report's data, None for one community alone, whose report is on no site."""
    return None if view.report.community else view.url + name


def group_title(text: str, number: int, mark: str | None = None) -> Line:
    """The title of a group of rows, with how many there are in all."""
    return (Span(text=text, mark=mark), Span(text=f" ({number})", mark="faint"))


def row(*cells: Line | Span, anchor: str | None = None) -> Row:
    """A row of *cells*; a cell that is one piece may be given alone."""
    return Row(cells=tuple((cell,) if isinstance(cell, Span) else cell for cell in cells), anchor=anchor)
