"""A report as one long table of comma-separated values: a line for each figure and for each record behind it.

It is made from the same values as the JSON. A cell that a spreadsheet would take for a formula begins with an
apostrophe; a plain number stays one.
"""

import csv
import io
import re
from functools import lru_cache

from outcome_catalog.publish.reports.csv_row import CsvRow
from outcome_catalog.publish.reports.csv_rows import csv_rows
from outcome_catalog.publish.reports.data.report import report_data
from outcome_catalog.publish.reports.markdown_text import seen
from outcome_catalog.publish.reports.view import ReportView

_FORMULA = re.compile(r"\s*[=+\-@]")
_PLAIN_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def report_csv(view: ReportView) -> str:
    """The whole report, the names of the columns first."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(CsvRow._fields)
    for row in csv_rows(view, report_data(view)):
        writer.writerow(map(cell, row))
    return text.getvalue()


@lru_cache(maxsize=20_000, typed=True)  # the same titles, paths and commits stand in report after report
def cell(value: object) -> str:
    """*value* as the text of a cell; nothing is empty, which is neither nought nor false."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = seen(str(value))
    is_formula = _FORMULA.match(text) is not None and _PLAIN_NUMBER.fullmatch(text) is None
    return f"'{text}" if is_formula else text
