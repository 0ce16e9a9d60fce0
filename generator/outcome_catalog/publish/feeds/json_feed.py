"""A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json
from typing import Any

from outcome_catalog.publish.feeds.feed import Entry, Feed, moment
from outcome_catalog.publish.site_settings import SiteSettings


def json_feed(feed: Feed, site: SiteSettings, ending: str) -> str:
    """The document; without addresses where the site does not know its own, for the format has only whole ones."""
    pages = {"home_page_url": site.address(feed.pages[0]), "feed_url": site.address(feed.file(ending))}
    whole = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        **_known(pages),
        "language": feed.language,
        "authors": [{"name": feed.author}],
        "items": [_item(entry, site) for entry in feed.entries],
    }
    return json.dumps(whole, ensure_ascii=False) + "\n"


def _item(entry: Entry, site: SiteSettings) -> dict[str, Any]:
    return {
        "id": entry.id,
        **_known({"url": site.address(entry.url)}),
        "title": entry.title,
        "content_text": entry.summary,
        "date_published": moment(entry.published),
        "date_modified": moment(entry.updated),
        "authors": [{"name": author} for author in entry.authors],
        "tags": [label for _, label in entry.categories],
        **_known({"language": entry.language}),
        "_outcome_catalog": {"url": entry.url},
    }


def _known(values: dict[str, str | None]) -> dict[str, str]:
    return {key: value for key, value in values.items() if value is not None}
