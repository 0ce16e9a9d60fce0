"""Where a community stood in its life on a given day (data-model §4)."""

from datetime import date

import pytest

from outcome_catalog.model.charter import Charter, Goal, Lifecycle, LifecycleChange
from outcome_catalog.model.lifecycle import lifecycle_on
from outcome_catalog.model.origin import Origin

PROPOSED, ACTIVE, PAUSED, CLOSED = Lifecycle
STARTED = date(2024, 1, 1)


def charter(lifecycle: Lifecycle, *changes: tuple[str, Lifecycle], ends: str | None = None) -> Charter:
    return Charter(
        title="Guides",
        summary="Guides",
        lifecycle=lifecycle,
        started=STARTED,
        ends=None if ends is None else date.fromisoformat(ends),
        lifecycle_history=tuple(LifecycleChange(date=date.fromisoformat(on), state=state) for on, state in changes),
        goal=Goal(statement="People find what others already solved."),
        origin=Origin(path="communities/guides/charter.yml"),
    )


def states(of: Charter, *days: str) -> list[Lifecycle]:
    return [lifecycle_on(of, date.fromisoformat(day)) for day in days]


def test_a_state_holds_from_the_day_of_its_change_to_the_next():
    reopened = charter(ACTIVE, ("2024-06-01", PAUSED), ("2025-01-01", CLOSED), ("2025-06-01", ACTIVE))
    days = ("2024-05-31", "2024-06-01", "2024-12-31", "2025-01-01", "2025-05-31", "2025-06-01", "2030-01-01")
    assert states(reopened, *days) == [ACTIVE, PAUSED, PAUSED, CLOSED, CLOSED, ACTIVE, ACTIVE]


def test_the_order_in_which_changes_are_written_does_not_matter():
    assert states(charter(CLOSED, ("2025-01-01", CLOSED), ("2024-06-01", PAUSED)), "2024-07-01") == [PAUSED]


def test_before_a_first_change_to_active_it_was_proposed():
    assert states(charter(ACTIVE, ("2024-03-01", ACTIVE)), "2024-02-29", "2024-03-01") == [PROPOSED, ACTIVE]


def test_before_it_started_nothing_is_active():
    assert states(charter(ACTIVE), "2023-12-31", "2024-01-01") == [PROPOSED, ACTIVE]


@pytest.mark.parametrize(("ends", "before"), [("2025-06-30", ACTIVE), (None, CLOSED)])
def test_closed_on_no_recorded_day_is_closed_after_its_end_or_at_all_times(ends: str | None, before: Lifecycle):
    assert states(charter(CLOSED, ends=ends), "2025-06-30", "2025-07-01") == [before, CLOSED]


@pytest.mark.parametrize("state", [PAUSED, PROPOSED])
def test_without_a_recorded_change_the_charter_stands_for_every_day(state: Lifecycle):
    assert states(charter(state), "2023-01-01", "2026-01-01") == [state, state]
