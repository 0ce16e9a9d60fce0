"""Activity by benefit: every community as a dot in one of four fields."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log2
from typing import Any
from xml.etree.ElementTree import Element

from outcome_catalog.publish.charts.scale import Scale
from outcome_catalog.publish.charts.svg import add, canvas, shortened, svg_text, tooltip
from outcome_catalog.publish.words import phrase

_WIDTH, _HEIGHT = 480, 330
_LEFT, _TOP, _RIGHT, _BOTTOM = 22, 4, 476, 306
_ACTIVITY_BEGINS, _BENEFIT_ENDS = 192, 155
_GUTTER, _HEADING = 4, 34
_RADIUS, _PITCH = 5, 12
_MOST_LABELLED = 8
_LETTER = 6.4
"""The width of a letter of a label, roughly; labels are cut to what fits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A community: its activity (commits) and its benefit (attested uses and moved indicators) in the window."""

    title: str
    href: str
    state: str
    activity: int
    benefit: int
    text: str


@dataclass(slots=True, kw_only=True)
class _Field:
    """One of the four fields and the places in it that are taken."""

    state: str
    left: float
    top: float
    right: float
    bottom: float
    taken: set[tuple[int, int]] = field(default_factory=set)

    def free(self, x: float, y: float, *, whole_rows: bool) -> tuple[float, float]:
        """The nearest free place below or right of (x, y); in a full field dots lie on each other."""
        columns = 1 if whole_rows else int((self.right - 8 - x) / _PITCH) + 1
        rows = int((self.bottom - 8 - self.top - _HEADING) / _PITCH) + 1
        first = round((y - self.top - _HEADING) / _PITCH)
        for column in range(columns):
            for step in range(rows):
                row = (first + step) % rows
                place = (0, row) if whole_rows else (round(x / _PITCH) + column, row)
                if place not in self.taken:
                    self.taken.add(place)
                    return x + column * _PITCH, self.top + _HEADING + row * _PITCH
        return x, y


def vitality_map(dots: Sequence[Dot], *, chart_id: str, description: str, words: Mapping[str, Any]) -> str:
    """The map as SVG text: to the right more activity, upwards more benefit, none of either in bands of their own."""
    title = words["vitality"]["map_title"]
    drawing = canvas(
        chart_id=chart_id, width=_WIDTH, height=_HEIGHT, title=title, description=description, has_links=True
    )
    fields = _fields()
    _background(drawing, fields, dots, words)
    most = (max((d.activity for d in dots), default=0), max((d.benefit for d in dots), default=0))
    for dot in sorted(dots, key=lambda d: (-d.benefit, -d.activity, d.title)):
        area = fields[dot.activity > 0, dot.benefit > 0]
        has_label = len(dots) <= _MOST_LABELLED
        _dot(drawing, dot, area, *area.free(*_place(dot, area, most), whole_rows=has_label), has_label=has_label)
    return svg_text(drawing)


def _fields() -> dict[tuple[bool, bool], _Field]:
    """The fields by whether there is activity and whether there is benefit."""
    columns = {False: (_LEFT, _ACTIVITY_BEGINS - _GUTTER), True: (_ACTIVITY_BEGINS, _RIGHT)}
    rows = {True: (_TOP, _BENEFIT_ENDS), False: (_BENEFIT_ENDS + _GUTTER, _BOTTOM)}
    states = {(False, True): "harvested", (True, True): "productive", (False, False): "silent", (True, False): "busy"}
    return {
        key: _Field(
            state=state, left=columns[key[0]][0], right=columns[key[0]][1], top=rows[key[1]][0], bottom=rows[key[1]][1]
        )
        for key, state in states.items()
    }


def _background(
    drawing: Element, fields: Mapping[tuple[bool, bool], _Field], dots: Sequence[Dot], words: Mapping[str, Any]
) -> None:
    for key, area in fields.items():
        width, height = area.right - area.left, area.bottom - area.top
        add(drawing, "rect", css=f"oc-field oc-{area.state}", x=area.left, y=area.top, width=width, height=height, rx=3)
        here = sum(1 for dot in dots if (dot.activity > 0, dot.benefit > 0) == key)
        text = phrase(words, "vitality.field", word=words["vitality"][area.state], n=here)
        add(drawing, "text", text, css="oc-strong", x=area.left + 8, y=area.top + 17)
    axes = words["vitality"]
    add(drawing, "text", axes["activity_axis"], css="oc-faint", x=_RIGHT, y=_BOTTOM + 17, text_anchor="end")
    turned = {"text_anchor": "middle", "transform": f"rotate(-90 14 {_BENEFIT_ENDS})"}
    add(drawing, "text", axes["benefit_axis"], css="oc-faint", x=14, y=_BENEFIT_ENDS, **turned)


def _place(dot: Dot, area: _Field, most: tuple[int, int]) -> tuple[float, float]:
    """Where a dot belongs, on logarithmic scales, before it makes room for others."""
    x, y = area.left + 16, area.top + _HEADING
    if dot.activity:
        x = Scale(1, log2(1 + most[0]), area.left + 16, area.right - 24)(log2(1 + dot.activity))
    if dot.benefit:
        y = Scale(1, log2(1 + most[1]), area.bottom - 12, area.top + _HEADING)(log2(1 + dot.benefit))
    return x, y


def _dot(drawing: Element, dot: Dot, area: _Field, x: float, y: float, *, has_label: bool) -> None:
    target = add(drawing, "a", href=dot.href, css=f"oc-{dot.state}")
    tooltip(target, dot.text)
    add(target, "circle", css="oc-community", cx=x, cy=y, r=_RADIUS)
    if has_label:
        leftwards = x > (area.left + area.right) / 2
        room = x - area.left if leftwards else area.right - x
        label = shortened(dot.title, int((room - 14) / _LETTER))
        place, anchor = (x - 9, "end") if leftwards else (x + 9, "start")
        add(target, "text", label, css="oc-label", x=place, y=y + 4, text_anchor=anchor)
