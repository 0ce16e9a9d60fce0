"""The search page: what its script needs, and what is said where there is no script or no index."""

from collections.abc import Iterator

from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.output import Output

_FACETS = ("type", "community", "kind", "audience", "reused", "grade", "year", "output", "outcome", "tag", "status")
_OPEN = frozenset({"type", "community", "kind", "audience", "reused"})
"""The facets that are unfolded from the start where there is room."""
_NOT_OF_ALL = frozenset({"audience", "output", "outcome", "tag"})
"""What some artifacts have and others not: worth a facet even where there is only one to choose."""


def outputs(context: PublishContext) -> Iterator[Output]:
    """The search page."""
    words = context.words["search"]
    meta = {
        "template": "search.html",
        "title": words["title"],
        "description": words["description"],
        "has_search_box": True,
        "facets": [
            {
                "name": name,
                "word": words["facets"][name],
                "is_open": name in _OPEN,
                "fewest": 1 if name in _NOT_OF_ALL else 2,
            }
            for name in _FACETS
        ],
        "sorts": [{"name": name, "word": words["sorts"][name]} for name in ("relevance", "newest", "reuses")],
        "script_words": words["script"],
        "communities_url": addresses.communities_url(),
        "kinds_url": addresses.kinds_url(),
        "reports_url": addresses.reports_url(),
    }
    yield Output(path=addresses.page_path(addresses.search_url()), meta=meta)
