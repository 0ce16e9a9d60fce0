"""The lines of a report's table of comma-separated values, section by section."""

from collections.abc import Callable, Iterator

from outcome_catalog.publish.reports import csv_outcomes, csv_work
from outcome_catalog.publish.reports.csv_row import CsvRow
from outcome_catalog.publish.reports.data.types.report import Report
from outcome_catalog.publish.reports.view import ReportView

SECTIONS: tuple[Callable[[ReportView, Report], Iterator[CsvRow]], ...] = (
    csv_work.period,
    csv_work.funnel,
    csv_work.promises,
    csv_work.roles,
    csv_outcomes.reuse,
    csv_outcomes.indicators,
    csv_outcomes.value,
    csv_outcomes.not_possible_before,
    csv_work.communities,
    csv_outcomes.artifacts,
)
"""What the table is made of; a new section is a function and a name here."""


def csv_rows(view: ReportView, report: Report) -> Iterator[CsvRow]:
    """Every line, in the order of the report's sections."""
    for section in SECTIONS:
        yield from section(view, report)
