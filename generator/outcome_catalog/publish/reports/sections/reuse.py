"""The reuse that began: by evidence, by who reuses, and use by use; then what is shown and not counted."""

from collections.abc import Iterator, Mapping

from outcome_catalog.insights.figures import Grade, NotCounted, ReuseEvent
from outcome_catalog.insights.period_report.figures import PartyInPeriod
from outcome_catalog.insights.uses import Use
from outcome_catalog.publish.pages.reuse_entries import range_text
from outcome_catalog.publish.reports.document import Block, Line, Paragraph, Row, Section, Span, Table
from outcome_catalog.publish.reports.lines import joined, number, plain_text, sentence
from outcome_catalog.publish.reports.names import (
    artifact_name,
    event_sources,
    party_name,
    place_name,
    unit_name,
    use_anchor,
)
from outcome_catalog.publish.reports.tables import Rows, columns, row, table
from outcome_catalog.publish.reports.uses import stated_benefit
from outcome_catalog.publish.reports.view import ReportView

ID = "reuse"
USES_ID = "uses"
_GRADES = (Grade.VERIFIED, Grade.ATTESTED, Grade.CLAIMED)
_MOST_PARTIES = 20


def section(view: ReportView) -> Section:
    """Who began to use what, and how well that is evidenced."""
    found = view.report.reuse
    blocks: list[Block] = [Paragraph(line=plain_text(view.phrase("report.reuse.means")), is_remark=True)]
    blocks.append(_by_grade(view))
    if found.units:
        blocks.append(
            _parties(
                view,
                view.phrase("report.reuse.by_unit"),
                "unit",
                [(unit_name(view, p.party.unit), p) for p in found.units],
            )
        )
    if found.parties:
        blocks.append(
            _parties(
                view,
                view.phrase("report.reuse.by_party"),
                "party",
                [(party_name(view, p.party), p) for p in found.parties],
            )
        )
    if found.uses:
        blocks.append(_uses(view))
    blocks.append(Paragraph(line=_not_counted(view)))
    if found.shown:
        heads = columns(view, "why_not", "party", "what", "how", "began", "source")
        blocks.append(table(view, view.phrase("report.reuse.shown"), heads, [Rows(found.shown, _shown_row)]))
    if found.dated_too_roughly:
        heads = columns(view, "evidence", "party", "what", "how", "began", "source")
        blocks.append(
            table(view, view.phrase("report.reuse.too_rough"), heads, [Rows(found.dated_too_roughly, _rough_row)])
        )
    return Section(id=ID, title=view.phrase("report.reuse.title"), blocks=tuple(blocks))


def _by_grade(view: ReportView) -> Table:
    heads = columns(view, "evidence", "uses", "means", numbers=("uses",))
    return table(view, view.phrase("report.reuse.by_grade"), heads, [Rows(_GRADES, _grade_row)])


def _grade_row(view: ReportView, grade: Grade) -> Row:
    count = number(view.words, view.report.reuse.by_grade.get(grade, 0), f"#{USES_ID}")
    return row(_grade(view, grade), count, plain_text(view.words["grade"]["means"][grade.value]))


def _parties(view: ReportView, label: str, head: str, found: list[tuple[Line, PartyInPeriod]]) -> Table:
    heads = columns(
        view, head, "uses", "verified", "attested", "claimed", numbers=("uses", "verified", "attested", "claimed")
    )
    return table(view, label, heads, [Rows(found, _party_row)], _MOST_PARTIES)


def _party_row(view: ReportView, found: tuple[Line, PartyInPeriod]) -> Row:
    name, party = found
    grades: Mapping[Grade, int] = party.by_grade
    first = f"#{use_anchor(party.uses[0])}" if party.uses else None
    cells = (number(view.words, grades.get(grade, 0), first) for grade in _GRADES)
    return row(name, number(view.words, len(party.uses), first), *cells)


def _uses(view: ReportView) -> Table:
    heads = columns(view, "evidence", "party", "what", "how", "began", "source")
    rows = Rows(view.report.reuse.uses, _use_row)
    return table(view, view.phrase("report.reuse.use_by_use"), heads, [rows], id_=USES_ID)


def _use_row(view: ReportView, use: Use) -> Row:
    return _event_row(view, use.best, use.events, use.opening)


def _rough_row(view: ReportView, use: str) -> Row:
    event = view.events[use]
    return _event_row(view, event, (event,))


def _event_row(
    view: ReportView, best: ReuseEvent, sources: tuple[ReuseEvent, ...], opening: ReuseEvent | None = None
) -> Row:
    return row(
        _grade(view, best.grade),
        party_name(view, best.party),
        artifact_name(view, best.artifact),
        _how(view, best, sources),
        _began(view, opening or best),
        event_sources(view, sources),
        anchor=use_anchor(best.id),
    )


def _shown_row(view: ReportView, event: ReuseEvent) -> Row:
    why = view.words["not_counted"][(event.not_counted or NotCounted.SAME_USE).value]
    cells = _event_row(view, event, (event,)).cells
    return row((Span(text=why, mark="tag"),), *cells[1:], anchor=use_anchor(event.id))


def _grade(view: ReportView, grade: Grade) -> Span:
    return Span(text=view.word("grade", grade.value), mark=f"grade {grade.value}")


def _how(view: ReportView, event: ReuseEvent, sources: tuple[ReuseEvent, ...]) -> Line:
    """How and where, what it brought, and how the grade was reached."""
    line: Line = (Span(text=f"{view.word('mode', event.mode.value)}: "), place_name(view, event.place))
    benefit = stated_benefit(sources)
    if benefit is not None:
        line = (*line, Span(text="\n"), Span(text=benefit.statement))
        figure = range_text(view.context, benefit.low, benefit.high, benefit.unit)
        if figure is not None:
            text = view.phrase("value.estimated", value=figure) if benefit.estimated else figure
            line = (*line, Span(text=" "), Span(text=text, mark="strong"))
    return (*line, Span(text="\n"), Span(text=event.reason, mark="faint"))


def _began(view: ReportView, event: ReuseEvent) -> Line:
    if event.date is not None:
        return (Span(text=event.date.text, mark="day"),)
    if event.recorded is None:
        return (Span(text=view.words["state"]["not_known"], mark="faint"),)
    day = event.recorded.isoformat()
    return (Span(text=day, mark="day"), Span(text="\n"), Span(text=view.phrase("report.reuse.recorded"), mark="faint"))


def _not_counted(view: ReportView) -> Line:
    """How many events of each sort are not counted, zeros too."""
    return sentence(view.words, "report.reuse.not_counted", reasons=Span(text="; ".join(_reasons(view))))


def _reasons(view: ReportView) -> Iterator[str]:
    for reason in NotCounted:
        if reason is not NotCounted.SAME_USE:
            count = view.report.reuse.not_counted.get(reason, 0)
            yield view.phrase("report.reuse.reason", number=count, reason=view.words["not_counted"][reason.value])


def uses_line(view: ReportView, uses: tuple[str, ...], most: int = 5) -> Line:
    """The uses that something was counted from, by the party that uses, each with the way to its row."""
    names = []
    for use in uses[:most]:
        party = "".join(span.text for span in party_name(view, view.events[use].party))
        names.append((Span(text=party, url=f"#{use_anchor(use)}"),))
    if len(uses) > most:
        names.append((Span(text=view.phrase("list.and_more", n=len(uses) - most)),))
    return joined(names, "; ")
