"""Activity by benefit: every community as a dot where its counts lie, none of either in bands of their own."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2
from typing import Any
from xml.etree.ElementTree import Element

from outcome_catalog.publish.charts.labels import Box, Label, Room, leading, text_width
from outcome_catalog.publish.charts.map_labels import label_beside
from outcome_catalog.publish.charts.map_places import LISTED, RADIUS, placed
from outcome_catalog.publish.charts.scale import Scale
from outcome_catalog.publish.charts.svg import add, canvas, say_language, svg_text, tooltip
from outcome_catalog.publish.words import contributors_language, phrase, short_number_text

NARROW, WIDE = 356, 480
"""The widths of the two drawings: that for a telephone, and that for where there is room for more names."""
_HEIGHT, _SMALL, _STRONG = 372, 11, 12
_TOP, _BOTTOM = 22, 336
_BENEFIT_ENDS, _GUTTER, _HEADING, _EDGE = 188, 4, 24, 12
_LEFT, _BAND = 34, 0.36
_MARKS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 100000, 1000000)
_STATES = {(True, True): "productive", (True, False): "busy", (False, True): "harvested", (False, False): "silent"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A community: its activity (commits) and its benefit (confirmed uses and moved indicators) in the window.

    *then* is the same a year ago, None where there was nothing to judge.
    """

    title: str
    href: str
    state: str
    activity: int
    benefit: int
    text: str
    then: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Axes:
    """The four fields and the two scales, logarithmic above nothing."""

    fields: Mapping[tuple[bool, bool], Box]
    most: tuple[int, int]

    def place(self, activity: int, benefit: int) -> tuple[float, float]:
        """Where these counts lie."""
        area = self.fields[activity > 0, benefit > 0]
        x, y = area.left + _EDGE + RADIUS, area.top + _HEADING + RADIUS
        if activity:
            x = Scale(0, log2(max(self.most[0], 2)), area.left + _EDGE, area.right - 2 * _EDGE)(log2(activity))
        if benefit:
            y = Scale(0, log2(max(self.most[1], 2)), area.bottom - _EDGE, area.top + _HEADING + _EDGE)(log2(benefit))
        return x, y


def vitality_map(
    dots: Sequence[Dot], *, chart_id: str, description: str, words: Mapping[str, Any], width: int = NARROW
) -> str:
    """The map as SVG text: to the right more activity, upwards more benefit; its links follow the states' order."""
    title = words["vitality"]["map_title"]
    drawing = canvas(
        chart_id=chart_id, width=width, height=_HEIGHT, title=title, description=description, has_links=True
    )
    ordered = sorted(dots, key=lambda d: (_field_number(d), -d.benefit, -d.activity, d.title))
    axes = _axes(ordered, width)
    room = Room(Box(_LEFT, _TOP, width, _BOTTOM))
    _fields(drawing, axes, ordered, room, words)
    _scales(drawing, axes, width, words)
    places = placed([(*axes.place(d.activity, d.benefit), axes.fields[_key(d)]) for d in ordered])
    room.take(Box(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS) for x, y in places)
    together = Counter((dot.activity, dot.benefit) for dot in ordered)
    for dot, place in zip(ordered, places, strict=True):
        is_crowd = together[dot.activity, dot.benefit] > LISTED  # the field's heading says how many they are
        label = None if is_crowd else label_beside(dot.title, place, axes.fields[_key(dot)], room)
        _dot(_link(drawing, dot, axes, place), place, label, words)
    return svg_text(drawing)


def _key(dot: Dot) -> tuple[bool, bool]:
    return dot.activity > 0, dot.benefit > 0


def _field_number(dot: Dot) -> int:
    return list(_STATES).index(_key(dot))


