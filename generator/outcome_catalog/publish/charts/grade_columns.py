"""How many uses began in each period, by grade, one upon the other; each column leads to the report on its period."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from outcome_catalog.insights.uses import GRADES_BEST_FIRST
from outcome_catalog.publish.charts.scale import Scale
from outcome_catalog.publish.charts.svg import add, canvas, svg_text, tooltip

_WIDTH, _TOP, _BASE, _HEIGHT = 356, 16, 146, 168
_LEFT = 26
_MOST_LABELS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeColumn:
    """The uses of one period by grade, the best first; *label* stands under it, *text* says it all."""

    label: str
    counts: tuple[int, ...]
    href: str
    text: str


def grade_columns(columns: Sequence[GradeColumn], *, chart_id: str, title: str, description: str) -> str:
    """The columns as SVG text, oldest first."""
    drawing = canvas(
        chart_id=chart_id, width=_WIDTH, height=_HEIGHT, title=title, description=description, has_links=True
    )
    most = max((sum(column.counts) for column in columns), default=0) or 1
    level = Scale(0, most, 0, _BASE - _TOP)
    for value in sorted({0, most // 2, most}):
        y = _BASE - level(value)
        add(drawing, "line", css="oc-axis" if not value else "oc-guide", x1=_LEFT, x2=_WIDTH, y1=y, y2=y)
        add(drawing, "text", str(value), css="oc-faint", x=_LEFT - 6, y=y + 4, text_anchor="end")
    step = min((_WIDTH - _LEFT) / max(len(columns), 1), 64)
    every = -(-len(columns) // _MOST_LABELS)
    for index, column in enumerate(columns):
        x = _LEFT + index * step
        _column(drawing, column, x, step, level)
        if (len(columns) - 1 - index) % every == 0:
            add(drawing, "text", column.label, css="oc-faint", x=x + step / 2, y=_BASE + 16, text_anchor="middle")
    return svg_text(drawing)


def _column(drawing: Element, column: GradeColumn, x: float, step: float, level: Scale) -> None:
    target = add(drawing, "a", css="oc-node", href=column.href)
    tooltip(target, column.text)
    add(target, "rect", css="oc-row", x=x, y=_TOP, width=step, height=_HEIGHT - _TOP)
    wide, gap = (step - 4, 2) if step > 12 else (step - 1, 0.5)  # noqa: PLR2004 - narrow columns stand closer
    floor = float(_BASE)
    for grade, count in zip(GRADES_BEST_FIRST, column.counts, strict=True):
        if count:
            tall = level(count)
            add(target, "rect", css=f"oc-bar oc-bar--{grade}", x=x + gap, y=floor - tall, width=wide, height=tall)
            floor -= tall
