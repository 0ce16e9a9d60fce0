"""The grades of a count as a bar no longer than a word, beside the number that it is about."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from outcome_catalog.insights.uses import GRADES_BEST_FIRST
from outcome_catalog.publish.charts.svg import add, svg_text


def grade_bar(counts: Sequence[int]) -> str:
    """The bar as SVG text, the best grade of *counts* first; what stands beside it says the same."""
    total = sum(counts)
    attributes = {
        "class": "oc-grades",
        "viewBox": f"0 0 {total} 1",
        "preserveAspectRatio": "none",
        "aria-hidden": "true",
    }
    drawing = Element("svg", attributes)
    begin = 0
    for grade, count in zip(GRADES_BEST_FIRST, counts, strict=True):
        if count:
            add(drawing, "rect", css=f"oc-bar--{grade}", x=begin, y=0, width=count, height=1)
            begin += count
    return svg_text(drawing)
