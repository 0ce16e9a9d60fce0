"""An indicator's values from its baseline, on their way to its targets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element

from outcome_catalog.publish.charts.scale import DayScale, Scale
from outcome_catalog.publish.charts.svg import add, canvas, shortened, svg_text, tooltip
from outcome_catalog.publish.words import phrase

_WIDTH, _HEIGHT = 480, 190
_LEFT, _RIGHT, _TOP, _BOTTOM = 8, 312, 30, 132
_AXIS = 160
_LABELS = 326
"""Where the labels of the latest value and of the target stand, beside the drawing, so that they lie on no line."""
_LABEL_HEIGHT, _LONGEST_LABEL = 46, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A value on a day: *text* is the value with its unit, *number* without, for where there is little room."""

    day: date
    value: float
    text: str
    number: str
    estimated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorLine:
    """What the chart shows; *targets* is never empty, *values* may be."""

    chart_id: str
    title: str
    description: str
    baseline: Point
    targets: Sequence[Point]
    values: Sequence[Point]
    as_of: date


def indicator_line(line: IndicatorLine, words: Mapping[str, Any]) -> str:
    """The chart as SVG text: baseline and targets on a dashed line, values as a line with dots, today as a rule."""
    drawing = canvas(
        chart_id=line.chart_id, width=_WIDTH, height=_HEIGHT, title=line.title, description=line.description
    )
    points = (line.baseline, *line.targets, *line.values)
    days = [point.day for point in points]
    x = DayScale(min(days), max(*days, line.as_of), _LEFT, _RIGHT)
    y = Scale(min(p.value for p in points), max(p.value for p in points), _BOTTOM, _TOP)
    _axis(drawing, x, line.as_of, words)
    targets = sorted(line.targets, key=lambda p: p.day)
    add(drawing, "polyline", css="oc-promised", points=_path((line.baseline, *targets), x, y))
    if line.values:
        by_day = sorted((line.baseline, *line.values), key=lambda p: p.day)
        add(drawing, "polyline", css="oc-measured", points=_path(by_day, x, y))
    for point in line.values:
        _dot(drawing, point, x(point.day), y(point.value))
    for point in (line.baseline, *targets):
        _diamond(drawing, point, x(point.day), y(point.value))
    _baseline_label(drawing, line.baseline, targets[-1], x, y, words)
    _labels(drawing, line.values, targets[-1], y, words)
    return svg_text(drawing)


def _axis(drawing: Element, x: DayScale, as_of: date, words: Mapping[str, Any]) -> None:
    add(drawing, "line", css="oc-axis", x1=_LEFT, x2=_RIGHT, y1=_AXIS, y2=_AXIS)
    today = x(as_of)
    add(drawing, "line", css="oc-today", x1=today, x2=today, y1=_TOP - 12, y2=_AXIS)
    anchor = "end" if today > (_LEFT + _RIGHT) / 2 else "start"
    add(drawing, "text", words["chart"]["today"], css="oc-faint", x=today, y=_TOP - 16, text_anchor=anchor)
    for year in x.years():
        place = x(year)
        add(drawing, "line", css="oc-axis", x1=place, x2=place, y1=_AXIS, y2=_AXIS + 4)
        add(drawing, "text", str(year.year), css="oc-faint", x=place, y=_AXIS + 17, text_anchor="middle")


def _baseline_label(
    drawing: Element, baseline: Point, target: Point, x: DayScale, y: Scale, words: Mapping[str, Any]
) -> None:
    """On the side that the way to the target leaves free."""
    level = y(baseline.value) + (19 if target.value >= baseline.value else -11)
    text = shortened(phrase(words, "chart.baseline", value=_marked(baseline, words)), 44)
    add(drawing, "text", text, css="oc-label", x=max(x(baseline.day) - 4, 0), y=level)


def _labels(drawing: Element, values: Sequence[Point], target: Point, y: Scale, words: Mapping[str, Any]) -> None:
    """The latest value and the target beside the drawing, at their own heights as far as they leave each other room."""
    day = phrase(words, "chart.target", day=target.day.isoformat())
    entries = [(y(target.value), target, day, True)]
    if values:
        entries.append(
            (y(values[-1].value), values[-1], phrase(words, "chart.latest", day=values[-1].day.isoformat()), False)
        )
    else:
        add(drawing, "text", words["state"]["not_measured"], css="oc-faint", x=_LABELS, y=_HEIGHT - 34)
    lowest = float("-inf")
    for level, point, note, is_target in sorted(entries, key=lambda entry: entry[0]):
        place = max(level, lowest + _LABEL_HEIGHT)
        lowest = place
        mark = _diamond if is_target else _dot
        mark(drawing, point, _LABELS + 5, place)
        text = point.text if len(point.text) <= _LONGEST_LABEL else point.number
        add(drawing, "text", text, css="oc-strong", x=_LABELS + 15, y=place + 4)
        add(drawing, "text", note, css="oc-faint", x=_LABELS + 15, y=place + 18)
        if point.estimated:
            add(drawing, "text", words["artifact"]["estimated"], css="oc-faint", x=_LABELS + 15, y=place + 31)


def _marked(point: Point, words: Mapping[str, Any]) -> str:
    """The value's text, marked where it is an estimate."""
    return phrase(words, "value.estimated", value=point.text) if point.estimated else point.text


def _diamond(drawing: Element, point: Point, place: float, level: float) -> None:
    mark = add(drawing, "path", css="oc-mark", d=f"M{place:.1f} {level - 5:.1f}l5 5-5 5-5-5z")
    tooltip(mark, f"{point.day.isoformat()}: {point.text}")


def _dot(drawing: Element, point: Point, place: float, level: float) -> None:
    css = "oc-dot oc-estimated" if point.estimated else "oc-dot"
    tooltip(add(drawing, "circle", css=css, cx=place, cy=level, r=4), f"{point.day.isoformat()}: {point.text}")


def _path(points: Sequence[Point], x: DayScale, y: Scale) -> str:
    return " ".join(f"{x(p.day):.1f},{y(p.value):.1f}" for p in points)
