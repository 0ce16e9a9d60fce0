"""Tables of comma-separated values that a spreadsheet opens as what they are, and never runs (RFC 4180).

A cell that a spreadsheet would take for a formula begins with an apostrophe; a plain number stays one.
"""

import csv
import io
import re
from collections.abc import Iterable
from enum import Enum

_RUNS = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r]")
_PLAIN_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_LIST_SEPARATOR = "; "


def csv_text(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A table of values with the names of its *columns* first."""
    return table_of_cells(columns, ([cell(value) for value in row] for row in rows))


def table_of_cells(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of what :func:`cell` made; lines end as RFC 4180 asks, whatever the machine."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()


def cell(value: object) -> str:
    """*value* as the text of a cell; nothing is empty, which is neither nought nor false; a list is one cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple | list):
        return cell(_LIST_SEPARATOR.join(cell(part) for part in value))
    if isinstance(value, int | float) and not isinstance(value, Enum):
        return str(int(value)) if isinstance(value, int) or value.is_integer() else str(value)
    return harmless(str(value))


def harmless(text: str) -> str:
    """*text* that no spreadsheet takes for a formula."""
    return f"'{text}" if _RUNS.match(text) and not _PLAIN_NUMBER.fullmatch(text) else text
