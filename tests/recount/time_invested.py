"""The hours that members may have spent: how many they are, times what their roles may spend."""

from fractions import Fraction

from tests.recount.days import Span
from tests.recount.known import Known
from tests.recount.lifecycles import active_days

A_YEAR = {"week": 52, "month": 12, "quarter": 4, "year": 1}


def hours_a_year(known: Known, community: str) -> tuple[Fraction, Fraction] | None:
    """The least and the most hours a year of all members together; None where members or time are not said."""
    data = known.charters[community].data
    times = [role["time"] for role in data["goal"]["members"] if "time" in role]
    if "count" not in (data.get("members") or {}) or not times:
        return None
    each = [Fraction(time["hours"]) * A_YEAR[time["per"]] for time in times]
    return data["members"]["count"] * min(each), data["members"]["count"] * max(each)


def time_invested(known: Known, community: str, span: Span) -> dict[str, object] | None:
    """The hours of the days of *span* on which the community was active."""
    hours = hours_a_year(known, community)
    if hours is None:
        return None
    share = active_days(known.charters[community], span) / Fraction("365.25")
    estimated = bool(known.charters[community].data["members"].get("estimated", False))
    return {"low": hours[0] * share, "high": hours[1] * share, "estimated": estimated}
