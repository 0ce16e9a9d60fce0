"""A report as one HTML file that stands alone: no script, no request, and ready for the printer."""

from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from outcome_catalog.publish.reports.content import report_document
from outcome_catalog.publish.reports.plain import document_data
from outcome_catalog.publish.reports.references import references
from outcome_catalog.publish.reports.view import ReportView
from outcome_catalog.publish.words import WORD_FILTERS
from outcome_catalog.resources import bundled


def report_html(view: ReportView) -> str:
    """The whole report, to be opened, sent or printed."""
    document = report_document(view)
    data = document_data(document, references(document, view.context.site.url))
    return _environment().get_template("report-file.html").render(report=data, words=view.words) + "\n"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(bundled("overrides")),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=False,
    )
    environment.filters["url"] = str  # every address is whole here
    environment.filters.update(WORD_FILTERS)
    return environment
