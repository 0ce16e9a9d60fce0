"""A figure over the last quarters, small enough to stand beside the figure itself."""

from collections.abc import Mapping, Sequence
from typing import Any

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
    highest = next((index for index, (_, count) in enumerate(counts) if count == most), None)
    for index, (text, (_, count)) in enumerate(zip(texts, counts, strict=True)):
        tall = max(height(count), 2) if count else 0
        group = add(drawing, "g", css="oc-quarter oc-now" if index == len(counts) - 1 else "oc-quarter")
        tooltip(group, text)
        add(group, "rect", css="oc-target-area", x=index * step, y=0, width=step, height=_BOTTOM)
        if tall:
            add(group, "rect", css="oc-column", x=index * step, y=_BOTTOM - tall, width=step - _GAP, height=tall)
        if most and index == highest:
            half = text_width(number_text(words, most), _SMALL) / 2
            middle = min(max(index * step + (step - _GAP) / 2, half), _WIDTH - half)
            add(
                group,
                "text",
                number_text(words, most),
                css="oc-small",
                x=middle,
                y=_BOTTOM - tall - 4,
                text_anchor="middle",
            )
    add(drawing, "line", css="oc-axis", x1=0, x2=max(len(counts) * step - _GAP, 0), y1=_BOTTOM, y2=_BOTTOM)
    if counts:
        add(drawing, "text", counts[0][0], css="oc-faint", x=0, y=_BOTTOM + 13)
    if len(counts) > 1 and text_width(counts[0][0] + counts[-1][0], _SMALL) < len(counts) * step:
        add(
            drawing,
            "text",
            counts[-1][0],
            css="oc-faint",
            x=len(counts) * step - _GAP,
            y=_BOTTOM + 13,
            text_anchor="end",
        )
    return svg_text(drawing)
