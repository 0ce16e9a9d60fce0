"""The words of an indicator's chart: beside the plot what matters most, within it what has room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from outcome_catalog.publish.charts.indicator_marks import Plot, Point, draw_mark
from outcome_catalog.publish.charts.labels import Box, Label, Room, cut, leading, line_boxes, text_width, wrapped
from outcome_catalog.publish.charts.scale import Scale
from outcome_catalog.publish.charts.svg import add

_STRONG, _SMALL = 12.0, 11.0
_KEY = 14
"""The room for the mark before a label."""
_BETWEEN = 8
_AWAY = 9


@dataclass(frozen=True, slots=True)
class Entry:
    """A label beside the plot: the *level* it belongs to, the point whose number it gives, and notes below that."""

    level: float
    point: Point | None
    notes: tuple[str, ...]
    is_gap: bool = False


def beside(drawing: Element, entries: Sequence[Entry], across: Scale, ends: tuple[float, float]) -> None:
    """The *entries*, each at its level as far as they leave each other room between the *ends*."""
    width = across.end - across.start - _KEY
    ordered = sorted(entries, key=lambda entry: entry.level)
    texts = [_lines(entry, width) for entry in ordered]
    heights = [_height(entry, lines) for entry, lines in zip(ordered, texts, strict=True)]
    tops = _tops([entry.level - _STRONG / 2 for entry in ordered], heights, ends)
    for entry, lines, top in zip(ordered, texts, tops, strict=True):
        base = top + _STRONG * 0.85
        if entry.point is not None:
            draw_mark(drawing, entry.point, across.start + 5, base - 4, 4, is_key=True)
            number = cut(entry.point.number, width, _STRONG)
            add(drawing, "text", number, css="oc-strong", x=across.start + _KEY, y=base)
            base += leading(_STRONG)
        for number_of_line, text in enumerate(lines):
            is_last = number_of_line == len(lines) - 1
            css = "oc-faint oc-short" if entry.is_gap and is_last else "oc-faint"
            add(drawing, "text", text, css=css, x=across.start + _KEY, y=base)
            base += leading(_SMALL)


def _lines(entry: Entry, width: float) -> list[str]:
    """The notes, broken after a comma where there is one and between any words otherwise."""
    parts: list[str] = []
    for note in entry.notes:
        first, comma, rest = note.partition(", ")
        is_short = text_width(note, _SMALL) <= width or not comma
        parts.extend([note] if is_short else [f"{first},", rest])
    return [line for part in parts for line in (wrapped(part, width, _SMALL) or (cut(part, width, _SMALL),))]


def _height(entry: Entry, lines: Sequence[str]) -> float:
    return (leading(_STRONG) if entry.point is not None else 0) + leading(_SMALL) * len(lines) + _BETWEEN


def _tops(wanted: Sequence[float], heights: Sequence[float], ends: tuple[float, float]) -> list[float]:
    """Where labels begin, from the top: as near to where they are *wanted* as the others and the *ends* let them."""
    tops: list[float] = []
    free = ends[0]
    for top, height in zip(wanted, heights, strict=True):
        tops.append(max(top, free))
        free = tops[-1] + height
    free = ends[1]
    for index in reversed(range(len(tops))):
        tops[index] = min(tops[index], free - heights[index] + (_BETWEEN if index == len(tops) - 1 else 0))
        free = tops[index]
    return tops


def put_in_plot(
    drawing: Element,
    plot: Plot,
    named: Sequence[Point],
    lines: Sequence[Sequence[Point]],
    bands: Sequence[Box],
    words: Mapping[str, Any],
) -> None:
    """The *named* points' numbers, the baseline's first, and what *bands* mean, on no line and on no other word."""
    room = Room(Box(plot.left, plot.y.end - 19, plot.right, plot.y.start - 2))
    baseline, *targets = named
    for points in lines:
        room.take(line_boxes(plot.places(points), thickness=5))
    word = words["chart"]["baseline"]
    _put(drawing, room, plot, baseline, (f"{word} {baseline.number}", baseline.number))
    for target in targets:
        _put(drawing, room, plot, target, (target.number,))
    for band in bands:
        text = words["state"]["not_measured"]
        middle = (band.left + band.right) / 2
        label = room.put(
            Label(lines=(text,), x=middle, y=y, anchor="middle", size=_SMALL)
            for y in (band.bottom - 6, band.top + 14, (band.top + band.bottom) / 2)
            if text_width(text, _SMALL) <= band.right - band.left
        )
        if label is not None:
            add(drawing, "text", text, css="oc-faint", x=label.x, y=label.y, text_anchor="middle")


def _put(drawing: Element, room: Room, plot: Plot, point: Point, texts: Sequence[str]) -> None:
    x, y = plot.x(point.day), plot.y(point.value)
    places = ((_AWAY, 4, "start"), (-_AWAY, 4, "end"), (0, -_AWAY, "middle"), (0, 18, "middle"),
              (4, -_AWAY, "start"), (4, 18, "start"), (-4, -_AWAY, "end"), (-4, 18, "end"))  # fmt: skip
    choices = (
        Label(lines=(text,), x=x + across, y=y + down, anchor=anchor, size=_SMALL)
        for text in texts
        if text_width(text, _SMALL) < plot.right - plot.left
        for across, down, anchor in places
    )
    label = room.put(choices)
    if label is not None:
        add(drawing, "text", label.lines[0], css="oc-small", x=label.x, y=label.y, text_anchor=label.anchor)
