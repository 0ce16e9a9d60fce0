"""The few SVG elements that the charts are drawn with; text is escaped by the XML library, never by hand."""

import re
from xml.etree.ElementTree import Element, SubElement, tostring

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def canvas(*, chart_id: str, width: int, height: int, title: str, description: str, has_links: bool = False) -> Element:
    """An empty drawing with its title and description; *chart_id* is unique on the page.

    Assistive technology reads it as one picture, or as a group where it holds links that must be reached.
    """
    names = f"{chart_id}-title", f"{chart_id}-desc"
    role = "group" if has_links else "img"
    attributes = {"class": "oc-chart", "viewBox": f"0 0 {width} {height}", "width": str(width), "height": str(height)}
    drawing = Element("svg", attributes | {"role": role, "aria-labelledby": " ".join(names)})
    for tag, name, text in zip(("title", "desc"), names, (title, description), strict=True):
        SubElement(drawing, tag, {"id": name}).text = clean(text)
    return drawing


def add(
    parent: Element, tag: str, /, text: str | None = None, *, css: str | None = None, **attributes: float | str
) -> Element:
    """A new element in *parent*; attribute names are written with ``_`` for ``-``, numbers with one decimal at most."""
    written = {
        name.replace("_", "-"): _number(value) if not isinstance(value, str) else clean(value)
        for name, value in attributes.items()
    }
    element = SubElement(parent, tag, written if css is None else {"class": css, **written})
    element.text = None if text is None else clean(text)
    return element


def tooltip(element: Element, text: str) -> None:
    """A title inside *element*: shown by pointing at it, read out where the element is a link."""
    SubElement(element, "title").text = clean(text)


def say_language(element: Element, language: str | None) -> None:
    """Says in which language the text of *element* is, where that is another than the page's."""
    if language is not None:
        element.set("lang", clean(language))


def svg_text(drawing: Element) -> str:
    """The drawing as text that stands inside an HTML page as it is."""
    return tostring(drawing, encoding="unicode", short_empty_elements=False)


def clean(text: str) -> str:
    """*text* without the characters that no XML document may hold."""
    return _NOT_XML.sub("", text)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
