"""A figure over the last quarters, small enough to stand beside the figure itself."""

from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from outcome_catalog.publish.charts.labels import text_width
from outcome_catalog.publish.charts.scale import Scale
from outcome_catalog.publish.charts.svg import add, canvas, svg_text, tooltip
from outcome_catalog.publish.words import clause_break, number_text, phrase

_WIDTH, _HEIGHT, _GAP, _WIDEST = 120, 60, 2, 15
_TOP, _BOTTOM = 14, 44
_SMALL = 11


def quarter_columns(
    counts: Sequence[tuple[str, int]],
    *,
    chart_id: str,
    title: str,
    words: Mapping[str, Any],
    remarks: Sequence[str] = (),
) -> str:
    """The columns as SVG text, oldest first, each by its quarter's name; the last one is the running quarter.

    *remarks* say more of each count. The highest count stands over its column, and the ends are named below.
    """
    texts = [phrase(words, "chart.quarter", label=label, n=count) for label, count in counts]
    if remarks:
        texts = [f"{text}, {remark}" for text, remark in zip(texts, remarks, strict=True)]
    said = clause_break(words).join(texts)
    drawing = canvas(chart_id=chart_id, width=_WIDTH, height=_HEIGHT, title=title, description=said)
    step = min(_WIDTH / max(len(counts), 1), _WIDEST)
    most = max((count for _, count in counts), default=0)
    height = Scale(0, most or 1, 0, _BOTTOM - _TOP)
    highest = [count for _, count in counts].index(most) if most else None
    for index, (text, (_, count)) in enumerate(zip(texts, counts, strict=True)):
        top = _BOTTOM - (max(height(count), 2) if count else 0)
        group = add(drawing, "g", css="oc-now" if index == len(counts) - 1 else None)
        tooltip(group, text)
        add(group, "rect", css="oc-target-area", x=index * step, y=0, width=step, height=_BOTTOM)
        if count:
            add(group, "rect", css="oc-column", x=index * step, y=top, width=step - _GAP, height=_BOTTOM - top)
        if index == highest:
            _number(group, number_text(words, most), index * step + (step - _GAP) / 2, top)
    add(drawing, "line", css="oc-axis", x1=0, x2=max(len(counts) * step - _GAP, 0), y1=_BOTTOM, y2=_BOTTOM)
    _ends(drawing, [label for label, _ in counts], len(counts) * step)
    return svg_text(drawing)


def _number(group: Element, number: str, middle: float, top: float) -> None:
    """A count over its column, within the drawing."""
    half = text_width(number, _SMALL) / 2
    place = min(max(middle, half), _WIDTH - half)
    add(group, "text", number, css="oc-small", x=place, y=top - 4, text_anchor="middle")


def _ends(drawing: Element, labels: Sequence[str], width: float) -> None:
    """The first quarter's name, and the last one's where there is room for both."""
    if labels:
        add(drawing, "text", labels[0], css="oc-faint", x=0, y=_BOTTOM + 13)
    if len(labels) > 1 and text_width(labels[0] + labels[-1], _SMALL) < width:
        add(drawing, "text", labels[-1], css="oc-faint", x=width - _GAP, y=_BOTTOM + 13, text_anchor="end")
