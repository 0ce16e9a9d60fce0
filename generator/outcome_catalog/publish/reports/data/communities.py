"""The communities of a report, and its funnel, as data."""

from outcome_catalog.insights.figures import Vitality
from outcome_catalog.insights.period_report.figures import CommunityInPeriod, CyclesInPeriod, TimeInvested
from outcome_catalog.model.ids import CommunityId
from outcome_catalog.publish.addresses import community_url
from outcome_catalog.publish.reports.data.sources import charter_source
from outcome_catalog.publish.reports.data.types import communities as types
from outcome_catalog.publish.reports.view import ReportView

_DECIMALS_OF_HOURS = 2


def funnel(view: ReportView) -> types.Funnel:
    """The five value cycles with their records."""
    cycles = view.report.cycles
    revisions = tuple(_revision(view, community, place) for community, place in cycles.reframing)
    indicators = tuple(f"{community}/{indicator}" for community, indicator in cycles.realised)
    return types.Funnel(
        immediate=types.Activity(count=len(cycles.immediate), commits=cycles.immediate),
        potential=types.NewArtifacts(count=len(cycles.potential), artifacts=cycles.potential),
        applied=types.Applied(count=len(cycles.applied), uses=cycles.applied),
        realised=types.Realised(count=len(indicators), indicators=indicators),
        reframing=types.Reframing(count=len(revisions), revisions=revisions),
    )


def communities(view: ReportView) -> tuple[types.CommunityFigures, ...]:
    """Every community of the report, by id."""
    return tuple(_community(view, found) for found in sorted(view.report.communities, key=lambda c: c.community))


def time_invested(time: TimeInvested) -> types.TimeInvested:
    """The hours of all communities."""
    return types.TimeInvested(
        low=_rounded(time.low), high=_rounded(time.high), estimated=time.estimated, of=time.of, without=time.without
    )


def _community(view: ReportView, found: CommunityInPeriod) -> types.CommunityFigures:
    community = view.context.catalog.communities[found.community]
    before = found.a_year_before
    return types.CommunityFigures(
        id=found.community,
        title=community.charter.title,
        lifecycle=found.lifecycle,
        url=community_url(found.community),
        source=charter_source(view.context.catalog, community),
        vitality=_vitality(view, found.vitality),
        a_year_before=None if before is None else _vitality(view, before),
        funnel=_counts(found.cycles),
        time=_hours(found.time),
    )


def _hours(time: TimeInvested) -> types.Hours | None:
    if time.low is None:
        return None
    return types.Hours(low=_rounded(time.low), high=_rounded(time.high), estimated=time.estimated)


def _rounded(hours: float | None) -> float | None:
    return None if hours is None else round(hours, _DECIMALS_OF_HOURS)


def _vitality(view: ReportView, vitality: Vitality) -> types.VitalityInputs:
    return types.VitalityInputs(
        state=vitality.state,
        why=view.text(vitality.why),
        from_=vitality.window.start,
        to=vitality.window.end or vitality.window.start,
        commits=len(vitality.commits),
        attested_uses=vitality.attested_uses,
        moved_indicators=vitality.moved_indicators,
    )


def _counts(cycles: CyclesInPeriod) -> types.CycleCounts:
    return types.CycleCounts(
        immediate=len(cycles.immediate),
        potential=len(cycles.potential),
        applied=len(cycles.applied),
        realised=len(cycles.realised),
        reframing=len(cycles.reframing),
    )


def _revision(view: ReportView, community: CommunityId, place: int) -> types.Revision:
    revision = view.context.catalog.communities[community].charter.revisions[place]
    return types.Revision(community=community, date=revision.date, change=revision.change)
