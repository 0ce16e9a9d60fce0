"""A whole report as data."""

from functools import lru_cache

from outcome_catalog.insights.figures import BenefitSum, ReuseState
from outcome_catalog.insights.indicator_rollups import IndicatorRollUp
from outcome_catalog.insights.not_possible_before import NotPossibleBefore, Standing
from outcome_catalog.insights.period_report.figures import PeriodReport, ReportedPeriod
from outcome_catalog.publish.reports.data.communities import communities, funnel, time_invested
from outcome_catalog.publish.reports.data.indicators import indicators
from outcome_catalog.publish.reports.data.promises import promises
from outcome_catalog.publish.reports.data.reuse import reuse
from outcome_catalog.publish.reports.data.roles import roles
from outcome_catalog.publish.reports.data.sources import statement_source
from outcome_catalog.publish.reports.data.types import outcomes as types
from outcome_catalog.publish.reports.data.types.report import SCHEMA_VERSION, Report, ReportedDays
from outcome_catalog.publish.reports.view import ReportView


@lru_cache(maxsize=2)
def report_data(view: ReportView) -> Report:
    """Everything of the report, with the records that each figure was counted from."""
    report, catalog = view.report, view.context.catalog
    return Report(
        schema_version=SCHEMA_VERSION,
        organisation=catalog.organisation.name,
        community=report.community,
        period=_days(view, report.reported),
        as_of=report.as_of,
        commit=catalog.history.head,
        history=catalog.history.depth,
        left_out=tuple(document.path for document in catalog.left_out),
        funnel=funnel(view),
        communities=communities(view),
        promises=promises(view),
        roles=roles(view),
        reuse=reuse(view),
        indicators=indicators(view),
        rollups=tuple(_rollup(view, found) for found in report.rollups),
        benefits=tuple(_benefit(view, found) for found in report.benefits),
        time=time_invested(report.time),
        not_possible_before=tuple(_not_possible_before(view, found) for found in report.not_possible_before),
        artifacts=_artifacts(report),
    )


def _artifacts(report: PeriodReport) -> types.ArtifactStates:
    return types.ArtifactStates(
        reused=report.artifacts.get(ReuseState.REUSED, ()),
        waiting=report.artifacts.get(ReuseState.WAITING, ()),
        too_young=report.artifacts.get(ReuseState.TOO_YOUNG, ()),
    )


def _days(view: ReportView, reported: ReportedPeriod) -> ReportedDays:
    return ReportedDays(
        label=reported.label,
        slug=view.slug,
        per=reported.per,
        start=reported.period.start,
        end=reported.period.end or reported.judged_on,
        judged_on=reported.judged_on,
        is_over=reported.is_over,
    )


def _rollup(view: ReportView, found: IndicatorRollUp) -> types.RollUp:
    return types.RollUp(
        id=found.indicator,
        title=found.title,
        unit=found.unit,
        measure=found.measure,
        direction=found.direction,
        aggregation=found.aggregation,
        members=tuple(f"{member.community}/{member.indicator.id}" for member in found.members),
        measured=tuple(f"{member.community}/{member.indicator.id}" for member in found.taken_in),
        baseline=found.baseline,
        target=found.target,
        latest=found.latest,
        progress=found.progress,
        estimated=found.estimated,
        why=view.text(found.why),
    )


def _not_possible_before(view: ReportView, found: NotPossibleBefore) -> types.NotPossibleBefore:
    return types.NotPossibleBefore(
        community=found.community,
        text=found.text,
        from_="use" if found.outcome is None else "outcome",
        id=found.outcome or found.event or "",
        grade=found.grade,
        standing=found.standing,
        shown=found.standing is not Standing.NOT_COUNTED,
        why=view.text(found.why),
        source=statement_source(view.context.catalog, found),
    )


def _benefit(view: ReportView, found: BenefitSum) -> types.Benefit:
    return types.Benefit(
        unit=found.unit,
        grade=found.grade,
        floor=found.floor,
        ceiling=found.ceiling,
        uses=found.uses,
        estimated=found.estimated,
        note=view.text(found.note),
    )
