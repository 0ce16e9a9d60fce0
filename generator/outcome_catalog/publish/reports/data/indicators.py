"""Indicators from baseline to target, and those that may be combined, as data."""

from outcome_catalog.insights.period_report.figures import IndicatorInPeriod
from outcome_catalog.model.charter import DatedValue
from outcome_catalog.model.measurement import MeasuredValue
from outcome_catalog.publish.reports.data.sources import charter_source, file_source, indicator_pointer
from outcome_catalog.publish.reports.data.types import outcomes as types
from outcome_catalog.publish.reports.data.types.common import Source
from outcome_catalog.publish.reports.view import ReportView


def indicators(view: ReportView) -> tuple[types.IndicatorInPeriod, ...]:
    """Every indicator as it stood at the end of the period."""
    return tuple(_indicator(view, found) for found in view.report.indicators)


def _indicator(view: ReportView, found: IndicatorInPeriod) -> types.IndicatorInPeriod:
    indicator, figure = found.indicator, found.figure
    return types.IndicatorInPeriod(
        community=found.community,
        outcome=found.outcome.id,
        id=indicator.id,
        title=indicator.title,
        unit=indicator.unit,
        measure=indicator.measure,
        direction=indicator.direction,
        aggregation=indicator.aggregation,
        baseline=_stated(indicator.baseline),
        target=_stated(figure.target),
        latest=None if figure.latest is None else _measured(figure.latest),
        measured=tuple(_measured(value) for value in found.measured),
        before=found.movement.before,
        moved=found.movement.change,
        state=figure.state,
        why=view.text(figure.why),
        progress=figure.progress,
        time_gone=figure.time_gone,
        source=indicator_source(view, found),
    )


def indicator_source(view: ReportView, found: IndicatorInPeriod) -> Source:
    """The file of its measurements; its place in the charter where nothing was ever measured."""
    catalog = view.context.catalog
    community = catalog.communities[found.community]
    measurement = community.measurements.get(found.indicator.id)
    if measurement is not None:
        return file_source(catalog, measurement.origin.path)
    return charter_source(catalog, community, *indicator_pointer(community, found.indicator.id))


def _stated(value: DatedValue) -> types.StatedValue:
    return types.StatedValue(date=value.date, value=value.value, estimated=value.estimated)


def _measured(value: MeasuredValue) -> types.Measured:
    return types.Measured(
        date=value.date,
        value=value.value,
        estimated=value.estimated,
        evidence=value.evidence,
        comment=value.comment,
    )
