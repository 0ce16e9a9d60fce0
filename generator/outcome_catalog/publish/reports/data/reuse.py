"""The reuse that began in a period, as data."""

from collections.abc import Mapping

from outcome_catalog.insights.figures import Grade, NotCounted, Party, PlaceOfUse, ReuseEvent
from outcome_catalog.insights.period_report.figures import PartyInPeriod
from outcome_catalog.insights.uses import Use
from outcome_catalog.model.reuse import Benefit
from outcome_catalog.publish.addresses import external_url
from outcome_catalog.publish.reports.data.sources import event_source
from outcome_catalog.publish.reports.data.types import reuse as types
from outcome_catalog.publish.reports.data.types.common import GradeCounts
from outcome_catalog.publish.reports.uses import stated_benefit
from outcome_catalog.publish.reports.view import ReportView


def reuse(view: ReportView) -> types.Reuse:
    """Counts by grade, who reuses, and every use with its sources; those that are only shown come last."""
    found = view.report.reuse
    return types.Reuse(
        counted=len(found.uses),
        by_grade=_grades(found.by_grade),
        not_counted=_not_counted(found.not_counted),
        parties=tuple(_party_uses(party) for party in found.parties),
        units=tuple(_party_uses(unit) for unit in found.units),
        dated_too_roughly=found.dated_too_roughly,
        uses=(*(_use(view, use) for use in found.uses), *(_shown(view, event) for event in found.shown)),
    )


def _grades(counts: Mapping[Grade, int]) -> GradeCounts:
    return GradeCounts(
        claimed=counts.get(Grade.CLAIMED, 0),
        attested=counts.get(Grade.ATTESTED, 0),
        verified=counts.get(Grade.VERIFIED, 0),
    )


def _not_counted(counts: Mapping[NotCounted, int]) -> types.NotCountedEvents:
    return types.NotCountedEvents(
        planned=counts.get(NotCounted.PLANNED, 0),
        rejected=counts.get(NotCounted.REJECTED, 0),
        internal=counts.get(NotCounted.INTERNAL, 0),
        withdrawn=counts.get(NotCounted.WITHDRAWN, 0),
        broken=counts.get(NotCounted.BROKEN, 0),
        left_out=counts.get(NotCounted.LEFT_OUT, 0),
        same_use=counts.get(NotCounted.SAME_USE, 0),
    )


def _party_uses(found: PartyInPeriod) -> types.PartyUses:
    party = found.party
    return types.PartyUses(
        unit=party.unit,
        external=party.external,
        community=party.community,
        counted=len(found.uses),
        by_grade=_grades(found.by_grade),
        uses=found.uses,
    )


def _use(view: ReportView, use: Use) -> types.ReportedUse:
    return _reported(view, use.best, use.opening, use.events)


def _shown(view: ReportView, event: ReuseEvent) -> types.ReportedUse:
    return _reported(view, event, event, (event,))


def _reported(
    view: ReportView, best: ReuseEvent, opening: ReuseEvent, sources: tuple[ReuseEvent, ...]
) -> types.ReportedUse:
    benefit = stated_benefit(sources)
    return types.ReportedUse(
        id=best.id,
        artifact=best.artifact,
        used_by=_party(best.party),
        used_in=_place(best.place),
        mode=best.mode,
        date=None if opening.date is None else opening.date.text,
        recorded=opening.recorded,
        first_day=opening.first_day,
        grade=best.grade,
        reason=view.text(best.reason),
        counted=best.counted,
        not_counted=best.not_counted,
        benefit=None if benefit is None else _benefit(benefit),
        sources=tuple(event_source(event) for event in sources),
    )


def _party(party: Party) -> types.UsedBy:
    return types.UsedBy(unit=party.unit, external=party.external, community=party.community)


def _place(place: PlaceOfUse) -> types.UsedIn:
    return types.UsedIn(
        title=place.title,
        url=external_url(place.url),
        artifact=place.artifact,
        repository=external_url(place.repository),
        path=place.path,
        commit=place.commit,
        internal=place.internal,
    )


def _benefit(benefit: Benefit) -> types.UseBenefit:
    return types.UseBenefit(
        statement=benefit.statement,
        indicator=benefit.indicator,
        unit=benefit.unit,
        low=benefit.low,
        high=benefit.high,
        method=benefit.method,
        estimated=benefit.estimated,
        not_possible_before=benefit.not_possible_before,
    )
