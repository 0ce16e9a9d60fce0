"""Cells: what a spreadsheet shows, and what it would run."""

import csv
import datetime
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outcome_catalog.insights.figures import Grade
from outcome_catalog.publish.csv_cells import cell, csv_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""), (0, "0"), (False, "no"), (True, "yes"), (2.0, "2"), (-2.5, "-2.5"), ("-12", "-12"), ("", ""),
        (datetime.date(2026, 6, 30), "2026-06-30"), (Grade.CLAIMED, "claimed"), ((), ""), (("a", "b"), "a; b"),
        ("=1+1", "'=1+1"), ("+49 30", "'+49 30"), ("-5 hours", "'-5 hours"), ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"), ("\rx", "'\rx"), ("  =1", "'  =1"), ("\n=1", "'\n=1"), ("＝1", "'＝1"), ("a=1", "a=1"),
        (("=1", "b"), "'=1; b"), (("a", "=1"), "a; '=1"),
    ],
)  # fmt: skip
def test_a_cell(value: object, text: str) -> None:
    assert cell(value) == text


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2)))
def test_a_table_is_read_back_as_it_was_written(lines: list[list[str]]) -> None:
    read = list(csv.reader(io.StringIO(csv_text(("a", "b"), lines), newline="")))
    assert read == [["a", "b"], *([cell(value) for value in line] for line in lines)]
    assert all(value.removeprefix("'") == value or value[1:] in line for line in lines for value in map(cell, line))
