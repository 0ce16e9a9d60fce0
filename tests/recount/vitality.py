"""Vitality: activity by benefit in the window that ends on a day (data-model §7)."""

import datetime
from typing import Any

from tests.recount.activity import commits
from tests.recount.days import Day, Span, day_of
from tests.recount.indicators import indicators
from tests.recount.known import Known
from tests.recount.lifecycles import state_on
from tests.recount.reuse_uses import uses

WORDS = {(True, True): "productive", (True, False): "busy", (False, True): "harvested", (False, False): "silent"}


def window(known: Known, day: Day) -> Span:
    return Span(day - datetime.timedelta(days=known.setting("vitality_window_days", 180) - 1), day)


def vitality(known: Known, community: str, day: Day) -> dict[str, Any]:
    """The word for the day, and what it was drawn from."""
    span = window(known, day)
    done = commits(known, span, community)
    attested = sorted(
        use.id
        for use in uses(known)
        if use.counted and use.community == community and use.grade != "claimed" and span.holds(use.span.first)
    )
    moved = [indicator.id for indicator in indicators(known, community) if indicator.moved_the_right_way(span)]
    return {
        "state": _state(known, community, day, bool(done), bool(attested or moved)),
        "from": span.first,
        "to": span.last,
        "commits": len(done),
        "attested_uses": attested,
        "moved_indicators": moved,
    }


def _state(known: Known, community: str, day: Day, active: bool, benefit: bool) -> str:
    charter = known.charters[community]
    if state_on(charter, day) == "closed":
        return "closed"
    if day_of(charter.data["started"]) > window(known, day).first:
        return "starting"
    if known.history.depth == "none":
        return "not measured"
    return WORDS[active, benefit]
