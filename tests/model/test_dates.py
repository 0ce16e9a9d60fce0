"""Days that are known only in part, and the periods that reports are about."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outcome_catalog.model.dates import PartialDate, Period, ReportingPeriod, months_from


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-05-17", date(2024, 5, 17), date(2024, 5, 17)),
    ],
)
def test_a_partial_date_is_the_days_it_can_mean(text: str, first: date, last: date) -> None:
    parsed = PartialDate.parse(text)
    assert (parsed.first_day, parsed.last_day, str(parsed)) == (first, last, text)


@pytest.mark.parametrize(
    "text", ["", "24", "2024-13", "2024-02-30", "17.05.2024", "2024-5", "0000", "2024-05-17T00:00"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-H1", date(2025, 1, 1), date(2025, 6, 30)),
        ("2025-H2", date(2025, 7, 1), date(2025, 12, 31)),
        ("2025-Q3", date(2025, 7, 1), date(2025, 9, 30)),
        ("2025-09", date(2025, 9, 1), date(2025, 9, 30)),
        ("2023-11/2024-01", date(2023, 11, 1), date(2024, 1, 31)),
        ("2024-Q4/2025-Q1", date(2024, 10, 1), date(2025, 3, 31)),
    ],
)
def test_a_reporting_period_is_the_days_it_is_about(text: str, start: date, end: date) -> None:
    assert ReportingPeriod.parse(text).period == Period(start, end)


@pytest.mark.parametrize("text", ["2025-H3", "2025-Q5", "2025-Q0", "2024-01/2023-11", "2025/", "Q1 2025"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        ReportingPeriod.parse(text)


@given(st.integers(1900, 2199), st.integers(1, 12), st.integers(1, 48))
def test_months_follow_each_other_without_a_gap(year: int, month: int, count: int) -> None:
    period = months_from(year, month, count)
    assert period.end is not None
    after = period.end + timedelta(days=1)
    assert after.day == 1
    assert (after.year - year) * 12 + after.month - month == count


def test_an_open_period_has_no_last_day() -> None:
    period = Period(date(2025, 1, 1))
    assert date(2999, 1, 1) in period
    assert date(2024, 12, 31) not in period
