"""What a charter promises, what was delivered of it for which period, and how each promise stands (data-model §7)."""

import datetime
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.recount.activity import changed_artifacts
from tests.recount.days import ONE_DAY, Day, NamedSpan, Span, about_span, day_of, periods_touching
from tests.recount.known import Known
from tests.recount.lifecycles import active_days, promises_hold, state_on
from tests.recount.source_files import Document
from tests.recount.vitality import window

A_QUARTER = 92


@dataclass(frozen=True, eq=False)
class PromisePeriod:
    """One period of a promise of so many a period."""

    named: NamedSpan
    expected: int
    delivered: list[str]
    over_after: Day


@dataclass(frozen=True, eq=False)
class Reported:
    """The days that a report is about: S..E', judged on E, with what was known on D."""

    span: Span
    judged_on: Day
    known_on: Day
    is_all_time: bool

    @property
    def is_over(self) -> bool:
        return self.known_on > self.span.last

    @property
    def judged_span(self) -> Span:
        return Span(self.span.first, self.judged_on)


def deliveries(known: Known, community: str, output: str) -> list[Document]:
    """The artifacts that fulfil an output, oldest first: no drafts, and no translation of another of them."""
    found = [one for one in known.artifacts.values() if _fulfils(one, community, output)]
    ever = [one.name for one in known.files.artifacts.values() if _fulfils(one, community, output)]
    left = [one for one in found if known.will_be_artifact(one.data.get("translation_of", "")) not in ever]
    return sorted(left, key=lambda artifact: (str(artifact.data["date"]), artifact.name))


def _fulfils(artifact: Document, community: str, output: str) -> bool:
    return (
        artifact.community == community
        and artifact.data.get("output") == output
        and artifact.data.get("status") != "draft"
    )


@cache
def promised_span(charter: Document, until: Day) -> Span | None:
    """From the first day on which promises hold to the last, looking no further than *until*."""
    first = day_of(charter.data["started"])
    held = [day for day in _days(first, until) if promises_hold(charter, day)]
    return Span(held[0], held[-1]) if held else None


def _days(first: Day, last: Day) -> list[Day]:
    return [first + number * ONE_DAY for number in range((last - first).days + 1)]


@cache
def promise_periods(known: Known, community: str, output: str) -> tuple[PromisePeriod, ...]:
    """The periods of a quantity, oldest first, from the first day of the promise to the day of knowledge."""
    charter = known.charters[community]
    quantity = next(one for one in charter.data["expected_outputs"] if one["id"] == output)["quantity"]
    held = promised_span(charter, known.day)
    if held is None:
        return ()
    year_starts = known.setting("reporting_year_starts", "01-01")
    made = deliveries(known, community, output)
    are_reports = any("period" in one.data for one in made)
    periods = periods_touching(held, quantity["per"], year_starts)
    kept = {one.name: _periods_kept(one, quantity["per"], year_starts) for one in made}
    return tuple(
        PromisePeriod(
            named,
            quantity["count"] * active_days(charter, named.span) // named.span.days,
            [one.name for one in made if named.label in kept[one.name]],
            _over_after(charter, known, named, are_reports=are_reports),
        )
        for named in periods
    )


def _over_after(charter: Document, known: Known, named: NamedSpan, *, are_reports: bool) -> Day:
    """The last day on which the period is not yet over: its own last, or the last before the promise ended for good.

    A report can only follow its period, by as many days as the period has, or a quarter's.
    """
    grace = datetime.timedelta(days=min(named.span.days, A_QUARTER) if are_reports else 0)
    ended = [day for day in _days(named.span.first, named.span.last) if promises_hold(charter, day)]
    for_good = state_on(charter, known.day) in ("closed", "paused") and ended and ended[-1] < known.day
    return (ended[-1] if for_good else named.span.last) + grace


def _periods_kept(artifact: Document, per: str, year_starts: str) -> list[str]:
    """Labels of the periods whose promise it keeps: those it is wholly about, else the one in which that ends."""
    about = artifact.data.get("period")
    day = day_of(artifact.data["date"])
    span = about_span(about) if about is not None else Span(day, day)
    touched = periods_touching(span, per, year_starts)
    whole = [named.label for named in touched if named.span.lies_in(span)]
    return whole or [named.label for named in touched if named.span.holds(span.last)]


def promise_figure(known: Known, community: str, promised: dict[str, Any], reported: Reported) -> dict[str, Any] | None:
    """What the report says of one promise; None where the period has nothing to do with it."""
    if "quantity" in promised:
        figure = _quantity(known, community, promised, reported)
    elif "due" in promised:
        figure = _due(known, community, promised, reported)
    else:
        figure = _standing(known, community, promised, reported)
    return figure and _by_lifecycle(figure, state_on(known.charters[community], reported.judged_on))


