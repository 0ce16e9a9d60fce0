"""Uses and events as rows of a report: who, what, how, since when, and how we know."""

from outcome_catalog.insights.figures import Grade, NotCounted, ReuseEvent
from outcome_catalog.insights.uses import Use
from outcome_catalog.publish.pages.reuse_entries import range_text
from outcome_catalog.publish.reports.document import Line, Row, Span
from outcome_catalog.publish.reports.lines import joined
from outcome_catalog.publish.reports.names import (
    artifact_name,
    event_sources,
    party_name,
    place_name,
    use_anchor,
    written,
)
from outcome_catalog.publish.reports.tables import row
from outcome_catalog.publish.reports.uses import stated_benefit
from outcome_catalog.publish.reports.view import ReportView
from outcome_catalog.publish.words import clause_break, day_text


def use_row(view: ReportView, use: Use) -> Row:
    """A counted use with all its sources."""
    return _event_row(view, use.best, use.events, use.opening)


def rough_row(view: ReportView, use: str) -> Row:
    """A use whose date does not say whether it began in the period."""
    event = view.events[use]
    return _event_row(view, event, (event,))


def _event_row(
    view: ReportView, best: ReuseEvent, sources: tuple[ReuseEvent, ...], opening: ReuseEvent | None = None
) -> Row:
    return row(
        grade_name(view, best.grade),
        party_name(view, best.party),
        artifact_name(view, best.artifact),
        _how(view, best, sources),
        _began(view, opening or best),
        event_sources(view, sources),
        anchor=use_anchor(best.id),
    )


def shown_row(view: ReportView, event: ReuseEvent) -> Row:
    """An event that is not counted, and why."""
    why = view.words["not_counted"][(event.not_counted or NotCounted.SAME_USE).value]
    cells = _event_row(view, event, (event,)).cells
    return row((Span(text=why, mark="tag"),), *cells[1:], anchor=use_anchor(event.id))


def grade_name(view: ReportView, grade: Grade) -> Span:
    """An evidence grade as people call it."""
    return Span(text=view.word("grade", grade.value), mark=f"grade {grade.value}")


def _how(view: ReportView, event: ReuseEvent, sources: tuple[ReuseEvent, ...]) -> Line:
    """How and where, what it brought, and how the grade was reached."""
    mode = view.word("mode", event.mode.value)
    line: Line = (Span(text=f"{mode}{view.words['colon']} "), place_name(view, event.place))
    benefit = stated_benefit(sources)
    if benefit is not None:
        line = (*line, Span(text="\n"), written(view, benefit.statement))
        figure = range_text(view.context, benefit.low, benefit.high, benefit.unit)
        if figure is not None:
            text = view.phrase("value.estimated", value=figure) if benefit.estimated else figure
            line = (*line, Span(text=" "), Span(text=text, mark="strong"))
    return (*line, Span(text="\n"), Span(text=view.text(event.reason), mark="faint"))


def _began(view: ReportView, event: ReuseEvent) -> Line:
    if event.date is not None:
        return (Span(text=day_text(view.words, event.date.text), mark="day"),)
    if event.recorded is None:
        return (Span(text=view.words["state"]["not_known"], mark="faint"),)
    day = day_text(view.words, event.recorded)
    return (Span(text=day, mark="day"), Span(text="\n"), Span(text=view.phrase("report.reuse.recorded"), mark="faint"))


def uses_line(view: ReportView, uses: tuple[str, ...], most: int = 5) -> Line:
    """The uses that something was counted from, by the party that uses, each with the way to its row."""
    names = []
    for use in uses[:most]:
        party = party_name(view, view.events[use].party)
        language = party[0].language if len(party) == 1 else None
        names.append((Span(text="".join(span.text for span in party), url=f"#{use_anchor(use)}", language=language),))
    if len(uses) > most:
        names.append((Span(text=view.phrase("list.and_more", n=len(uses) - most)),))
    return joined(names, clause_break(view.words))
