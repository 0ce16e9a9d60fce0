"""The reuse that began: by evidence, by who reuses, and use by use; then what is shown and not counted."""

from collections.abc import Iterator, Mapping

from outcome_catalog.insights.figures import Grade, NotCounted
from outcome_catalog.insights.period_report.figures import PartyInPeriod
from outcome_catalog.publish.reports.document import Block, Line, Paragraph, Row, Section, Span, Table
from outcome_catalog.publish.reports.lines import number, plain_text, sentence
from outcome_catalog.publish.reports.names import (
    party_name,
    unit_name,
    use_anchor,
)
from outcome_catalog.publish.reports.sections.reuse_rows import grade_name, rough_row, shown_row, use_row
from outcome_catalog.publish.reports.tables import Rows, columns, row, table
from outcome_catalog.publish.reports.view import ReportView
from outcome_catalog.publish.words import clause_break

ID = "reuse"
USES_ID, PARTIES_ID = "uses", "parties"
_GRADES = (Grade.VERIFIED, Grade.ATTESTED, Grade.CLAIMED)
_MOST_PARTIES = 20
_HEADS = ("party", "what", "how", "began", "source")


def section(view: ReportView) -> Section:
    """Who began to use what, and how well that is evidenced."""
    blocks: tuple[Block, ...] = (
        Paragraph(line=plain_text(view.phrase("report.reuse.means")), is_remark=True),
        _by_grade(view),
        *_counted(view),
        Paragraph(line=_not_counted(view)),
        *_only_shown(view),
    )
    return Section(id=ID, title=view.phrase("report.reuse.title"), blocks=blocks)


def _counted(view: ReportView) -> Iterator[Table]:
    """The uses by unit, by who reuses, and one by one; what there is none of has no table."""
    found = view.report.reuse
    if found.units:
        units = [(unit_name(view, party.party.unit), party) for party in found.units]
        yield _parties(view, view.phrase("report.reuse.by_unit"), "unit", units, id_="units")
    if found.parties:
        parties = [(party_name(view, party.party), party) for party in found.parties]
        yield _parties(view, view.phrase("report.reuse.by_party"), "party", parties, id_=PARTIES_ID)
    if found.uses:
        yield _uses(view)


def _only_shown(view: ReportView) -> Iterator[Table]:
    """What is shown and not counted, and what is dated too roughly to be counted in this period."""
    found = view.report.reuse
    if found.shown:
        heads = columns(view, "why_not", *_HEADS)
        shown = Rows(found.shown, shown_row, anchor=lambda event: use_anchor(event.id))
        yield table(view, view.phrase("report.reuse.shown"), heads, [shown])
    if found.dated_too_roughly:
        heads = columns(view, "evidence", *_HEADS)
        rough = Rows(found.dated_too_roughly, rough_row, anchor=use_anchor)
        yield table(view, view.phrase("report.reuse.too_rough"), heads, [rough])


def _by_grade(view: ReportView) -> Table:
    heads = columns(view, "evidence", "uses", "means", numbers=("uses",))
    return table(view, view.phrase("report.reuse.by_grade"), heads, [Rows(_GRADES, _grade_row)])


def _grade_row(view: ReportView, grade: Grade) -> Row:
    count = number(view.words, view.report.reuse.by_grade.get(grade, 0), f"#{USES_ID}")
    return row(grade_name(view, grade), count, plain_text(view.words["grade"]["means"][grade.value]))


def _parties(view: ReportView, label: str, head: str, found: list[tuple[Line, PartyInPeriod]], id_: str) -> Table:
    heads = columns(
        view, head, "uses", "verified", "attested", "claimed", numbers=("uses", "verified", "attested", "claimed")
    )
    return table(view, label, heads, [Rows(found, _party_row)], _MOST_PARTIES, id_)


def _party_row(view: ReportView, found: tuple[Line, PartyInPeriod]) -> Row:
    name, party = found
    grades: Mapping[Grade, int] = party.by_grade
    first = f"#{use_anchor(party.uses[0])}" if party.uses else None
    cells = (number(view.words, grades.get(grade, 0), first) for grade in _GRADES)
    return row(name, number(view.words, len(party.uses), first), *cells)


def _uses(view: ReportView) -> Table:
    heads = columns(view, "evidence", *_HEADS)
    rows = Rows(view.report.reuse.uses, use_row, anchor=lambda use: use_anchor(use.best.id))
    return table(view, view.phrase("report.reuse.use_by_use"), heads, [rows], id_=USES_ID)


def _not_counted(view: ReportView) -> Line:
    """How many events of each sort are not counted, zeros too."""
    reasons = clause_break(view.words).join(_reasons(view))
    return sentence(view.words, "report.reuse.not_counted", reasons=Span(text=reasons))


def _reasons(view: ReportView) -> Iterator[str]:
    for reason in NotCounted:
        if reason is not NotCounted.SAME_USE:
            count = view.report.reuse.not_counted.get(reason, 0)
            yield view.phrase("report.reuse.reason", number=count, reason=view.words["not_counted"][reason.value])
