"""Each indicator of a charter: where it stands on a day, what it did within a stretch of days (data-model §7)."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.recount.days import Day, Span, day_of
from tests.recount.known import Known


def number(value: Any) -> Fraction:
    """The value as a number: yes is 1 and no is 0."""
    return Fraction(Decimal(int(value)) if isinstance(value, bool) else value)


@dataclass(frozen=True, eq=False)
class Indicator:
    """An indicator with its place in the charter and the values known of it."""

    community: str
    outcome: str
    place: tuple[int, int]
    data: dict[str, Any]
    values: list[dict[str, Any]]

    @property
    def id(self) -> str:
        return str(self.data["id"])

    @property
    def baseline(self) -> dict[str, Any]:
        return dict(self.data["baseline"])

    def after_baseline(self, until: Day) -> list[dict[str, Any]]:
        since = day_of(self.baseline["date"])
        return [value for value in self.values if since < day_of(value["date"]) <= until]

    def latest(self, day: Day) -> dict[str, Any] | None:
        found = self.after_baseline(day)
        return found[-1] if found else None

    def target(self, day: Day) -> dict[str, Any]:
        """The next target that lies ahead or is of the day, otherwise the last."""
        targets = sorted(self.data["targets"], key=lambda target: str(target["date"]))
        return next((target for target in targets if day_of(target["date"]) >= day), targets[-1])

    def is_better(self, one: Fraction, other: Fraction) -> bool:
        return one > other if self.data["direction"] == "increase" else one < other

    def progress(self, day: Day) -> Fraction | None:
        """The share of the way from baseline to target; a target equal to its baseline asks to keep it."""
        latest = self.latest(day)
        if latest is None:
            return None
        start, end, now = (number(one["value"]) for one in (self.baseline, self.target(day), latest))
        if start == end:
            return None if self.is_better(start, now) else Fraction(1)
        return (now - start) / (end - start)

    def time_gone(self, day: Day) -> Fraction:
        """The share of the days from baseline to target that has gone by."""
        start, end = day_of(self.baseline["date"]), day_of(self.target(day)["date"])
        if end <= start:
            return Fraction(1)
        return min(Fraction(1), max(Fraction(0), Fraction((day - start).days, (end - start).days)))

    def state(self, day: Day, known_on: Day) -> str:
        """The state on a day; a day before that of knowledge is over, and so is a target on it."""
        done = self.progress(day)
        if self.latest(day) is None:
            return "not measured"
        if done is not None and done >= 1:
            return "achieved"
        wanted_by = day_of(self.target(day)["date"])
        if wanted_by <= day and wanted_by < known_on:
            return "missed"
        if done is None or done < 0:
            return "worsened"
        return "on track" if done >= self.time_gone(day) else "behind"

    def before(self, span: Span) -> dict[str, Any]:
        """The last value before the stretch, or the baseline where there is none after it."""
        earlier = [value for value in self.after_baseline(span.last) if day_of(value["date"]) < span.first]
        return earlier[-1] if earlier else self.baseline

    def measured(self, span: Span) -> list[dict[str, Any]]:
        return [value for value in self.values if span.holds(day_of(value["date"]))]

    def moved(self, span: Span) -> Fraction | None:
        """By how much the last value within the stretch differs from the one before the stretch."""
        within = [value for value in self.after_baseline(span.last) if day_of(value["date"]) >= span.first]
        return number(within[-1]["value"]) - number(self.before(span)["value"]) if within else None

    def moved_the_right_way(self, span: Span) -> bool:
        moved = self.moved(span)
        return moved is not None and self.is_better(moved, Fraction(0))


def indicators(known: Known, community: str) -> list[Indicator]:
    """The indicators of a community in the order of its charter."""
    found = []
    for number_of_outcome, outcome in enumerate(known.charters[community].data["outcomes"]):
        for number_of_indicator, data in enumerate(outcome.get("indicators") or ()):
            values = known.values(community, data["id"])
            place = (number_of_outcome, number_of_indicator)
            found.append(Indicator(community, outcome["id"], place, data, values))
    return found
