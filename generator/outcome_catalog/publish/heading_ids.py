"""Ids of headings: the anchors that the forges give them, apart from those that the page itself has."""

from collections.abc import Iterable

from outcome_catalog.model.anchors import Anchors, anchor_of

RESERVED_IDS = frozenset(
    {
        "oc-about", "oc-more", "oc-quick", "reuse-history", "reuse-timeline-desc", "reuse-timeline-title",
        "reuse-title", "search", "text",
    }
)  # fmt: skip
"""Ids that the page itself has; a contributor's heading never takes one of them."""


class HeadingIds:
    """Gives out the ids of the headings of one text, none of them among those already *taken*."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._anchors = Anchors((*RESERVED_IDS, *taken))

    def id_for(self, text: str) -> str:
        """The id of a heading that reads *text*.

        It never begins with an underscore: the theme looks up its own parts by such ids.
        """
        return self._anchors.free(anchor_of(text).lstrip("_") or "section")
