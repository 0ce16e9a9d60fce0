"""When an artifact was reused, by whom, and how well each use is evidenced: a lane for each use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element

from outcome_catalog.publish.charts.grade_marks import grade_mark
from outcome_catalog.publish.charts.labels import cut, text_width
from outcome_catalog.publish.charts.scale import DayScale
from outcome_catalog.publish.charts.svg import add, canvas, say_language, svg_text, tooltip
from outcome_catalog.publish.words import clause_break, day_text

_WIDTH, _LANE, _TOP = 356, 25, 20
_LEFT, _RIGHT = 8, 348
_SMALL, _AWAY = 11, 9
_YEAR_WIDTH, _MONTH_WIDTH = 40, 70


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A reuse event: between which days it began, when it ended at the latest, and what is said of it.

    *ended* is None where no end is recorded; *runs_on* says that it is then taken to go on. *name* is who uses it, and
    *label* the same with the grade, where there is room.
    """

    first: date
    last: date
    ended: date | None = None
    runs_on: bool = False
    grade: str
    is_counted: bool
    name: str
    label: str
    text: str
    language: str | None = None
    """That of *name*, where it is not the page's."""


def reuse_timeline(
    uses: Sequence[Use], *, begin: date, end: date, chart_id: str, title: str, words: Mapping[str, Any]
) -> str:
    """The timeline as SVG text, from the artifact's first day to the catalog's or to the last day that is stated."""
    ordered = sorted(uses, key=lambda use: (use.first, use.last, use.label))
    days = [begin, end, *(day for use in uses for day in (use.first, use.last, use.ended or use.last))]
    x = DayScale(min(days), max(days), _LEFT + 6, _RIGHT - 6)
    base = _TOP + len(ordered) * _LANE + 6
    text = clause_break(words).join(use.text.replace("\n", ", ") for use in ordered)
    drawing = canvas(chart_id=chart_id, width=_WIDTH, height=base + 22, title=title, description=text)
    _axis(drawing, x, base, words)
    _ends(drawing, x, (begin, end), base, words)
    for row, use in enumerate(ordered):
        _lane(drawing, use, x, _TOP + row * _LANE + 18, end)
    return svg_text(drawing)


def _axis(drawing: Element, x: DayScale, base: float, words: Mapping[str, Any]) -> None:
    add(drawing, "line", css="oc-axis", x1=_LEFT, x2=_RIGHT, y1=base, y2=base)
    months = x.months(int((_RIGHT - _LEFT) / _YEAR_WIDTH))
    if any(day.month != 1 for day in months):
        months = x.months(int((_RIGHT - _LEFT) / _MONTH_WIDTH))
    for day in months:
        is_year = all(month.month == 1 for month in months)
        text = str(day.year) if is_year else day_text(words, day.isoformat()[:7])
        half = text_width(text, _SMALL) / 2
        place = min(max(x(day), half), _WIDTH - half)
        add(drawing, "line", css="oc-grid", x1=x(day), x2=x(day), y1=_TOP, y2=base)
        add(drawing, "text", text, css="oc-faint", x=place, y=base + 16, text_anchor="middle")


def _ends(drawing: Element, x: DayScale, ends: tuple[date, date], base: float, words: Mapping[str, Any]) -> None:
    """The days on which it came out and on which the catalog was built, in a row of their own."""
    names = words["chart"]["published"], words["chart"]["today"]
    places = [x(day) for day in ends]
    for day, name, place, anchor in zip(ends, names, places, ("start", "end"), strict=True):
        line = add(drawing, "line", css="oc-today", x1=place, x2=place, y1=_TOP - 4, y2=base)
        tooltip(line, f"{name}: {day_text(words, day)}")
        width = text_width(name, _SMALL)
        if anchor == "start" or place - width > places[0] + text_width(names[0], _SMALL):
            side = place if anchor == "start" and place + width < _WIDTH else max(place, width)
            end = "start" if anchor == "start" and place + width < _WIDTH else "end"
            add(drawing, "text", name, css="oc-faint", x=side, y=11, text_anchor=end)


def _lane(drawing: Element, use: Use, x: DayScale, level: float, end: date) -> None:
    group = add(drawing, "g", css=f"oc-use oc-{use.grade}" + ("" if use.is_counted else " oc-uncounted"))
    tooltip(group, use.text)
    place = x(use.first)
    if use.last > use.first:
        width = max(x(use.last) - place, 1)
        add(group, "rect", css="oc-about", x=place, y=level - 3, width=width, height=6)
    if use.ended is not None:
        stop = x(use.ended)
        add(group, "line", css="oc-span", x1=place, x2=stop, y1=level, y2=level)
        add(group, "line", css="oc-span", x1=stop, x2=stop, y1=level - 5, y2=level + 5)
    elif use.runs_on and use.first < end:
        add(group, "line", css="oc-span oc-runs-on", x1=place, x2=x(end), y1=level, y2=level)
    grade_mark(group, use.grade, place, level, is_counted=use.is_counted)
    _label(group, use, place, level)


def _label(group: Element, use: Use, place: float, level: float) -> None:
    """Right of the mark where it fits there, else left; without the grade, which the mark tells, rather than cut."""
    right, left = _WIDTH - place - _AWAY, place - _AWAY
    widest = max(right, left)
    is_whole = text_width(use.label, _SMALL) <= widest
    text = use.label if is_whole else cut(use.name, widest, _SMALL)
    is_right = text_width(text, _SMALL) <= right
    start, anchor = (place + _AWAY, "start") if is_right else (place - _AWAY, "end")
    written = add(group, "text", text, css="oc-small", x=start, y=level - 5, text_anchor=anchor)
    say_language(written, None if is_whole else use.language)
