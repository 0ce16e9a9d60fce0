"""Every form in which a report is written: a new one is a new file and a row here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from outcome_catalog.publish.reports.csv_table import report_csv
from outcome_catalog.publish.reports.html import report_html
from outcome_catalog.publish.reports.json import report_json
from outcome_catalog.publish.reports.markdown import report_markdown
from outcome_catalog.publish.reports.view import ReportView


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How a report is written; *has_links* where it leads to the site and the forge, whose addresses it then needs."""

    text: Callable[[ReportView], str]
    has_links: bool = False


FORMATS: Mapping[str, Format] = {
    "md": Format(text=report_markdown, has_links=True),
    "html": Format(text=report_html, has_links=True),
    "csv": Format(text=report_csv),
    "json": Format(text=report_json),
}
"""By the name of the format, which is also how its files end."""
