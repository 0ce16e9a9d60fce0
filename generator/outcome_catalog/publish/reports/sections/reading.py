"""How to read the figures: the words that a sponsor has to tell apart, in words of everyday."""

from outcome_catalog.publish.reports.document import Facts, Section
from outcome_catalog.publish.reports.lines import plain_text
from outcome_catalog.publish.reports.view import ReportView

ID = "reading"


def section(view: ReportView) -> Section:
    """The terms of the report."""
    settings = view.context.catalog.organisation.settings
    terms = view.words["report"]["reading"]["terms"]
    facts = tuple(
        (term["term"], plain_text(term["means"].format(grace=settings.first_reuse_grace_days)))
        for term in terms.values()
    )
    return Section(id=ID, title=view.phrase("report.reading.title"), blocks=(Facts(facts=facts),))
