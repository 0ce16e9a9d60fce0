"""Reports of the desk's catalog, or of another, and every form they are written in."""

from functools import lru_cache

from tests.publish.pages.rendering import SITE, a_context

from outcome_catalog.insights.period_report.compute import period_report
from outcome_catalog.insights.period_report.periods import reported_period, reported_periods
from outcome_catalog.insights.period_report.records import ReportRecords, report_records
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.ids import CommunityId
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.reports.view import ReportView, events_by_id
from outcome_catalog.publish.site_settings import SiteSettings

NOWHERE = SiteSettings(name="Meadow catalog")


def records_of(context: PublishContext) -> ReportRecords:
    return report_records(context.catalog, context.figures)


def view_of(
    period: str, catalog: Catalog | None = None, *, site: SiteSettings = SITE, community: str | None = None
) -> ReportView:
    """The report on *period* of *catalog*, the desk's where none is given."""
    context = _desk(site) if catalog is None else a_context(catalog, site)
    records = records_of(context)
    reported = reported_period(period, records)
    assert reported is not None, f"{period} is no period"
    found = period_report(records, reported, None if community is None else CommunityId(community))
    return ReportView(report=found, context=context, events=events_by_id(context))


def all_views(catalog: Catalog | None = None) -> list[ReportView]:
    """The report on every period."""
    context = _desk(SITE) if catalog is None else a_context(catalog)
    records = records_of(context)
    events = events_by_id(context)
    return [
        ReportView(report=period_report(records, reported), context=context, events=events)
        for reported in reported_periods(records)
    ]


@lru_cache(maxsize=4)
def _desk(site: SiteSettings) -> PublishContext:
    return a_context(site=site)
