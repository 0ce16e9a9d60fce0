"""The list of all communities, the open ones first, the closed ones said to be closed."""

from collections.abc import Iterator

from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.community_rows import community_row
from outcome_catalog.publish.pages.vitality import vitality_meta


def outputs(context: PublishContext) -> Iterator[Output]:
    """The page of all communities."""
    rows = sorted(
        (community_row(context, c) for c in context.catalog.communities.values()),
        key=lambda row: row["title"].casefold(),
    )
    words = context.words["communities"]
    url = addresses.communities_url()
    meta = {
        "template": "communities.html",
        "title": words["title"],
        "description": words["description"],
        "nav": 10,
        "nav_title": context.words["nav"]["communities"],
        "open": [row for row in rows if row["lifecycle"] != "closed"],
        "closed": [row for row in rows if row["lifecycle"] == "closed"],
        **vitality_meta(context, url),
    }
    yield Output(path=addresses.page_path(url), meta=meta)
