"""When an artifact was reused, and how well each use is evidenced."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element

from outcome_catalog.publish.charts.scale import DayScale
from outcome_catalog.publish.charts.svg import add, canvas, svg_text, tooltip

_WIDTH = 640
_LEFT, _RIGHT = 10, 630
_ROW, _PITCH = 14, 14
_MOST_ROWS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A reuse event: its days as exactly as they are known, its grade as a CSS class, and a sentence about it."""

    first: date
    last: date
    grade: str
    is_counted: bool
    text: str


def reuse_timeline(
    uses: Sequence[Use], *, begin: date, end: date, chart_id: str, title: str, words: Mapping[str, Any]
) -> str:
    """The timeline as SVG text, from the artifact's first day to the catalog's; uses of one time are stacked."""
    days = [begin, end, *(use.first for use in uses)]
    x = DayScale(min(days), max(days), _LEFT + 6, _RIGHT - 6)
    placed = _placed(uses, x)
    rows = 1 + max((row for _, _, row in placed), default=0)
    base = 10 + rows * _ROW
    drawing = canvas(
        chart_id=chart_id, width=_WIDTH, height=base + 26, title=title, description="; ".join(use.text for use in uses)
    )
    _axis(drawing, x, begin, base, words)
    for use, place, row in placed:
        _mark(drawing, use, place, base - 8 - row * _ROW, x)
    return svg_text(drawing)


def _placed(uses: Sequence[Use], x: DayScale) -> list[tuple[Use, float, int]]:
    """Each use with its place and row; rows beyond the last lie on it."""
    height: dict[int, int] = {}
    placed = []
    for use in sorted(uses, key=lambda u: u.first):
        column = round(x(use.first) / _PITCH)
        row = height.get(column, 0)
        height[column] = row + 1
        placed.append((use, float(column * _PITCH), min(row, _MOST_ROWS - 1)))
    return placed


def _axis(drawing: Element, x: DayScale, begin: date, base: float, words: Mapping[str, Any]) -> None:
    add(drawing, "line", css="oc-axis", x1=_LEFT, x2=_RIGHT, y1=base, y2=base)
    born = x(begin)
    tooltip(
        add(drawing, "line", css="oc-today", x1=born, x2=born, y1=base - 10, y2=base + 4),
        f"{words['chart']['published']}: {begin.isoformat()}",
    )
    for year in x.years():
        add(drawing, "line", css="oc-axis", x1=x(year), x2=x(year), y1=base, y2=base + 4)
        add(drawing, "text", str(year.year), css="oc-faint", x=x(year), y=base + 18, text_anchor="middle")


def _mark(drawing: Element, use: Use, place: float, level: float, x: DayScale) -> None:
    group = add(drawing, "g", css=f"oc-use oc-{use.grade}" + ("" if use.is_counted else " oc-uncounted"))
    tooltip(group, use.text)
    if (use.last - use.first).days > 1:
        add(group, "line", css="oc-span", x1=place, x2=max(place, x(use.last)), y1=level, y2=level)
    add(group, "circle", css="oc-outer", cx=place, cy=level, r=5)
    if use.grade in {"verified", "attested"}:  # full: verified, half: attested, empty: claimed
        sweep = "a5 5 0 1 1 0 10a5 5 0 1 1 0-10z" if use.grade == "verified" else "a5 5 0 0 0 0 10z"
        add(group, "path", css="oc-inner", d=f"M{place:.1f} {level - 5:.1f}{sweep}")
    if not use.is_counted:
        add(group, "path", css="oc-crossed", d=f"M{place - 6:.1f} {level + 6:.1f}l12-12")
