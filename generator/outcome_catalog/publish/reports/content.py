"""A report as a document: its title, the answers in one look, its sections, and what it rests on."""

from collections.abc import Iterator
from functools import lru_cache

from outcome_catalog.insights.period_report.periods import ALL_TIME
from outcome_catalog.publish.pages.left_out import not_shown_sentence
from outcome_catalog.publish.provenance import history_notes
from outcome_catalog.publish.reports.document import Document, Line, Span
from outcome_catalog.publish.reports.glance import in_one_look
from outcome_catalog.publish.reports.lines import plain_text, sentence
from outcome_catalog.publish.reports.names import commit_name
from outcome_catalog.publish.reports.sections.table import SECTIONS
from outcome_catalog.publish.reports.view import ReportView
from outcome_catalog.publish.words import day_text, days_text, interface_language, period_text

_MOST_LEFT_OUT = 20


@lru_cache(maxsize=2)
def report_document(view: ReportView) -> Document:
    """The whole report, for every format that people read."""
    organisation = view.context.catalog.organisation
    return Document(
        language=interface_language(view.words),
        title=report_title(view),
        organisation=organisation.name,
        subtitle=_subtitle(view),
        in_one_look=in_one_look(view),
        sections=tuple(section(view) for section in SECTIONS),
        basis=tuple(_basis(view)),
    )


def period_name(view: ReportView) -> str:
    """The period as people call it."""
    label = view.report.reported.label
    return view.phrase("report.all_time") if label == ALL_TIME else period_text(view.words, label)


def report_title(view: ReportView) -> str:
    """What the report is about, and for whom."""
    community = view.report.community
    if community is None:
        return view.phrase("report.heading", label=period_name(view))
    title = view.context.catalog.communities[community].charter.title
    return view.phrase("report.heading_of", label=period_name(view), title=title)


def _subtitle(view: ReportView) -> Line:
    """The days, and for which day states are judged."""
    reported = view.report.reported
    end = reported.period.end or reported.judged_on
    days = days_text(view.words, reported.period.start, end)
    key = "report.all_days" if reported.per is None else "report.judged" if reported.is_over else "report.running"
    judged, as_of = (day_text(view.words, day) for day in (reported.judged_on, view.report.as_of))
    return sentence(view.words, key, days=days, judged=judged, as_of=as_of)


def _basis(view: ReportView) -> Iterator[Line]:
    catalog = view.context.catalog
    history = catalog.history
    as_of = day_text(view.words, view.report.as_of)
    depth = view.words["footer"]["history"][history.depth.value]
    if history.head is None:
        yield sentence(view.words, "report.basis.no_commit", as_of=as_of, depth=depth)
    else:
        yield sentence(
            view.words, "report.basis.commit", as_of=as_of, commit=commit_name(view, history.head), depth=depth
        )
    for note in history_notes(view.words, history):
        yield plain_text(note)
    later = not_shown_sentence(catalog, view.words)
    if later:
        yield plain_text(later)
    for document in catalog.left_out[:_MOST_LEFT_OUT]:
        yield sentence(view.words, "report.basis.left_out", path=Span(text=document.path))
    rest = len(catalog.left_out) - _MOST_LEFT_OUT
    if rest > 0:
        yield plain_text(view.phrase("list.and_more", n=rest))
