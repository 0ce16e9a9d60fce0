from outcome_catalog.diagnostics import Span
from outcome_catalog.model.artifact import Body, Section
from outcome_catalog.rules.reading.anchors import anchors


def _body(*headings: str) -> Body:
    span = Span(path="a.md")
    sections = tuple(Section(heading=heading, level=2, span=span, text="") for heading in headings)
    return Body(text="", span=span, sections=sections)


def test_anchors_are_those_of_the_forges() -> None:
    headings = ("When to call back?", "C++ & Go", "über_uns", "解决方案", "  2024  ")
    assert anchors(_body(*headings)) == {"when-to-call-back", "c--go", "über_uns", "解决方案", "2024"}


def test_a_repeated_heading_gets_a_number() -> None:
    assert anchors(_body("Result", "Result", "Result 1", "Result")) == {"result", "result-1", "result-1-1", "result-2"}
