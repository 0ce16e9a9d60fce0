"""The names by which links reach the headings of a body."""

from outcome_catalog.model.anchors import Anchors, anchor_of
from outcome_catalog.model.artifact import Body


def anchors(body: Body) -> frozenset[str]:
    """The anchors of *body*'s headings; a repeated one gets a number: ``result``, ``result-1``."""
    given = Anchors()
    return frozenset(given.free(anchor_of(section.heading)) for section in body.sections)
