"""Indicators of several communities taken together, where their charters allow it."""

from fractions import Fraction
from typing import Any

from tests.recount.days import Day
from tests.recount.indicators import Indicator, indicators, number
from tests.recount.known import Known
from tests.recount.lifecycles import state_on

SAME = ("id", "unit", "measure", "direction", "aggregation")
COMBINED = {"sum": {"number", "money"}, "mean": {"number", "money", "percent", "scale"}}


def rollups(known: Known, communities: list[str], day: Day) -> list[dict[str, Any]]:
    """One row for each measure that several communities have."""
    groups: dict[tuple[object, ...], list[Indicator]] = {}
    for community in communities:
        for indicator in indicators(known, community):
            if indicator.data.get("measure", "number") in COMBINED.get(indicator.data.get("aggregation", "none"), ()):
                groups.setdefault(_measure(indicator), []).append(indicator)
    shared = [(key, group) for key, group in groups.items() if len({one.community for one in group}) > 1]
    return [_rollup(known, key, group, day) for key, group in shared]


def _measure(indicator: Indicator) -> tuple[object, ...]:
    return tuple({"measure": "number", "aggregation": "none", **indicator.data}[key] for key in SAME)


def _rollup(known: Known, key: tuple[object, ...], group: list[Indicator], day: Day) -> dict[str, Any]:
    taken = [one for one in group if one.latest(day) and state_on(known.charters[one.community], day) != "closed"]
    share = Fraction(1, len(taken) or 1) if key[-1] == "mean" else 1
    values = [
        [number(one.baseline["value"]), number(one.target(day)["value"]), number((one.latest(day) or {})["value"])]
        for one in taken
    ]
    start, end, now = (sum(column) * share for column in zip(*values, strict=True)) if taken else (None, None, None)
    return {
        **dict(zip(SAME, key, strict=True)),
        "title": group[0].data["title"],
        "members": sorted(f"{one.community}/{one.id}" for one in group),
        "measured": sorted(f"{one.community}/{one.id}" for one in taken),
        "baseline": start,
        "target": end,
        "latest": now,
        "estimated": any(_is_estimated(one, day) for one in taken),
        "progress": _progress(start, end, now, str(key[SAME.index("direction")])) if taken else None,
    }


def _is_estimated(one: Indicator, day: Day) -> bool:
    said = (one.baseline, one.target(day), one.latest(day) or {})
    return any(bool(value.get("estimated", False)) for value in said)


def _progress(start: Fraction, end: Fraction, now: Fraction, direction: str) -> Fraction | None:
    if start != end:
        return (now - start) / (end - start)
    worse = now < start if direction == "increase" else now > start
    return None if worse else Fraction(1)
