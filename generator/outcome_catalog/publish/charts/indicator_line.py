"""An indicator's values from its baseline, on their way to its targets, and where they lead at the present pace."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

from outcome_catalog.insights.indicators import STALE_AFTER_DAYS
from outcome_catalog.publish.charts.indicator_labels import Entry, beside, put_in_plot
from outcome_catalog.publish.charts.indicator_marks import Plot, Point, draw_mark
from outcome_catalog.publish.charts.labels import Box, text_width
from outcome_catalog.publish.charts.scale import DayScale, Scale, round_values
from outcome_catalog.publish.charts.svg import add, canvas, svg_text, tooltip
from outcome_catalog.publish.words import day_text, phrase, short_number_text

_WIDTH, _HEIGHT = 356, 204
_RIGHT, _TOP, _BOTTOM = 214, 34, 176
"""The plot's edges; what is right of it is for the labels, so that they lie on no line."""
_TICKS = 4
_SMALL = 11
_MANY, _SMALL_DOT, _DOT = 40, 2.0, 4.0
_NEAR_ZERO = 0.4
"""Where the lowest value is less than this share of the highest, the scale begins at nothing."""
_LONG = timedelta(days=STALE_AFTER_DAYS)
"""Two values further apart are not joined by a line that looks measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Where the present pace leads on the target's day, and what is missing there, in words."""

    point: Point
    text: str
    is_reached: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorLine:
    """What the chart shows; *targets* is never empty, *values* may be. *aim* is the target that it is judged by."""

    chart_id: str
    title: str
    description: str
    baseline: Point
    targets: Sequence[Point]
    values: Sequence[Point]
    aim: Point
    as_of: date
    gap: Gap | None = None
    answers: tuple[str, str] | None = None
    """The words for no and yes where it is one of the two."""


def indicator_line(line: IndicatorLine, words: Mapping[str, Any]) -> str:
    """The chart as SVG text: targets on a dashed way, values on a line with dots, the pace dotted, today as a rule."""
    drawing = canvas(
        chart_id=line.chart_id, width=_WIDTH, height=_HEIGHT, title=line.title, description=line.description
    )
    plot = _plot(line, words)
    measured = [line.baseline, *sorted((p for p in line.values if p.day > line.baseline.day), key=lambda p: p.day)]
    _value_axis(drawing, plot)
    _day_axis(drawing, plot, line, words)
    bands = _unmeasured(drawing, plot, line, measured[-1], words)
    targets = sorted(line.targets, key=lambda p: p.day)
    way = (line.baseline, *targets)
    add(drawing, "polyline", css="oc-promised", points=plot.path(way) if line.answers is None else plot.steps(way))
    _measured_line(drawing, plot, measured, is_step=line.answers is not None)
    if line.gap is not None:
        _gap(drawing, plot, measured[-1], line.gap, line.aim)
    radius = _SMALL_DOT if len(line.values) > _MANY else _DOT
    for point in (*line.values, line.baseline, *targets):
        draw_mark(drawing, point, plot.x(point.day), plot.y(point.value), radius)
    others = [line.baseline, *(target for target in targets if target != line.aim)]
    put_in_plot(drawing, plot, others, (way, measured), bands, words)
    beside(drawing, _entries(line, plot, measured, words), Scale(0, 1, _RIGHT + 14, _WIDTH), (_TOP - 18, _HEIGHT - 4))
    return svg_text(drawing)


def _plot(line: IndicatorLine, words: Mapping[str, Any]) -> Plot:
    """The scales, which hold every value; where the pace leads is held as far as it does not squeeze the rest."""
    points = (line.baseline, *line.targets, *line.values)
    low, high = min(p.value for p in points), max(p.value for p in points)
    if line.answers is not None:
        ticks = [(0.0, line.answers[0]), (1.0, line.answers[1])]
    else:
        if line.gap is not None:
            span = (high - low) or abs(high) or 1.0
            led = line.gap.point.value
            low, high = min(low, max(led, low - span)), max(high, min(led, high + span))
        if 0 <= low < _NEAR_ZERO * high:
            low = 0.0
        ticks = [(value, short_number_text(words, value)) for value in round_values(low, high, _TICKS)]
    days = [point.day for point in points]
    left = max(text_width(text, _SMALL) for _, text in ticks) + 6
    return Plot(
        x=DayScale(min(days), max(*days, line.as_of), left + 6, _RIGHT - 6),
        y=Scale(ticks[0][0], ticks[-1][0], _BOTTOM, _TOP),
        ticks=ticks,
        left=left,
        right=_RIGHT,
    )


def _value_axis(drawing: Element, plot: Plot) -> None:
    for value, text in plot.ticks:
        level = plot.y(value)
        add(drawing, "line", css="oc-grid", x1=plot.left, x2=plot.right, y1=level, y2=level)
        add(drawing, "text", text, css="oc-faint", x=plot.left - 4, y=level + 4, text_anchor="end")
    if plot.ticks[0][0] <= 0 <= plot.ticks[-1][0]:
        add(drawing, "line", css="oc-axis", x1=plot.left, x2=plot.right, y1=plot.y(0), y2=plot.y(0))


