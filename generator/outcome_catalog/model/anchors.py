"""The names by which links reach the headings of a text, as the forges make them."""

import re
from collections.abc import Iterable

_NOT_IN_AN_ANCHOR = re.compile(r"[^\w\- ]")


def anchor_of(heading: str) -> str:
    """What *heading* is reached by where no other reads like it: small letters, no punctuation, hyphens for spaces."""
    return _NOT_IN_AN_ANCHOR.sub("", heading.strip().lower()).replace(" ", "-")


class Anchors:
    """Gives out anchors, none of those that are *taken*; one that is gets the next free number: ``result-1``."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._next = dict.fromkeys(taken, 1)

    def free(self, wanted: str) -> str:
        """*wanted*, or what it gets in its place; it is taken from then on."""
        name = wanted
        while name in self._next:
            name = f"{wanted}-{self._next[wanted]}"
            self._next[wanted] += 1
        self._next[name] = 1
        return name
