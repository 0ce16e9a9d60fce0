"""An indicator's values from its baseline, on their way to its targets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element

from outcome_catalog.publish.charts.scale import DayScale, Scale
from outcome_catalog.publish.charts.svg import add, canvas, svg_text, tooltip
from outcome_catalog.publish.words import phrase

_WIDTH, _HEIGHT = 440, 200
_LEFT, _RIGHT, _TOP, _BOTTOM = 20, 420, 34, 158
_LABEL_WIDTH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A value on a day, with the text that is shown for it."""

    day: date
    value: float
    text: str
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
    # 24: room for a label above the highest and below the lowest mark
    x = DayScale(min(days), max(*days, line.as_of), _LEFT + 6, _RIGHT - 6)
    y = Scale(min(p.value for p in points), max(p.value for p in points), _BOTTOM - 10, _TOP)
    _axis(drawing, x, line.as_of, words)
    promised = (line.baseline, *sorted(line.targets, key=lambda p: p.day))
    add(drawing, "polyline", css="oc-promised", points=_path(promised, x, y))
    measured = [line.baseline, *line.values] if line.values else []
    if measured:
        add(drawing, "polyline", css="oc-measured", points=_path(sorted(measured, key=lambda p: p.day), x, y))
    for point in line.values:
        _dot(drawing, point, x, y)
    _marks(drawing, line, x, y, words)
    return svg_text(drawing)


def _axis(drawing: Element, x: DayScale, as_of: date, words: Mapping[str, Any]) -> None:
    add(drawing, "line", css="oc-axis", x1=_LEFT, x2=_RIGHT, y1=_BOTTOM, y2=_BOTTOM)
    today = x(as_of)
    add(drawing, "line", css="oc-today", x1=today, x2=today, y1=_TOP - 14, y2=_BOTTOM)
    add(drawing, "text", words["chart"]["today"], css="oc-faint", x=today, y=_TOP - 20, text_anchor=_anchor(today))
    for year in x.years():
        place = x(year)
        add(drawing, "line", css="oc-axis", x1=place, x2=place, y1=_BOTTOM, y2=_BOTTOM + 4)
        add(drawing, "text", str(year.year), css="oc-faint", x=place, y=_BOTTOM + 17, text_anchor="middle")


def _marks(drawing: Element, line: IndicatorLine, x: DayScale, y: Scale, words: Mapping[str, Any]) -> None:
    _mark(drawing, line.baseline, x, y, phrase(words, "chart.baseline", value=line.baseline.text))
    for target in line.targets:
        _mark(drawing, target, x, y, phrase(words, "chart.target", value=target.text))
    if line.values:
        last = line.values[-1]
        _label(drawing, x(last.day), y(last.value), last.text, css="oc-strong")


def _mark(drawing: Element, point: Point, x: DayScale, y: Scale, text: str) -> None:
    place, level = x(point.day), y(point.value)
    add(drawing, "path", css="oc-mark", d=f"M{place:.1f} {level - 5:.1f}l5 5-5 5-5-5z")
    _label(drawing, place, level, text, css="oc-label", below=True)


def _label(drawing: Element, place: float, level: float, text: str, *, css: str, below: bool = False) -> None:
    add(drawing, "text", text, css=css, x=place, y=level + 18 if below else level - 9, text_anchor=_anchor(place))


def _dot(drawing: Element, point: Point, x: DayScale, y: Scale) -> None:
    css = "oc-dot oc-estimated" if point.estimated else "oc-dot"
    tooltip(
        add(drawing, "circle", css=css, cx=x(point.day), cy=y(point.value), r=4),
        f"{point.day.isoformat()}: {point.text}",
    )


def _path(points: Sequence[Point], x: DayScale, y: Scale) -> str:
    return " ".join(f"{x(p.day):.1f},{y(p.value):.1f}" for p in points)


def _anchor(place: float) -> str:
    if place < _LEFT + _LABEL_WIDTH:
        return "start"
    return "end" if place > _RIGHT - _LABEL_WIDTH else "middle"
