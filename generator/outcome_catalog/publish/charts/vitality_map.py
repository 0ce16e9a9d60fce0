"""Activity by benefit: every community as a dot in one of four fields."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2
from typing import Any
from xml.etree.ElementTree import Element

from outcome_catalog.publish.charts.scale import Scale
from outcome_catalog.publish.charts.svg import add, canvas, shortened, svg_text, tooltip
from outcome_catalog.publish.words import phrase

_WIDTH, _HEIGHT = 460, 330
_LEFT, _TOP, _RIGHT, _BOTTOM = 22, 6, 454, 304
_NO_ACTIVITY_ENDS, _NO_BENEFIT_BEGINS = 160, 190
_RADIUS, _PITCH = 5, 12
_MOST_LABELLED = 9
_FIELDS = (
    ("harvested", _LEFT, _TOP),
    ("productive", _NO_ACTIVITY_ENDS, _TOP),
    ("silent", _LEFT, _NO_BENEFIT_BEGINS),
    ("busy", _NO_ACTIVITY_ENDS, _NO_BENEFIT_BEGINS),
)
_Cell = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A community: its activity (commits) and its benefit (attested uses and moved indicators) in the window."""

    title: str
    href: str
    state: str
    activity: int
    benefit: int
    text: str


def vitality_map(dots: Sequence[Dot], *, chart_id: str, description: str, words: Mapping[str, Any]) -> str:
    """The map as SVG text: to the right more activity, upwards more benefit, none of either in bands of their own."""
    title = words["vitality"]["map_title"]
    drawing = canvas(
        chart_id=chart_id, width=_WIDTH, height=_HEIGHT, title=title, description=description, has_links=True
    )
    _fields(drawing, dots, words)
    taken: set[_Cell] = set()
    most_active = max((d.activity for d in dots), default=0)
    most_benefit = max((d.benefit for d in dots), default=0)
    for dot in sorted(dots, key=lambda d: (-d.benefit, -d.activity, d.title)):
        x, y = _place(dot, most_active, most_benefit)
        _dot(drawing, dot, *_free(x, y, taken), has_label=len(dots) <= _MOST_LABELLED)
    return svg_text(drawing)


def _fields(drawing: Element, dots: Sequence[Dot], words: Mapping[str, Any]) -> None:
    for state, left, top in _FIELDS:
        right = _NO_ACTIVITY_ENDS - 4 if left == _LEFT else _RIGHT
        bottom = _NO_BENEFIT_BEGINS - 4 if top == _TOP else _BOTTOM
        add(drawing, "rect", css=f"oc-field oc-{state}", x=left, y=top, width=right - left, height=bottom - top, rx=3)
        here = sum(1 for d in dots if (d.activity > 0) == (left != _LEFT) and (d.benefit > 0) == (top == _TOP))
        add(
            drawing,
            "text",
            phrase(words, "vitality.field", word=words["vitality"][state], n=here),
            css="oc-strong",
            x=left + 8,
            y=top + 18,
        )
    add(
        drawing, "text", words["vitality"]["activity_axis"], css="oc-faint", x=_RIGHT, y=_BOTTOM + 18, text_anchor="end"
    )
    middle = (_TOP + _NO_BENEFIT_BEGINS) / 2
    add(
        drawing,
        "text",
        words["vitality"]["benefit_axis"],
        css="oc-faint",
        x=14,
        y=middle,
        text_anchor="middle",
        transform=f"rotate(-90 14 {middle:.0f})",
    )


def _place(dot: Dot, most_active: int, most_benefit: int) -> tuple[float, float]:
    x: float = _LEFT + 16
    y: float = _NO_BENEFIT_BEGINS + 36
    if dot.activity:
        x = Scale(1, log2(1 + most_active), _NO_ACTIVITY_ENDS + 16, _RIGHT - 30)(log2(1 + dot.activity))
    if dot.benefit:
        y = Scale(1, log2(1 + most_benefit), _NO_BENEFIT_BEGINS - 24, _TOP + 38)(log2(1 + dot.benefit))
    return x, y


def _free(x: float, y: float, taken: set[_Cell]) -> tuple[float, float]:
    """The nearest free place below or right of (x, y) inside its field; in a full field dots lie on each other."""
    column, row = round(x / _PITCH), round(y / _PITCH)
    last_column = int(((_NO_ACTIVITY_ENDS - 14) if x < _NO_ACTIVITY_ENDS else (_RIGHT - 8)) / _PITCH)
    last_row = int(((_NO_BENEFIT_BEGINS - 14) if y < _NO_BENEFIT_BEGINS else (_BOTTOM - 8)) / _PITCH)
    for right in range(column, last_column + 1):
        for down in range(row, last_row + 1):
            if (right, down) not in taken:
                taken.add((right, down))
                return right * _PITCH, down * _PITCH
    return x, y


def _dot(drawing: Element, dot: Dot, x: float, y: float, *, has_label: bool) -> None:
    target = add(drawing, "a", href=dot.href, css=f"oc-{dot.state}")
    tooltip(target, dot.text)
    add(target, "circle", css="oc-community", cx=x, cy=y, r=_RADIUS)
    if has_label:
        is_right = x > (_NO_ACTIVITY_ENDS + _RIGHT) / 2
        add(
            target,
            "text",
            shortened(dot.title, 24),
            css="oc-label",
            x=x - 9 if is_right else x + 9,
            y=y + 4,
            text_anchor="end" if is_right else "start",
        )
