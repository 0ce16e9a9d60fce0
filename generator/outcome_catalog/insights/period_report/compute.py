"""A report on a period: everything it brought, section by section, for the organisation or for one community."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from outcome_catalog.insights.benefit import benefit_sums
from outcome_catalog.insights.figures import OutputFigure, ReuseEvent, ReuseState, RoleFigure, Vitality
from outcome_catalog.insights.indicator_rollups import IndicatorRollUp, indicator_rollups
from outcome_catalog.insights.not_possible_before import (
    NotPossibleBefore,
    best_first,
    statements_of_outcomes,
    statements_of_uses,
)
from outcome_catalog.insights.period_report.figures import (
    CommunityInPeriod,
    CyclesInPeriod,
    IndicatorInPeriod,
    PeriodReport,
    PromiseInPeriod,
    ReportedPeriod,
    ReuseInPeriod,
)
from outcome_catalog.insights.period_report.indicators import indicators_in_period
from outcome_catalog.insights.period_report.promises import promises_in_period
from outcome_catalog.insights.period_report.records import DatedUse, ReportRecords
from outcome_catalog.insights.period_report.reuse import reuse_in_period, uses_in_period
from outcome_catalog.insights.period_report.value import (
    all_cycles,
    all_time_invested,
    cycles_in_period,
    time_invested,
)
from outcome_catalog.insights.roles import role_figures
from outcome_catalog.insights.vitality import vitality
from outcome_catalog.model.artifact import ArtifactStatus
from outcome_catalog.model.catalog import Community
from outcome_catalog.model.ids import ArtifactRef, CommunityId
from outcome_catalog.model.lifecycle import lifecycle_on

_A_YEAR = timedelta(days=365)


def period_report(
    records: ReportRecords, reported: ReportedPeriod, community: CommunityId | None = None
) -> PeriodReport:
    """What the period brought, for *community* or for all of them.

    A community that had not begun by the judged day has no line, no promise and no indicator yet; what its artifacts,
    made elsewhere before, already brought is counted all the same, so that the periods add up to all time.
    """
    catalog = records.catalog
    asked = [each for each in catalog.communities.values() if community in (None, each.id)]
    present = [each for each in asked if each.charter.started <= reported.judged_on]
    dated = tuple(chain.from_iterable(records.uses.get(each.id, ()) for each in asked))
    indicators = {each.id: indicators_in_period(catalog, each, reported) for each in asked}
    promises = {each.id: _promises(records, each, reported) for each in present}
    reuse = reuse_in_period(records, dated, reported, community)
    cycles = {each.id: cycles_in_period(records, each, indicators[each.id], reported) for each in asked}
    lines = tuple(_community(records, each, cycles[each.id], reported) for each in present)
    return PeriodReport(
        reported=reported,
        as_of=catalog.as_of,
        community=community,
        cycles=all_cycles(list(cycles.values())),
        communities=lines,
        promises=tuple(chain.from_iterable(promises.values())),
        roles=tuple(chain.from_iterable(_roles(each, promises[each.id]) for each in present)),
        reuse=reuse,
        indicators=tuple(chain.from_iterable(indicators.values())),
        rollups=_rollups(records, present, indicators, reported),
        benefits=benefit_sums(catalog, uses_in_period(dated, reported)),
        time=all_time_invested([line.time for line in lines]),
        not_possible_before=_not_possible_before(records, asked, reuse, (indicators, reported.judged_on)),
        artifacts=_artifacts(records, asked, dated, reported),
    )


def _rollups(
    records: ReportRecords,
    communities: Iterable[Community],
    indicators: Mapping[CommunityId, Iterable[IndicatorInPeriod]],
    reported: ReportedPeriod,
) -> tuple[IndicatorRollUp, ...]:
    catalog = replace(records.catalog, communities={community.id: community for community in communities})
    figures = {
        community: {found.indicator.id: found.figure for found in of_community}
        for community, of_community in indicators.items()
    }
    return indicator_rollups(catalog, figures, judged_on=reported.judged_on)


def _not_possible_before(
    records: ReportRecords,
    communities: Iterable[Community],
    reuse: ReuseInPeriod,
    judged: tuple[Mapping[CommunityId, Iterable[IndicatorInPeriod]], date],
) -> tuple[NotPossibleBefore, ...]:
    """What the uses of the period say, counted or not, and the outcomes of who had begun, as they stood then."""
    indicators, judged_on = judged
    events: dict[CommunityId, list[ReuseEvent]] = defaultdict(list)
    for event in (*chain.from_iterable(use.events for use in reuse.uses), *reuse.shown):
        events[records.producer(event)].append(event)
    found: list[NotPossibleBefore] = []
    for community in communities:
        found += statements_of_uses(community.id, events[community.id])
        if community.charter.started <= judged_on:
            figures = {each.indicator.id: each.figure for each in indicators[community.id]}
            found += statements_of_outcomes(community, figures)
    return best_first(found)


def _promises(records: ReportRecords, community: Community, reported: ReportedPeriod) -> tuple[PromiseInPeriod, ...]:
    figures = records.figures.communities[community.id].outputs
    lifecycle = lifecycle_on(community.charter, reported.judged_on)
    done = (records.activity, reported)
    return tuple(promises_in_period(records.catalog, community, lifecycle, figures, done))


def _roles(community: Community, promises: Iterable[PromiseInPeriod]) -> tuple[RoleFigure, ...]:
    """Role by role, of what fell due: a promise that the period has nothing to do with has no state in it."""
    outputs = {
        found.promise.id: OutputFigure(
            community=community.id,
            output=found.promise.id,
            state=found.state,
            why=found.why,
            delivered=found.delivered,
        )
        for found in promises
    }
    return role_figures(community, outputs)


def _community(
    records: ReportRecords, community: Community, cycles: CyclesInPeriod, reported: ReportedPeriod
) -> CommunityInPeriod:
    a_year_before = reported.judged_on - _A_YEAR if reported.judged_on > date.min + _A_YEAR else date.min
    return CommunityInPeriod(
        community=community.id,
        lifecycle=lifecycle_on(community.charter, reported.judged_on),
        vitality=_vitality(records, community, reported.judged_on),
        a_year_before=None
        if community.charter.started > a_year_before
        else _vitality(records, community, a_year_before),
        cycles=cycles,
        time=time_invested(community, reported),
    )


def _vitality(records: ReportRecords, community: Community, day: date) -> Vitality:
    uses = tuple(dated.use for dated in records.uses.get(community.id, ()))
    return vitality(records.catalog, community, uses, records.activity, day)


def _artifacts(
    records: ReportRecords, communities: Iterable[Community], dated: Iterable[DatedUse], reported: ReportedPeriod
) -> dict[ReuseState, tuple[ArtifactRef, ...]]:
    """The published artifacts that could be found by the judged day, by whether a counted use had begun by then."""
    judged, grace = reported.judged_on, records.catalog.organisation.settings.first_reuse_grace_days
    used = {use.use.best.artifact for use in dated if use.began is None or use.began.start <= judged}
    found: dict[ReuseState, list[ArtifactRef]] = {state: [] for state in ReuseState}
    for artifact in chain.from_iterable(community.artifacts for community in communities):
        since = records.offered.get(artifact.ref)
        if since is None or since > judged or artifact.status is not ArtifactStatus.PUBLISHED:
            continue
        is_young = (judged - since).days < grace
        unused = ReuseState.TOO_YOUNG if is_young else ReuseState.WAITING
        found[ReuseState.REUSED if artifact.ref in used else unused].append(artifact.ref)
    return {state: tuple(refs) for state, refs in found.items()}
