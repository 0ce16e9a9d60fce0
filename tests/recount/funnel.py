"""The five value cycles as they went in a stretch of days: immediate, potential, applied, realised, reframing."""

from functools import cache
from typing import Any

from tests.recount.activity import commits
from tests.recount.days import Day, Span, day_of
from tests.recount.indicators import Indicator, indicators
from tests.recount.known import Known
from tests.recount.promises import Reported
from tests.recount.reuse_uses import Use, uses


def offered(known: Known, ref: str) -> Day:
    """The day on which the artifact was first there to be used."""
    return known.recorded(known.artifacts[ref])


def new_artifacts(known: Known, span: Span, communities: list[str]) -> list[str]:
    return sorted(
        ref
        for ref, artifact in known.artifacts.items()
        if artifact.community in communities
        and artifact.data.get("status") != "draft"
        and span.holds(offered(known, ref))
    )


def began_in(use: Use, reported: Reported) -> bool:
    """Whether all the days on which the use may have begun lie in the period."""
    if reported.is_all_time:
        return True
    return use.span.lies_in(reported.span if use.earliest.date is not None else reported.judged_span)


def too_rough_for(use: Use, reported: Reported) -> bool:
    return use.earliest.date is not None and not began_in(use, reported) and use.span.overlaps(reported.span)


@cache
def counted_uses(known: Known) -> tuple[Use, ...]:
    return tuple(use for use in uses(known) if use.counted)


def applied_uses(known: Known, reported: Reported, communities: list[str]) -> list[Use]:
    return [use for use in counted_uses(known) if use.community in communities and began_in(use, reported)]


def realised_indicators(known: Known, span: Span, communities: list[str]) -> list[Indicator]:
    every = [indicator for community in communities for indicator in indicators(known, community)]
    return [indicator for indicator in every if indicator.moved_the_right_way(span)]


def revisions(known: Known, span: Span, communities: list[str]) -> list[dict[str, Any]]:
    return [
        {"community": community, "date": str(revision["date"]), "change": revision["change"]}
        for community in communities
        for revision in known.charters[community].data.get("revisions") or ()
        if span.holds(day_of(revision["date"]))
    ]


def funnel(known: Known, reported: Reported, communities: list[str]) -> dict[str, list[Any]]:
    """The records behind each of the five counts."""
    span = reported.judged_span
    return {
        "immediate": sorted({commit for community in communities for commit in commits(known, span, community)}),
        "potential": new_artifacts(known, span, communities),
        "applied": sorted(use.id for use in applied_uses(known, reported, communities)),
        "realised": sorted(f"{one.community}/{one.id}" for one in realised_indicators(known, span, communities)),
        "reframing": revisions(known, span, communities),
    }