def _quantity(known: Known, community: str, promised: dict[str, Any], reported: Reported) -> dict[str, Any] | None:
    every = promise_periods(known, community, promised["id"])
    of_these = [one for one in every if reported.is_all_time or reported.span.holds(one.named.span.last)]
    over = [one for one in of_these if known.day > one.over_after and one.expected > 0]
    made = [one.name for one in deliveries(known, community, promised["id"])]
    delivered = [name for name in made if any(name in one.delivered for one in of_these)]
    kept = [one for one in over if len(one.delivered) >= one.expected]
    return (
        None
        if not of_these
        else {
            "state": _quantity_state(every, of_these, over, kept),
            "expected": sum(one.expected for one in over),
            "fulfilled": sum(min(one.expected, len(one.delivered)) for one in over),
            "delivered": delivered,
            "due": len(over),
            "kept": len(kept),
            "carried_on": False,
            "periods": [_period_figure(known, one) for one in of_these],
        }
    )


def _quantity_state(
    every: tuple[PromisePeriod, ...],
    of_these: list[PromisePeriod],
    over: list[PromisePeriod],
    kept: list[PromisePeriod],
) -> str:
    if not over:
        last = of_these[-1]
        return "met" if last.expected > 0 and len(last.delivered) >= last.expected else "not due"
    if len(kept) == len(over):
        return "met"
    if any(one.delivered for one in over):
        return "partly"
    earlier = [one for one in every if one.named.span.last < of_these[0].named.span.first]
    return "overdue" if any(one.delivered for one in earlier) else "nothing yet"


def _period_figure(known: Known, one: PromisePeriod) -> dict[str, Any]:
    return {
        "label": one.named.label,
        "start": one.named.span.first,
        "end": one.named.span.last,
        "expected": one.expected,
        "delivered": one.delivered,
        "is_over": known.day > one.over_after,
        "state": _period_state(known, one),
    }


def _period_state(known: Known, one: PromisePeriod) -> str:
    """Met once all is there; until the period is over, what is missing is no fault."""
    if one.expected == 0:
        return "nothing expected"
    if len(one.delivered) >= one.expected:
        return "met"
    if known.day <= one.over_after:
        return "running"
    return "partly" if one.delivered else "nothing"


def _due(known: Known, community: str, promised: dict[str, Any], reported: Reported) -> dict[str, Any] | None:
    day = day_of(promised["due"])
    made = deliveries(known, community, promised["id"])
    before = [one for one in made if day_of(one.data["date"]) < reported.span.first]
    charter, judged_on = known.charters[community], reported.judged_on
    owed = state_on(charter, day) == "active"
    carried_on = day < reported.span.first and not before and owed and state_on(charter, judged_on) == "active"
    if not (reported.is_all_time or reported.span.holds(day) or carried_on):
        return None
    delivered = _dated_until(made, reported.judged_on)
    late = day < reported.judged_on or (day == reported.judged_on and reported.is_over)
    due = 1 if late and owed and (reported.is_all_time or not carried_on) else 0
    kept = due if delivered else 0
    return {
        "state": "met" if delivered else "not due" if not late else "overdue" if owed else "nothing yet",
        "expected": due,
        "fulfilled": kept,
        "delivered": delivered,
        "due": due,
        "kept": kept,
        "carried_on": carried_on and not reported.is_all_time,
        "periods": [],
    }


def _standing(known: Known, community: str, promised: dict[str, Any], reported: Reported) -> dict[str, Any] | None:
    if state_on(known.charters[community], reported.judged_on) == "closed":
        return None
    delivered = _dated_until(deliveries(known, community, promised["id"]), reported.judged_on)
    changed = changed_artifacts(known, window(known, reported.judged_on))
    state = "met" if changed & set(delivered) else "partly" if delivered else "nothing yet"
    nothing = {"expected": None, "fulfilled": None, "due": None, "kept": None}
    return {"state": state, "delivered": delivered, "carried_on": False, "periods": [], **nothing}


def _dated_until(made: list[Document], day: Day) -> list[str]:
    return [one.name for one in made if day_of(one.data["date"]) <= day]


def _by_lifecycle(figure: dict[str, Any], lifecycle: str) -> dict[str, Any]:
    """A proposed community owes nothing yet, a paused or closed one nothing more."""
    if lifecycle == "proposed" and figure["state"] in ("overdue", "nothing yet"):
        nothing = None if figure["expected"] is None else 0
        none = dict.fromkeys(("expected", "fulfilled", "due", "kept"), nothing)
        return {**figure, "state": "not due", **none}
    if lifecycle in ("paused", "closed") and figure["state"] == "overdue":
        return {**figure, "state": "nothing yet"}
    return figure
