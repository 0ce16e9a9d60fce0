"""Every report that the site has: all time, and each year, quarter and month with something in it or between."""

from collections.abc import Iterator, Sequence

from outcome_catalog.insights.period_report.compute import period_report
from outcome_catalog.insights.period_report.figures import ReportedPeriod
from outcome_catalog.insights.period_report.periods import periods_of_length, reported_periods
from outcome_catalog.model.dates import Per
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.reports.view import ReportView, events_by_id


def every_report(context: PublishContext) -> Iterator[ReportView]:
    """The report on every period: all time first, then years, quarters and months, each in date order."""
    events = events_by_id(context)
    for reported in reported_periods(context.records):
        yield ReportView(report=period_report(context.records, reported), context=context, events=events)


def latest_reports(context: PublishContext, per: Per, number: int) -> tuple[ReportView, ...]:
    """The reports on the latest *number* periods of that length, oldest first; the last is the running one."""
    events = events_by_id(context)
    periods = tuple(periods_of_length(reported_periods(context.records), per))[-number:]
    return tuple(
        ReportView(report=period_report(context.records, each), context=context, events=events) for each in periods
    )


def period_around(period: ReportedPeriod, others: Sequence[ReportedPeriod], per: Per) -> ReportedPeriod | None:
    """The one of *others* that is *per* long and in which *period* ends, None where there is none."""
    end = period.period.end or period.judged_on
    return next((other for other in others if other.per is per and end in other.period), None)
