"""A figure over the last quarters, small enough to stand beside the figure itself."""

from collections.abc import Sequence

from outcome_catalog.publish.charts.scale import Scale
from outcome_catalog.publish.charts.svg import add, canvas, svg_text, tooltip

_WIDTH, _HEIGHT, _GAP = 150, 36, 3


def quarter_columns(
    counts: Sequence[tuple[str, int]], *, chart_id: str, title: str, remarks: Sequence[str] = ()
) -> str:
    """The columns as SVG text, oldest first; the last one is the running quarter; *remarks* say more of each count."""
    texts = [f"{label}: {count}" for label, count in counts]
    if remarks:
        texts = [f"{text}, {remark}" for text, remark in zip(texts, remarks, strict=True)]
    description = "; ".join(texts)
    drawing = canvas(chart_id=chart_id, width=_WIDTH, height=_HEIGHT, title=title, description=description)
    step = _WIDTH / max(len(counts), 1)
    height = Scale(0, max((count for _, count in counts), default=0) or 1, 0, _HEIGHT - 4)
    for index, (text, (_, count)) in enumerate(zip(texts, counts, strict=True)):
        tall = max(height(count), 3) if count else 1
        css = "oc-column oc-now" if index == len(counts) - 1 else "oc-column"
        column = add(drawing, "rect", css=css, x=index * step, y=_HEIGHT - tall, width=step - _GAP, height=tall)
        tooltip(column, text)
    return svg_text(drawing)
