"""The stretches in which a community's promises hold."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outcome_catalog.insights.promise import promised_days, promised_stretches
from outcome_catalog.model.charter import Charter, Lifecycle, LifecycleChange
from outcome_catalog.model.dates import Period
from tests.insights.catalogs import a_charter, day

ACTIVE, PAUSED, CLOSED, PROPOSED = Lifecycle.ACTIVE, Lifecycle.PAUSED, Lifecycle.CLOSED, Lifecycle.PROPOSED


def charter(lifecycle: Lifecycle, *changes: tuple[str, Lifecycle], ends: str | None = None) -> Charter:
    return a_charter(
        "guides",
        lifecycle=lifecycle,
        started=day("2024-01-01"),
        ends=None if ends is None else day(ends),
        lifecycle_history=tuple(LifecycleChange(date=day(on), state=state) for on, state in changes),
    )


@pytest.mark.parametrize(
    ("given_charter", "expected"),
    [
        (charter(ACTIVE), [("2024-01-01", None)]),
        (charter(ACTIVE, ends="2024-12-31"), [("2024-01-01", "2024-12-31")]),
        (charter(PROPOSED), []),
        (charter(CLOSED, ends="2024-06-30"), [("2024-01-01", "2024-06-30")]),
        (charter(CLOSED), []),
        (charter(PAUSED), []),
        (charter(PAUSED, ("2024-05-01", PAUSED)), [("2024-01-01", "2024-04-30")]),
        (charter(ACTIVE, ("2024-03-01", ACTIVE)), [("2024-03-01", None)]),
        (
            charter(ACTIVE, ("2024-09-01", ACTIVE), ("2024-05-01", PAUSED)),
            [("2024-01-01", "2024-04-30"), ("2024-09-01", None)],
        ),
        (
            charter(CLOSED, ("2023-01-01", ACTIVE), ("2024-02-01", CLOSED), ends="2024-02-01"),
            [("2024-01-01", "2024-01-31")],
        ),
        (charter(ACTIVE, ("2023-01-01", CLOSED), ("2025-01-01", ACTIVE)), [("2025-01-01", None)]),
    ],
)
def test_only_active_days_count(given_charter: Charter, expected: list[tuple[str, str | None]]):
    stretches = [Period(day(start), day(end) if end else None) for start, end in expected]
    assert list(promised_stretches(given_charter)) == stretches


states = st.lists(
    st.tuples(st.dates(day("2023-06-01"), day("2025-06-01")), st.sampled_from([ACTIVE, PAUSED, CLOSED])),
    max_size=6,
    unique_by=lambda change: change[0],
)


@given(states)
def test_active_days_are_those_that_the_history_calls_active(changes: list[tuple[datetime.date, Lifecycle]]):
    history = tuple(LifecycleChange(date=on, state=state) for on, state in changes)
    given_charter = a_charter("guides", started=day("2024-01-01"), lifecycle_history=history)
    by_day = sorted(changes)
    count = 0
    for number in range(366):
        today = day("2024-01-01") + datetime.timedelta(days=number)
        so_far = [state for on, state in by_day if on <= today]
        count += so_far[-1] is ACTIVE if so_far else not by_day or by_day[0][1] is not ACTIVE
    assert promised_days(promised_stretches(given_charter), day("2024-01-01"), day("2024-12-31")) == count
