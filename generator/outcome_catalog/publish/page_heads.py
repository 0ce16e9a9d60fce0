"""What pages say to software, by their address: the feeds that they offer, and what they are in schema.org's terms."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from outcome_catalog.publish import addresses
from outcome_catalog.publish.addresses import page_url
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.feeds.feed import Feed
from outcome_catalog.publish.feeds.table import feed_links
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.citation import BIBTEX, CSL_JSON
from outcome_catalog.publish.pages.links import Meta, link
from outcome_catalog.publish.pages.structured_pages import structured_pages


def with_heads(context: PublishContext, outputs: Iterable[Output], feeds: Iterable[Feed]) -> Iterator[Output]:
    """The *outputs*; a page that software may know more of has ``feeds``, ``data_links`` or ``json_ld`` in its data."""
    offered, described, data = feed_links(feeds), structured_pages(context), _data_links(context)
    for output in outputs:
        url = page_url(output.path) if output.is_page else ""
        told: Mapping[str, Any] = {
            "feeds": offered.get(url),
            "json_ld": described.get(url),
            "data_links": data.get(url),
        }
        more = {key: value for key, value in told.items() if value is not None}
        yield replace(output, meta={**output.meta, **more}) if more else output


def _data_links(context: PublishContext) -> Mapping[str, list[Meta]]:
    """The files of data about a community, by its page's address."""
    return {
        addresses.community_url(community): [
            link("JSON", addresses.api_url(f"communities/{community}.json")),
            link("BibTeX", addresses.community_url(community) + BIBTEX),
            link("CSL-JSON", addresses.community_url(community) + CSL_JSON),
        ]
        for community in context.catalog.communities
    }
