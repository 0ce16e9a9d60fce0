"""Ids of headings, made from their text as the forges make them, each once on a page."""

import re

_NOT_IN_AN_ID = re.compile(r"[^\w\- ]")
RESERVED_IDS = frozenset(
    {
        "about", "more", "oc-quick", "reuse-history", "reuse-timeline-desc", "reuse-timeline-title", "reuse-title",
        "search", "text",
    }
)  # fmt: skip
"""Ids that the page itself has; a contributor's heading never takes one of them."""


class HeadingIds:
    """Gives out ids; a name that is taken gets the next free number behind it."""

    def __init__(self) -> None:
        self._taken: set[str] = set(RESERVED_IDS)

    def id_for(self, text: str) -> str:
        """The id of a heading that reads *text*: lower case, no punctuation, hyphens for spaces.

        It never begins with an underscore: the theme looks up its own parts by such ids.
        """
        slug = _NOT_IN_AN_ID.sub("", text.strip().lower()).replace(" ", "-").lstrip("_") or "section"
        candidate, number = slug, 0
        while candidate in self._taken:
            number += 1
            candidate = f"{slug}-{number}"
        self._taken.add(candidate)
        return candidate
