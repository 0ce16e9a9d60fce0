"""What was promised per period and what was delivered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from outcome_catalog.publish.charts.labels import text_width
from outcome_catalog.publish.charts.scale import Scale, round_values
from outcome_catalog.publish.charts.svg import add, canvas, svg_text, tooltip
from outcome_catalog.publish.words import clause_break, phrase, short_number_text

_WIDTH, _HEIGHT = 356, 132
_TOP, _BOTTOM = 28, 108
_GAP, _WIDEST = 8, 72
_SMALL, _STRONG = 11, 12
MOST_SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One period's promise and delivery, by the period's name; *is_over* is false while the period runs."""

    label: str
    expected: int
    delivered: int
    is_over: bool


def delivery_bars(deliveries: Sequence[Delivery], *, chart_id: str, title: str, words: Mapping[str, Any]) -> str:
    """The chart as SVG text: the last twelve periods, an outline for the promise, a bar for the delivery."""
    shown = deliveries[-MOST_SHOWN:]
    said = clause_break(words).join(_sentence(delivery, words) for delivery in shown)
    drawing = canvas(chart_id=chart_id, width=_WIDTH, height=_HEIGHT, title=title, description=said)
    most = max((max(d.expected, d.delivered) for d in shown), default=1) or 1
    ticks = [value for value in round_values(0, most, 3) if value == int(value)]
    height = Scale(0, ticks[-1], 0, _BOTTOM - _TOP)
    left = max(text_width(short_number_text(words, value), _SMALL) for value in ticks) + 6
    step = min((_WIDTH - left) / max(len(shown), 1), _WIDEST)
    end = left + len(shown) * step
    for value in ticks:
        level, text = _BOTTOM - height(value), short_number_text(words, value)
        add(drawing, "line", css="oc-grid" if value else "oc-axis", x1=left, x2=end, y1=level, y2=level)
        add(drawing, "text", text, css="oc-faint", x=left - 4, y=level + 4, text_anchor="end")
    for index, delivery in enumerate(shown):
        _bar(drawing, delivery, left + index * step + _GAP / 2, step - _GAP, height, words)
    _names(drawing, [delivery.label for delivery in shown], left, step)
    return svg_text(drawing)


def _bar(drawing: Element, delivery: Delivery, x: float, width: float, height: Scale, words: Mapping[str, Any]) -> None:
    group = add(drawing, "g", css="oc-period" if delivery.is_over else "oc-period oc-running")
    tooltip(group, _sentence(delivery, words))
    add(
        group, "rect", css="oc-target-area", x=x - _GAP / 2, y=_TOP - 16, width=width + _GAP, height=_BOTTOM - _TOP + 16
    )
    tall, full = height(delivery.expected), height(delivery.delivered)
    if delivery.delivered:
        add(group, "rect", css="oc-delivered", x=x + 3, y=_BOTTOM - full, width=width - 6, height=full)
    if delivery.expected:
        is_missing = delivery.is_over and delivery.delivered < delivery.expected
        css = "oc-expected oc-missing" if is_missing else "oc-expected"
        add(group, "rect", css=css, x=x, y=_BOTTOM - tall, width=width, height=tall)
    text = _short(delivery, width + _GAP, words)
    css, level = "oc-strong" if delivery.delivered else "oc-small", _BOTTOM - max(tall, full) - 5
    add(group, "text", text, css=css, x=x + width / 2, y=level, text_anchor="middle")


def _short(delivery: Delivery, room: float, words: Mapping[str, Any]) -> str:
    """What is written over a bar: delivered of promised as far as there is room, else the delivered alone."""
    if not delivery.expected:
        return short_number_text(words, delivery.delivered)
    done, owed = (short_number_text(words, number) for number in (delivery.delivered, delivery.expected))
    texts = (phrase(words, "chart.of", delivered=done, expected=owed), f"{done}/{owed}")
    return next((text for text in texts if text_width(text, _STRONG) <= room), done)


def _names(drawing: Element, names: Sequence[str], left: float, step: float) -> None:
    """The periods' names, as many as there is room for, the last one first."""
    end = float(_WIDTH)
    for index in reversed(range(len(names))):
        half = text_width(names[index], _SMALL) / 2
        middle = min(max(left + (index + 0.5) * step, half), _WIDTH - half)
        if middle + half <= end:
            end = middle - half - 6
            add(drawing, "text", names[index], css="oc-faint", x=middle, y=_BOTTOM + 16, text_anchor="middle")


def _sentence(delivery: Delivery, words: Mapping[str, Any]) -> str:
    if not delivery.expected:
        return phrase(words, "chart.delivered_unasked", label=delivery.label, delivered=delivery.delivered)
    key = "chart.delivered_of" if delivery.is_over else "chart.delivered_so_far"
    return phrase(words, key, label=delivery.label, delivered=delivery.delivered, expected=delivery.expected)