def _day_axis(drawing: Element, plot: Plot, line: IndicatorLine, words: Mapping[str, Any]) -> None:
    """Years, or months where there are no two new year's days; today in a row of its own above all."""
    x, width = plot.x, plot.right - plot.left
    years = x.months(int(width / 36))
    if any(day.month != 1 for day in years):
        years = x.months(int(width / 66))
    for day in years:
        text = str(day.year) if all(d.month == 1 for d in years) else day_text(words, day.isoformat()[:7])
        add(drawing, "line", css="oc-axis", x1=x(day), x2=x(day), y1=_BOTTOM, y2=_BOTTOM + 4)
        place = min(max(x(day), text_width(text, _SMALL) / 2), plot.right)
        add(drawing, "text", text, css="oc-faint", x=place, y=_BOTTOM + 17, text_anchor="middle")
    today, word = x(line.as_of), words["chart"]["today"]
    add(drawing, "line", css="oc-today", x1=today, x2=today, y1=_TOP - 18, y2=_BOTTOM)
    half = text_width(word, _SMALL) / 2
    place = min(max(today, plot.left + half), plot.right - half)
    add(drawing, "text", word, css="oc-faint", x=place, y=_TOP - 22, text_anchor="middle")


def _unmeasured(
    drawing: Element, plot: Plot, line: IndicatorLine, latest: Point, words: Mapping[str, Any]
) -> list[Box]:
    """A band over the days up to today of which nothing is known: more than a year of them, or all; where it lies."""
    band = Box(plot.x(latest.day), _TOP, plot.x(line.as_of), _BOTTOM)
    if band.right <= band.left or (line.as_of - latest.day <= _LONG and latest is not line.baseline):
        return []
    wide, tall = band.right - band.left, band.bottom - band.top
    drawn = add(drawing, "rect", css="oc-unmeasured", x=band.left, y=band.top, width=wide, height=tall)
    tooltip(drawn, phrase(words, "chart.not_measured_since", day=latest.day))
    return [band]


def _measured_line(drawing: Element, plot: Plot, measured: Sequence[Point], *, is_step: bool) -> None:
    """One line for each stretch that was measured at least once a year; a thin one across what was not."""
    stretch = [measured[0]]
    for before, after in pairwise(measured):
        if after.day - before.day > _LONG:
            _stretch(drawing, plot, stretch, is_step=is_step)
            between = (before, after)
            path = plot.steps(between) if is_step else plot.path(between)
            add(drawing, "polyline", css="oc-unknown", points=path)
            stretch = []
        stretch.append(after)
    _stretch(drawing, plot, stretch, is_step=is_step)


def _stretch(drawing: Element, plot: Plot, points: Sequence[Point], *, is_step: bool) -> None:
    if len(points) > 1:
        path = plot.steps(points) if is_step else plot.path(points)
        add(drawing, "polyline", css="oc-measured", points=path)


def _gap(drawing: Element, plot: Plot, latest: Point, gap: Gap, aim: Point) -> None:
    """The present pace as a dotted line to the target's day, and what is missing there as a bar between the two."""
    x1, y1, x2 = plot.x(latest.day), plot.y(latest.value), plot.x(gap.point.day)
    y2 = plot.y(gap.point.value)
    edge = min(max(y2, _TOP), _BOTTOM)
    reach = x1 + (x2 - x1) * ((edge - y1) / (y2 - y1)) if y2 != edge else x2
    add(drawing, "line", css="oc-pace", x1=x1, x2=reach, y1=y1, y2=edge)
    css = "oc-gap oc-reached" if gap.is_reached else "oc-gap"
    add(drawing, "line", css=css, x1=x2, x2=x2, y1=edge, y2=plot.y(aim.value))
    if y2 == edge:
        draw_mark(drawing, gap.point, x2, y2, _DOT)


def _entries(line: IndicatorLine, plot: Plot, measured: Sequence[Point], words: Mapping[str, Any]) -> list[Entry]:
    """What is said beside the plot: the latest value, where the pace leads, and the target it is judged by."""
    latest = measured[-1]
    entries = [Entry(plot.y(line.aim.value), line.aim, (phrase(words, "chart.target", day=line.aim.day),))]
    if latest is not line.baseline:
        entries.append(Entry(plot.y(latest.value), latest, (phrase(words, "chart.latest", day=latest.day),)))
    else:
        level = (_TOP + _BOTTOM) / 2
        entries.append(Entry(level, None, (words["state"]["not_measured"],)))
    if line.gap is not None:
        notes = (phrase(words, "chart.at_pace", day=line.gap.point.day), line.gap.text)
        level = min(max(plot.y(line.gap.point.value), _TOP), _BOTTOM)
        entries.append(Entry(level, line.gap.point, notes, is_gap=not line.gap.is_reached))
    return entries
