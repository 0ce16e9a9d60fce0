"""Months, quarters and years of the reporting year."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outcome_catalog.insights.calendar_periods import NamedPeriod, periods_between
from outcome_catalog.model.dates import Per
from tests.insights.catalogs import day

YEAR_STARTS = st.builds("{:02}-{:02}".format, st.integers(1, 12), st.integers(1, 31)).filter(
    lambda text: text not in ("02-30", "02-31", "04-31", "06-31", "09-31", "11-31")
)
DAYS = st.dates(datetime.date(2, 1, 1), datetime.date(9990, 1, 1))


def labels(per: Per, year_starts: str, first: str, last: str) -> list[str]:
    return [period.label for period in periods_between(per, year_starts, day(first), day(last))]


@pytest.mark.parametrize(
    ("per", "year_starts", "expected"),
    [
        (Per.MONTH, "01-01", ["2026-02", "2026-01", "2025-12", "2025-11"]),
        (Per.MONTH, "04-06", ["2026-02", "2026-01", "2025-12", "2025-11"]),
        (Per.QUARTER, "01-01", ["2026-Q1", "2025-Q4"]),
        (Per.QUARTER, "07-01", ["2025/26-Q3", "2025/26-Q2"]),
        (Per.YEAR, "01-01", ["2026", "2025"]),
        (Per.YEAR, "07-01", ["2025/26"]),
        (Per.YEAR, "12-31", ["2025/26", "2024/25"]),
    ],
)
def test_periods_are_named_after_the_reporting_year(per: Per, year_starts: str, expected: list[str]):
    assert labels(per, year_starts, "2025-11-30", "2026-02-01") == expected


def test_a_reporting_year_begins_on_its_day():
    (year,) = periods_between(Per.YEAR, "04-06", day("2026-04-05"), day("2026-04-05"))
    assert (year.start, year.end, year.days) == (day("2025-04-06"), day("2026-04-05"), 365)


def test_a_day_that_a_month_lacks_is_its_last():
    (quarter,) = periods_between(Per.QUARTER, "11-30", day("2026-03-01"), day("2026-03-01"))
    assert (quarter.label, quarter.start, quarter.end) == ("2025/26-Q2", day("2026-02-28"), day("2026-05-29"))


def test_nothing_is_promised_per_week():
    with pytest.raises(ValueError, match="per week"):
        list(periods_between(Per.WEEK, "01-01", day("2026-01-01"), day("2026-02-01")))


def test_the_first_year_there_is_ends_the_list():
    assert labels(Per.YEAR, "01-01", "0001-01-01", "0002-06-01") == ["0002", "0001"]


@given(st.sampled_from([Per.MONTH, Per.QUARTER, Per.YEAR]), YEAR_STARTS, DAYS, st.integers(0, 2000))
def test_periods_follow_each_other_without_a_gap(per: Per, year_starts: str, last: datetime.date, days: int):
    first = datetime.date.fromordinal(max(366, last.toordinal() - days))
    found: list[NamedPeriod] = list(periods_between(per, year_starts, first, last))
    assert found[0].start <= last <= found[0].end
    assert found[-1].start <= first <= found[-1].end
    assert len({period.label for period in found}) == len(found)
    for later, earlier in pairwise(found):
        assert earlier.end + datetime.timedelta(days=1) == later.start
