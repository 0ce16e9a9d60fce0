"""What was promised for a period and what was delivered, as data."""

from outcome_catalog.insights.figures import PeriodDelivery
from outcome_catalog.insights.period_report.figures import PromiseInPeriod
from outcome_catalog.model.charter import ExpectedOutput
from outcome_catalog.publish.reports.data.sources import charter_source, output_pointer
from outcome_catalog.publish.reports.data.types import promises as types
from outcome_catalog.publish.reports.view import ReportView


def promises(view: ReportView) -> tuple[types.Promise, ...]:
    """Every expected output, by community and in the order of its charter."""
    return tuple(_promise(view, found) for found in view.report.promises)


def _promise(view: ReportView, found: PromiseInPeriod) -> types.Promise:
    catalog = view.context.catalog
    community = catalog.communities[found.community]
    return types.Promise(
        community=found.community,
        output=found.promise.id,
        title=found.promise.title,
        kind=found.promise.kind,
        promise=_promised(found.promise),
        state=found.state,
        why=view.text(found.why),
        expected=found.expected,
        fulfilled=found.fulfilled,
        delivered=found.delivered,
        due=found.due,
        kept=found.kept,
        carried_on=found.is_carried_on,
        periods=tuple(_period(period) for period in found.periods),
        source=charter_source(catalog, community, *output_pointer(community, found.promise.id)),
    )


def _promised(promise: ExpectedOutput) -> types.QuantityPromise | types.DuePromise | types.StandingPromise:
    if promise.quantity is not None:
        return types.QuantityPromise(count=promise.quantity.count, per=promise.quantity.per)
    return types.StandingPromise(standing=True) if promise.due is None else types.DuePromise(due=promise.due)


def _period(period: PeriodDelivery) -> types.PromisePeriod:
    return types.PromisePeriod(
        label=period.label,
        start=period.period.start,
        end=period.period.end or period.period.start,
        expected=period.expected,
        delivered=period.delivered,
        state=period.state,
        is_over=period.is_over,
    )
