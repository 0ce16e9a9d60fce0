"""A report as one long table of comma-separated values: a line for each figure and for each record behind it.

It is made from the same values as the JSON.
"""

from functools import lru_cache

from outcome_catalog.publish import csv_cells
from outcome_catalog.publish.reports.csv_row import CsvRow
from outcome_catalog.publish.reports.csv_rows import csv_rows
from outcome_catalog.publish.reports.data.report import report_data
from outcome_catalog.publish.reports.markdown_text import seen
from outcome_catalog.publish.reports.view import ReportView


def report_csv(view: ReportView) -> str:
    """The whole report, the names of the columns first."""
    return csv_cells.table_of_cells(CsvRow._fields, (map(cell, row) for row in csv_rows(view, report_data(view))))


@lru_cache(maxsize=20_000, typed=True)  # the same titles, paths and commits stand in report after report
def cell(value: object) -> str:
    """*value* as the text of a cell, without characters that cannot be seen."""
    return csv_cells.cell(seen(value) if isinstance(value, str) else value)
