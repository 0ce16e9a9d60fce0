"""What the uses brought, as floor and ceiling by unit and evidence, beside the time that members may have spent."""

from outcome_catalog.insights.figures import BenefitSum
from outcome_catalog.insights.period_report.figures import TimeInvested
from outcome_catalog.publish.reports.document import Block, Facts, Line, Paragraph, Row, Section, Span
from outcome_catalog.publish.reports.lines import joined, plain_text
from outcome_catalog.publish.reports.names import community_name
from outcome_catalog.publish.reports.sections.reuse_rows import grade_name, uses_line
from outcome_catalog.publish.reports.tables import Rows, columns, row, table
from outcome_catalog.publish.reports.view import ReportView
from outcome_catalog.publish.words import number_text

ID = "benefit"
_NAMED = 6


def section(view: ReportView) -> Section:
    """Benefit beside cost, never as one flattering figure."""
    blocks: list[Block] = [Paragraph(line=plain_text(view.phrase("report.benefit.means")), is_remark=True)]
    if view.report.benefits:
        heads = columns(view, "measured_in", "evidence", "floor", "ceiling", "uses_of", numbers=("floor", "ceiling"))
        blocks.append(table(view, view.phrase("report.benefit.title"), heads, [Rows(view.report.benefits, _row)]))
    else:
        blocks.append(Paragraph(line=plain_text(view.phrase("report.benefit.none"))))
    blocks.append(Facts(facts=((view.phrase("report.benefit.time"), _time(view)),)))
    return Section(id=ID, title=view.phrase("report.benefit.title"), blocks=tuple(blocks))


def hours_text(view: ReportView, time: TimeInvested) -> str:
    """The hours as a range; that nobody states them is not nought."""
    if time.low is None or time.high is None:
        return str(view.words["state"]["not_stated"])
    low, high = (number_text(view.words, round(hours)) for hours in (time.low, time.high))
    key = "report.benefit.hours" if low == high else "report.benefit.hours_range"
    text = view.phrase(key, n=round(time.high), low=low, high=high)
    return view.phrase("value.estimated", value=text) if time.estimated else text


def _row(view: ReportView, found: BenefitSum) -> Row:
    low, high = (number_text(view.words, value) for value in (found.floor, found.ceiling))
    note = (Span(text="\n"), Span(text=view.text(found.note), mark="faint")) if found.note else ()
    unit = view.phrase("value.estimated", value=found.unit) if found.estimated else found.unit
    return row(
        (Span(text=unit), *note),
        grade_name(view, found.grade),
        plain_text(low),
        plain_text(high),
        uses_line(view, found.uses),
    )


def _time(view: ReportView) -> Line:
    time = view.report.time
    line: Line = (Span(text=hours_text(view, time), mark="strong"), Span(text=". "))
    line = (*line, Span(text=view.phrase("report.benefit.stated_by", n=len(time.of))))
    if not time.without:
        return line
    missing = view.phrase("report.benefit.without", n=len(time.without))
    names = joined([(community_name(view, name),) for name in time.without[:_NAMED]])
    rest = len(time.without) - _NAMED
    more = (Span(text=", "), Span(text=view.phrase("list.and_more", n=rest))) if rest > 0 else ()
    return (*line, Span(text=f" {missing} "), *names, *more, Span(text="."))
