"""Ids of headings, made from their text as the forges make them, each once on a page."""

import re
from collections.abc import Iterable

_NOT_IN_AN_ID = re.compile(r"[^\w\- ]")
RESERVED_IDS = frozenset(
    {
        "about", "more", "oc-quick", "reuse-history", "reuse-timeline-desc", "reuse-timeline-title", "reuse-title",
        "search", "text",
    }
)  # fmt: skip
"""Ids that the page itself has; a contributor's heading never takes one of them."""


class HeadingIds:
    """Gives out ids, none of them among those already *taken*; a name that is taken gets the next free number."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._next = dict.fromkeys((*RESERVED_IDS, *taken), 1)

    def id_for(self, text: str) -> str:
        """The id of a heading that reads *text*: lower case, no punctuation, hyphens for spaces.

        It never begins with an underscore: the theme looks up its own parts by such ids.
        """
        slug = _NOT_IN_AN_ID.sub("", text.strip().lower()).replace(" ", "-").lstrip("_") or "section"
        name = slug
        while name in self._next:
            name = f"{slug}-{self._next[slug]}"
            self._next[slug] += 1
        self._next[name] = 1
        return name
