"""From activity to learning: how many records stand behind each of the five value cycles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from outcome_catalog.publish.charts.labels import cut, text_width
from outcome_catalog.publish.charts.scale import Scale
from outcome_catalog.publish.charts.svg import add, canvas, svg_text, tooltip
from outcome_catalog.publish.words import clause_break, number_text

_WIDTH, _STEP, _TALL = 356, 38, 14
_SMALL, _STRONG = 11, 12
_LEAST = 2
"""A cycle with a record is never drawn as nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One cycle: its name, how many records stand behind it (None where nobody can say), and that in words."""

    name: str
    count: int | None
    text: str


def value_funnel(stages: Sequence[Stage], *, chart_id: str, title: str, words: Mapping[str, Any]) -> str:
    """The funnel as SVG text, the first stage on top: a bar as long as its count from one edge, with it at its end."""
    description = clause_break(words).join(f"{stage.name}{words['colon']} {stage.text}" for stage in stages)
    height = len(stages) * _STEP
    drawing = canvas(chart_id=chart_id, width=_WIDTH, height=height, title=title, description=description)
    most = max((stage.count or 0 for stage in stages), default=0)
    room = _WIDTH - text_width(number_text(words, most), _STRONG) - 10
    width = Scale(0, most or 1, 0, room)
    add(drawing, "line", css="oc-axis", x1=0.5, x2=0.5, y1=0, y2=height - 2)
    for index, stage in enumerate(stages):
        top, wide = index * _STEP, max(width(stage.count), _LEAST) if stage.count else 0
        row = add(drawing, "g")
        tooltip(row, f"{stage.name}{words['colon']} {stage.text}")
        add(row, "rect", css="oc-target-area", x=0, y=top, width=_WIDTH, height=_STEP)
        name = cut(stage.name, _WIDTH - 12, _SMALL)
        add(row, "text", name, css="oc-small", x=6, y=top + 12)
        if wide:
            add(row, "rect", css="oc-stage", x=0, y=top + 17, width=wide, height=_TALL)
        number = words["state"]["not_measured"] if stage.count is None else number_text(words, stage.count)
        css = "oc-faint" if stage.count is None else "oc-strong"
        add(row, "text", number, css=css, x=wide + 6, y=top + 28)
    return svg_text(drawing)
