"""What a report is rendered from: its figures, and all that gives them names, words and addresses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from outcome_catalog.insights.figures import ReuseEvent
from outcome_catalog.insights.period_report.figures import PeriodReport
from outcome_catalog.insights.period_report.periods import period_slug
from outcome_catalog.insights.sentences import Sentence
from outcome_catalog.publish.addresses import report_url
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.words import phrase, sentences_text


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ReportView:
    """One report, the context it is shown in, and every event of the catalog by id.

    A view is equal to itself alone, so that what is made of it can be kept for the next format.
    """

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

    @property
    def words(self) -> Mapping[str, Any]:
        """The words of the interface."""
        return self.context.words

    def phrase(self, key: str, /, **values: object) -> str:
        """The phrase at *key* with *values* put in."""
        return phrase(self.context.words, key, **values)

    def text(self, sentences: Iterable[Sentence]) -> str:
        """What is said about a figure, in the words of the interface."""
        return sentences_text(self.context.words, sentences)

    def word(self, table: str, value: str) -> str:
        """What people call *value* of the states in *table*."""
        return str(self.context.words[table][value])


def events_by_id(context: PublishContext) -> dict[str, ReuseEvent]:
    """Every event of the catalog by id: made once for all reports."""
    return {event.id: event for event in context.figures.events}
