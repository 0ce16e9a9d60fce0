"""A badge: two words or so in one small picture, and the same as data for whoever draws it otherwise."""

import json
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from outcome_catalog.publish.charts.svg import clean

_HEIGHT = 20
_LETTER = 6.6
"""The width of a letter at 11 pixels; the text is drawn to fit what this gives, whatever the font."""
_MARGIN = 6
_FONT = {"font-family": "system-ui, sans-serif", "font-size": "11", "fill": "#fff"}
_LABEL_COLOUR = "#444444"


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """What a badge says. *colour* is a hexadecimal colour on which white letters can be read."""

    label: str
    message: str
    colour: str


def badge_svg(badge: Badge) -> str:
    """The badge as a picture of its own, with its text as its title; it needs no font and no script."""
    label, message = clean(badge.label), clean(badge.message)
    left, right = _width(label), _width(message)
    size = {"width": _number(left + right), "height": str(_HEIGHT), "viewBox": f"0 0 {_number(left + right)} {_HEIGHT}"}
    drawing = Element(
        "svg", {"xmlns": "http://www.w3.org/2000/svg", **size, "role": "img", "aria-label": f"{label}: {message}"}
    )
    SubElement(drawing, "title").text = f"{label}: {message}"
    _box(drawing, 0, left, _LABEL_COLOUR, label)
    _box(drawing, left, right, f"#{badge.colour}", message)
    return tostring(drawing, encoding="unicode") + "\n"


def shields_endpoint(badge: Badge) -> str:
    """The badge as shields.io's endpoint badge reads it."""
    said = {"schemaVersion": 1, "label": badge.label, "message": badge.message, "color": badge.colour}
    return json.dumps(said, ensure_ascii=False) + "\n"


def _box(drawing: Element, start: float, width: float, colour: str, text: str) -> None:
    place = {"x": _number(start), "width": _number(width), "height": str(_HEIGHT), "fill": colour}
    SubElement(drawing, "rect", place)
    length = {"textLength": _number(width - 2 * _MARGIN), "lengthAdjust": "spacingAndGlyphs"}
    SubElement(drawing, "text", {"x": _number(start + _MARGIN), "y": "14", **length, **_FONT}).text = text


def _width(text: str) -> float:
    return len(text) * _LETTER + 2 * _MARGIN


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
