"""The names by which links reach the headings of a body."""

import re

from outcome_catalog.model.artifact import Body

_NOT_IN_AN_ANCHOR = re.compile(r"[^\w\- ]")


def anchors(body: Body) -> frozenset[str]:
    """The anchors of *body*'s headings as the forges make them: small letters, no punctuation, hyphens for spaces.

    A repeated one gets a number: ``result``, ``result-1``.
    """
    given: set[str] = set()
    numbers: dict[str, int] = {}
    for section in body.sections:
        plain = _NOT_IN_AN_ANCHOR.sub("", section.heading.strip().lower()).replace(" ", "-")
        anchor, number = plain, numbers.get(plain, 0)
        while anchor in given:
            number += 1
            anchor = f"{plain}-{number}"
        given.add(anchor)
        numbers[plain] = number
    return frozenset(given)
