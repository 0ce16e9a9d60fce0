"""What pages say to software, by their address: the feeds that they offer, and what they are in schema.org's terms."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from outcome_catalog.publish.addresses import page_url
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.feeds.feed import Feed
from outcome_catalog.publish.feeds.table import feed_links
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.structured_pages import structured_pages


def with_heads(context: PublishContext, outputs: Iterable[Output], feeds: Iterable[Feed]) -> Iterator[Output]:
    """The *outputs*; a page of which software may know more has ``feeds`` and ``json_ld`` among its data."""
    offered, described = feed_links(feeds), structured_pages(context)
    for output in outputs:
        url = page_url(output.path) if output.is_page else ""
        told: Mapping[str, Any] = {"feeds": offered.get(url), "json_ld": described.get(url)}
        more = {key: value for key, value in told.items() if value is not None}
        yield replace(output, meta={**output.meta, **more}) if more else output
