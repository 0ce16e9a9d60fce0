"""The reports: a list of all periods, and for each its page with the same as Markdown, CSV and JSON beside it."""

from collections.abc import Iterator, Sequence

from outcome_catalog.insights.period_report.figures import ReportedPeriod
from outcome_catalog.insights.period_report.periods import period_slug
from outcome_catalog.model.dates import Per
from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.links import Meta, link
from outcome_catalog.publish.pages.report_index import report_index
from outcome_catalog.publish.reports.content import period_name, report_document
from outcome_catalog.publish.reports.every_report import every_report, period_around
from outcome_catalog.publish.reports.formats import FORMATS
from outcome_catalog.publish.reports.json import report_schema
from outcome_catalog.publish.reports.plain import document_data
from outcome_catalog.publish.reports.references import references
from outcome_catalog.publish.reports.view import ReportView
from outcome_catalog.publish.words import period_text

BESIDE_THE_PAGE = ("md", "csv", "json")


def outputs(context: PublishContext) -> Iterator[Output]:
    """The list of reports, each report's page and its files, and the schema that the JSON is valid against."""
    views = tuple(every_report(context))
    periods = tuple(view.report.reported for view in views)
    yield report_index(context, views)
    yield Output(path=addresses.api_url("report.schema.json"), content=report_schema())
    for view in views:
        yield Output(path=addresses.page_path(view.url), meta=report_meta(view, periods))
        for name in BESIDE_THE_PAGE:
            yield Output(path=f"{view.url}report.{name}", content=FORMATS[name].text(view))


def report_meta(view: ReportView, periods: Sequence[ReportedPeriod]) -> Meta:
    """All that a report's page prints."""
    document = report_document(view)
    return {
        "template": "report.html",
        "title": document.title,
        "description": view.phrase("report.page_description", label=period_name(view)),
        "report": document_data(document, references(document, None), keeps_site_addresses=True),
        "all_url": addresses.reports_url(),
        "neighbours": list(_neighbours(view, periods)),
        "files": [link(name.upper(), f"{view.url}report.{name}") for name in BESIDE_THE_PAGE],
    }


def _neighbours(view: ReportView, periods: Sequence[ReportedPeriod]) -> Iterator[Meta]:
    """The periods before and after, and the longer ones around."""
    reported = view.report.reported
    alike = [period for period in periods if period.per is reported.per]
    place = alike.index(reported)
    found = {
        "report.before": alike[place - 1] if place else None,
        "report.after": next(iter(alike[place + 1 :]), None),
    }
    for key, other in found.items():
        if other is not None:
            yield _link(view.phrase(key, label=period_text(view.words, other.label)), other)
    for per in (Per.QUARTER, Per.YEAR):
        around = period_around(reported, periods, per)
        if around is not None and around != reported and reported.per is not None and reported.per is not Per.YEAR:
            yield _link(view.phrase("report.within", label=period_text(view.words, around.label)), around)


def _link(title: str, reported: ReportedPeriod) -> Meta:
    return link(title, addresses.report_url(period_slug(reported.label)))
