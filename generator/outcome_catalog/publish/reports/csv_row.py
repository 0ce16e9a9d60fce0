"""A line of a report's table of comma-separated values, and how the lines of one item are made."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from outcome_catalog.publish.reports.data.sources import file_source
from outcome_catalog.publish.reports.data.types.common import Source
from outcome_catalog.publish.reports.view import ReportView

_SHORT_COMMIT = 12
Value = str | float | bool | object | None


class CsvRow(NamedTuple):
    """One figure of one item, or one record behind it; *item* is an id, *title* the same for people."""

    section: str
    community: str | None = None
    item: str | None = None
    title: str | None = None
    figure: str = ""
    value: Value = None
    unit: str | None = None
    grade: str | None = None
    path: str | None = None
    line: int | None = None
    commit: str | None = None


def figures_of(row: CsvRow, values: Iterable[tuple[str, Value]]) -> Iterator[CsvRow]:
    """A line for each figure of one item that there is; its state says why one is not there, such as *not measured*."""
    for figure, value in values:
        if value is not None:
            yield row._replace(figure=figure, value=value)


def at(row: CsvRow, source: Source) -> CsvRow:
    """*row* with the file and the commit that say so."""
    commit = None if source.commit is None else source.commit[:_SHORT_COMMIT]
    return row._replace(path=source.path, line=source.line, commit=commit)


def artifact_row(view: ReportView, row: CsvRow, ref: str) -> CsvRow:
    """*row* as the line of an artifact; one that was left out has no file to name."""
    found = view.context.catalog.artifact(ref)
    named = row._replace(item=row.item or ref, value=ref)
    return named if found is None else at(named, file_source(view.context.catalog, found.origin.path))
