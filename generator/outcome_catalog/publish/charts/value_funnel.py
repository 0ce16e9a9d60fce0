"""From activity to learning: how many records stand behind each of the five value cycles."""

from collections.abc import Sequence
from dataclasses import dataclass

from outcome_catalog.publish.charts.scale import Scale
from outcome_catalog.publish.charts.svg import add, canvas, svg_text, tooltip

_WIDTH, _STEP, _TALL = 356, 26, 18
_NUMBERS, _MIDDLE, _HALF = 116, 240, 112
"""Where the numbers end, and the bars' middle and half of the widest, so that they lie on no word."""
_LEAST = 2
"""A cycle with a record is never drawn as nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One cycle: its name, how many records stand behind it (None where nobody can say), and that in words."""

    name: str
    count: int | None
    text: str


def value_funnel(stages: Sequence[Stage], *, chart_id: str, title: str) -> str:
    """The funnel as SVG text, the first stage on top: a bar as wide as its count, a thin line where it is none."""
    description = "; ".join(f"{stage.name}: {stage.text}" for stage in stages)
    height = len(stages) * _STEP
    drawing = canvas(chart_id=chart_id, width=_WIDTH, height=height, title=title, description=description)
    width = Scale(0, max((stage.count or 0 for stage in stages), default=0) or 1, 0, _HALF)
    for index, stage in enumerate(stages):
        half, top = width(stage.count or 0), index * _STEP
        wide = max(2 * half, _LEAST) if stage.count else 0
        row = add(drawing, "g")
        tooltip(row, f"{stage.name}: {stage.text}")
        add(row, "text", stage.name, css="oc-label", x=0, y=top + _TALL - 4)
        add(
            row,
            "text",
            "?" if stage.count is None else f"{stage.count:,}",
            css="oc-strong",
            x=_NUMBERS,
            y=top + _TALL - 4,
            text_anchor="end",
        )
        if wide:
            add(row, "rect", css="oc-stage", x=_MIDDLE - wide / 2, y=top, width=wide, height=_TALL)
        else:
            add(row, "line", css="oc-axis", x1=_MIDDLE, x2=_MIDDLE, y1=top, y2=top + _TALL)
    return svg_text(drawing)
