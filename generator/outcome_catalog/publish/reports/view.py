"""What a report is rendered from: its figures, and all that gives them names, words and addresses."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from outcome_catalog.insights.figures import ReuseEvent
from outcome_catalog.insights.period_report.figures import PeriodReport
from outcome_catalog.insights.period_report.periods import period_slug
from outcome_catalog.publish.addresses import report_url
from outcome_catalog.publish.context import PublishContext


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """One report, the context it is shown in, and every event of the catalog by id."""

    report: PeriodReport
    context: PublishContext
    events: Mapping[str, ReuseEvent] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        """The period's name in addresses."""
        return period_slug(self.report.reported.label)

    @property
    def url(self) -> str:
        """The address of the report's page."""
        return report_url(self.slug)


def events_by_id(context: PublishContext) -> dict[str, ReuseEvent]:
    """Every event of the catalog by id: made once for all reports."""
    return {event.id: event for event in context.figures.events}