def _axes(dots: Sequence[Dot], width: int) -> _Axes:
    begins = _LEFT + (width - _LEFT) * _BAND
    columns = {False: (_LEFT, begins - _GUTTER), True: (begins, width)}
    rows = {True: (_TOP, _BENEFIT_ENDS), False: (_BENEFIT_ENDS + _GUTTER, _BOTTOM)}
    fields = {key: Box(columns[key[0]][0], rows[key[1]][0], columns[key[0]][1], rows[key[1]][1]) for key in _STATES}
    counts = [(dot.activity, dot.benefit) for dot in dots] + [dot.then for dot in dots if dot.then is not None]
    most = (max((count[0] for count in counts), default=0), max((count[1] for count in counts), default=0))
    return _Axes(fields=fields, most=most)


def _fields(drawing: Element, axes: _Axes, dots: Sequence[Dot], room: Room, words: Mapping[str, Any]) -> None:
    for key, area in axes.fields.items():
        css, wide, tall = f"oc-field oc-{_STATES[key]}", area.right - area.left, area.bottom - area.top
        add(drawing, "rect", css=css, x=area.left, y=area.top, width=wide, height=tall, rx=3)
        here = sum(1 for dot in dots if _key(dot) == key)
        text = phrase(words, "vitality.field", word=words["vitality"][_STATES[key]], n=here)
        add(drawing, "text", text, css="oc-strong", x=area.left + 8, y=area.top + 17)
        room.take([Box(area.left, area.top, area.left + 8 + text_width(text, _STRONG), area.top + _HEADING - 2)])


def _scales(drawing: Element, axes: _Axes, width: int, words: Mapping[str, Any]) -> None:
    """The counts on both scales: nothing, and round numbers as far as the highest count reaches."""
    end = 0.0
    for count in (0, *(mark for mark in _MARKS if mark <= axes.most[0])):
        x, text = axes.place(count, 0)[0], short_number_text(words, count)
        half = text_width(text, _SMALL) / 2
        if x - half >= end:
            end = x + half + 4
            add(drawing, "text", text, css="oc-faint", x=x, y=_BOTTOM + 14, text_anchor="middle")
            if count:
                add(drawing, "line", css="oc-grid", x1=x, x2=x, y1=_TOP, y2=_BOTTOM)
    below = _BOTTOM + 0.0
    for count in (0, *(mark for mark in _MARKS if mark <= axes.most[1])):
        y = axes.place(0, count)[1]
        if y + _SMALL <= below:
            below = y
            text = short_number_text(words, count)
            add(drawing, "text", text, css="oc-faint", x=_LEFT - 6, y=y + 4, text_anchor="end")
            if count:
                add(drawing, "line", css="oc-grid", x1=_LEFT, x2=width, y1=y, y2=y)
    names = words["vitality"]
    add(drawing, "text", names["benefit_axis"], css="oc-faint", x=0, y=12)
    add(drawing, "text", names["activity_axis"], css="oc-faint", x=width, y=_HEIGHT - 6, text_anchor="end")


def _link(drawing: Element, dot: Dot, axes: _Axes, place: tuple[float, float]) -> Element:
    """The link to the community, with a line from where it stood a year ago, to be seen while it is pointed at."""
    target = add(drawing, "a", href=dot.href, css=f"oc-{dot.state}")
    tooltip(target, dot.text)
    if dot.then is not None and dot.then != (dot.activity, dot.benefit):
        x, y = axes.place(*dot.then)
        add(target, "line", css="oc-trail", x1=x, y1=y, x2=place[0], y2=place[1])
        add(target, "circle", css="oc-trail", cx=x, cy=y, r=3)
    return target


def _dot(target: Element, place: tuple[float, float], label: Label | None, words: Mapping[str, Any]) -> None:
    add(target, "circle", css="oc-community", cx=place[0], cy=place[1], r=RADIUS)
    if label is None:
        return
    for number, line in enumerate(label.lines):
        y = label.y + number * leading(label.size)
        written = add(target, "text", line, css="oc-small", x=label.x, y=y, text_anchor=label.anchor)
        say_language(written, contributors_language(words))
