"""Indicators from baseline to target as they stood at the end of the period, and how they moved within it."""

from collections.abc import Iterator

from outcome_catalog.insights.figures import IndicatorState
from outcome_catalog.insights.indicator_rollups import IndicatorRollUp
from outcome_catalog.insights.period_report.figures import IndicatorInPeriod
from outcome_catalog.model.charter import DatedValue, Indicator
from outcome_catalog.model.measurement import MeasuredValue
from outcome_catalog.publish import addresses
from outcome_catalog.publish.pages.values import estimated, percent_text, value_text
from outcome_catalog.publish.reports.data.indicators import indicator_source
from outcome_catalog.publish.reports.document import Block, Line, Paragraph, Row, Section, Span, Table
from outcome_catalog.publish.reports.lines import plain_text
from outcome_catalog.publish.reports.names import community_name, source, written
from outcome_catalog.publish.reports.tables import Rows, columns, group_title, row, table
from outcome_catalog.publish.reports.view import ReportView
from outcome_catalog.publish.words import day_text, number_text

ID = "indicators"
_ORDER = (
    IndicatorState.WORSENED,
    IndicatorState.MISSED,
    IndicatorState.BEHIND,
    IndicatorState.ON_TRACK,
    IndicatorState.ACHIEVED,
    IndicatorState.NOT_MEASURED,
)


def section(view: ReportView) -> Section:
    """What was to come of the outputs, and whether it does."""
    blocks: list[Block] = [Paragraph(line=plain_text(view.phrase("report.indicators.means")), is_remark=True)]
    if view.report.indicators:
        heads = columns(view, "indicator", "baseline", "latest", "target", "way", "moved", "source", numbers=("way",))
        blocks.append(table(view, view.phrase("report.indicators.title"), heads, _groups(view)))
    else:
        blocks.append(Paragraph(line=plain_text(view.phrase("report.indicators.none"))))
    if view.report.rollups:
        blocks.append(_rollups(view))
    return Section(id=ID, title=view.phrase("report.indicators.title"), blocks=tuple(blocks))


def _groups(view: ReportView) -> Iterator[Rows[IndicatorInPeriod]]:
    for state in _ORDER:
        found = [indicator for indicator in view.report.indicators if indicator.figure.state is state]
        title = group_title(view.word("indicator_state", state.value), len(found), f"state {state.value}")
        yield Rows(found, _row, title)


def _row(view: ReportView, found: IndicatorInPeriod) -> Row:
    indicator, figure = found.indicator, found.figure
    url = f"{addresses.community_url(found.community)}#indicator-{indicator.id}"
    below = () if view.report.community else (Span(text="\n"), community_name(view, found.community, "faint"))
    return row(
        (written(view, indicator.title, url), *below),
        _dated(view, indicator, indicator.baseline),
        _dated(view, indicator, figure.latest),
        _dated(view, indicator, figure.target),
        _progress(view, figure.progress),
        _moved(view, found),
        source(view, indicator_source(view, found)),
    )


def _dated(view: ReportView, indicator: Indicator, value: DatedValue | MeasuredValue | None) -> Line:
    if value is None:
        return (Span(text=view.words["state"]["not_measured"], mark="faint"),)
    text = value_text(view.context, indicator, value.value)
    day = Span(text=day_text(view.words, value.date), mark="when")
    return (Span(text=estimated(view.context, text, value.estimated)), Span(text="\n"), day)


def _progress(view: ReportView, progress: float | None) -> Line:
    if progress is None:
        return (Span(text=view.words["state"]["not_measured"], mark="faint"),)
    return plain_text(percent_text(view.context, progress))


def _moved(view: ReportView, found: IndicatorInPeriod) -> Line:
    """Which way, and from which value to which; that nothing was measured is no movement of nought."""
    movement = found.movement
    if movement.change is None:
        return (Span(text=view.phrase("report.indicators.not_measured_then"), mark="faint"),)
    way = "right" if movement.change > 0 else "wrong" if movement.change < 0 else "same"
    unit = f" {found.indicator.unit}"
    values = (movement.before, movement.measured[-1].value)
    before, now = (value_text(view.context, found.indicator, value).removesuffix(unit) for value in values)
    text = view.phrase("report.indicators.from_to", before=before, now=now)
    return (Span(text=view.word("way", way), mark=f"state {way}"), Span(text="\n"), Span(text=text, mark="faint"))


def _rollups(view: ReportView) -> Table:
    heads = columns(view, "measure", "baseline", "latest", "target", "way", "members", numbers=("way",))
    return table(view, view.phrase("report.indicators.rollups"), heads, [Rows(view.report.rollups, _rollup_row)])


def _rollup_row(view: ReportView, found: IndicatorRollUp) -> Row:
    values = (_combined(view, found, value) for value in (found.baseline, found.latest, found.target))
    return row(
        (
            written(view, found.title),
            Span(text="\n"),
            Span(text=view.word("aggregation", found.aggregation.value), mark="faint"),
        ),
        *values,
        _progress(view, found.progress),
        plain_text(view.text(found.why)),
    )


def _combined(view: ReportView, found: IndicatorRollUp, value: float | None) -> Line:
    if value is None:
        return (Span(text=view.words["state"]["not_measured"], mark="faint"),)
    text = f"{number_text(view.words, value)} {found.unit}"
    return plain_text(estimated(view.context, text, found.estimated))
