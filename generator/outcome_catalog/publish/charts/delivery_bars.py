"""What was promised per period and what was delivered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from outcome_catalog.publish.charts.scale import Scale
from outcome_catalog.publish.charts.svg import add, canvas, svg_text, tooltip
from outcome_catalog.publish.words import phrase

_WIDTH, _HEIGHT = 340, 96
_TOP, _BOTTOM = 18, 74
_GAP = 6
_MOST_SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One period's promise and delivery; *is_over* is false while the period runs."""

    label: str
    expected: int
    delivered: int
    is_over: bool


def delivery_bars(deliveries: Sequence[Delivery], *, chart_id: str, title: str, words: Mapping[str, Any]) -> str:
    """The chart as SVG text: the last twelve periods, an outline for the promise, a bar for the delivery."""
    shown = deliveries[-_MOST_SHOWN:]
    drawing = canvas(
        chart_id=chart_id, width=_WIDTH, height=_HEIGHT, title=title, description=_description(shown, words)
    )
    most = max((max(d.expected, d.delivered) for d in shown), default=1) or 1
    height = Scale(0, most, 0, _BOTTOM - _TOP)
    step = min((_WIDTH - 2) / max(len(shown), 1), 64)
    every = -(-len(shown) // 6)  # a label needs the width of two narrow bars
    for index, delivery in enumerate(shown):
        _bar(drawing, delivery, 1 + index * step, step - _GAP, height, words)
        if (len(shown) - 1 - index) % every == 0:
            add(
                drawing,
                "text",
                delivery.label,
                css="oc-faint",
                x=1 + index * step + (step - _GAP) / 2,
                y=_BOTTOM + 16,
                text_anchor="middle",
            )
    add(drawing, "line", css="oc-axis", x1=0, x2=1 + len(shown) * step - _GAP, y1=_BOTTOM, y2=_BOTTOM)
    return svg_text(drawing)


def _bar(drawing: Element, delivery: Delivery, x: float, width: float, height: Scale, words: Mapping[str, Any]) -> None:
    group = add(drawing, "g", css="oc-period" if delivery.is_over else "oc-period oc-running")
    tooltip(group, _sentence(delivery, words))
    tall, full = height(delivery.expected), height(delivery.delivered)
    if delivery.delivered:
        add(group, "rect", css="oc-delivered", x=x, y=_BOTTOM - full, width=width, height=full)
    css = "oc-expected" if delivery.delivered >= delivery.expected or not delivery.is_over else "oc-expected oc-missing"
    add(group, "rect", css=css, x=x, y=_BOTTOM - tall, width=width, height=tall)
    add(
        group,
        "text",
        str(delivery.delivered),
        css="oc-label",
        x=x + width / 2,
        y=_BOTTOM - max(tall, full) - 4,
        text_anchor="middle",
    )


def _sentence(delivery: Delivery, words: Mapping[str, Any]) -> str:
    key = "chart.delivered_of" if delivery.is_over else "chart.delivered_so_far"
    return phrase(words, key, label=delivery.label, delivered=delivery.delivered, expected=delivery.expected)


def _description(deliveries: Sequence[Delivery], words: Mapping[str, Any]) -> str:
    return "; ".join(_sentence(delivery, words) for delivery in deliveries)
