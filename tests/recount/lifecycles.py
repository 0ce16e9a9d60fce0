"""In which state a community was on a day, and on which days its promises held."""

from dataclasses import replace
from functools import cache

from tests.recount.days import ONE_DAY, Day, Span, day_of
from tests.recount.source_files import Document


@cache
def _changes(charter: Document) -> list[tuple[str, str]]:
    changes = charter.data.get("lifecycle_history") or ()
    return sorted((str(change["date"]), change["state"]) for change in changes)


def state_on(charter: Document, day: Day) -> str:
    """proposed, active, paused or closed: the last change by then; before a first change to active, proposed."""
    data, changes = charter.data, _changes(charter)
    was_told = "closed" in [state for _, state in changes]
    if data["lifecycle"] == "closed" and not was_told and ("ends" not in data or day > day_of(data["ends"])):
        return "closed"
    so_far = [state for on, state in changes if on <= day.isoformat()]
    if so_far:
        return str(so_far[-1])
    if changes:
        return "active" if changes[0][1] != "active" and day >= day_of(data["started"]) else "proposed"
    if data["lifecycle"] in ("active", "closed"):
        return "active" if day >= day_of(data["started"]) else "proposed"
    return str(data["lifecycle"])


def charter_as_of(charter: Document, day: Day) -> Document:
    """The charter without what came after the day, a change of state or a count; an end ahead is a plan."""
    data = dict(charter.data)
    data["lifecycle"] = state_on(charter, day)
    data["lifecycle_history"] = [one for one in data.get("lifecycle_history") or () if day_of(one["date"]) <= day]
    members = data.get("members") or {}
    if "as_of" in members and day_of(members["as_of"]) > day:
        del data["members"]
    return replace(charter, data=data)


@cache
def promises_hold(charter: Document, day: Day) -> bool:
    """Whether the community was active on the day: started, not ended, neither paused nor closed nor only proposed."""
    data = charter.data
    if day < day_of(data["started"]):
        return False
    if "ends" in data:
        if day > day_of(data["ends"]):
            return False
        if not data.get("lifecycle_history"):
            return True
    return state_on(charter, day) == "active"


def active_days(charter: Document, span: Span) -> int:
    """On how many days of the span the promises held, told day by day."""
    return sum(promises_hold(charter, span.first + number * ONE_DAY) for number in range(span.days))
