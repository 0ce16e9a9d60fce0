"""Which feeds there are, and the formats that each is written in: to add a feed or a format is to add a row."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from outcome_catalog.model.artifact import Artifact
from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.feeds.atom import atom
from outcome_catalog.publish.feeds.entries import artifact_entries, reuse_entries
from outcome_catalog.publish.feeds.feed import Entry, Feed
from outcome_catalog.publish.feeds.identities import first_community_name, permanent_id
from outcome_catalog.publish.feeds.json_feed import json_feed
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.artifact_rows import audiences_of
from outcome_catalog.publish.site_settings import SiteSettings
from outcome_catalog.publish.words import phrase

NEWEST = 50
"""Entries of a feed: what a reader who looks in now and then has not seen yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How a feed is written: *text* is given the feed, the site and the ending of the format's files."""

    name: str
    ending: str
    media_type: str
    text: Callable[[Feed, SiteSettings, str], str | bytes]


FORMATS = (
    Format(name="Atom", ending="xml", media_type="application/atom+xml", text=atom),
    Format(name="JSON Feed", ending="json", media_type="application/feed+json", text=json_feed),
)


def feed_outputs(found: Iterable[Feed], site: SiteSettings) -> Iterator[Output]:
    """Every feed in every format."""
    for feed in found:
        for form in FORMATS:
            yield Output(path=feed.file(form.ending), content=form.text(feed, site, form.ending))


def feed_links(found: Iterable[Feed]) -> Mapping[str, list[dict[str, Any]]]:
    """What each page offers to follow, by the page's address."""
    offered: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for feed in found:
        for page in feed.pages:
            offered[page].append({"title": feed.title, "formats": [_format_link(feed, form) for form in FORMATS]})
    return offered


def _format_link(feed: Feed, form: Format) -> dict[str, Any]:
    return {"name": form.name, "type": form.media_type, "url": feed.file(form.ending)}


def feeds(context: PublishContext) -> Iterator[Feed]:
    """All feeds: of everything, then community by community, kind by kind, audience by audience."""
    catalog = context.catalog
    artifacts, uses = list(artifact_entries(context)), list(reuse_entries(context))
    home, reuse, whole = addresses.home_url(), addresses.reuse_url(), catalog.organisation.name
    by_community, uses_by_community = _grouped(artifacts, _community_of), _grouped(uses, _community_of)
    by_kind = _grouped(artifacts, lambda artifact: [artifact.kind])
    by_audience = _grouped(artifacts, lambda artifact: audiences_of(context, artifact))
    yield _feed(context, "artifacts", "", whole, (home,), [entry for _, entry in artifacts])
    yield _feed(context, "reuse", "", whole, (reuse, home), [entry for _, entry in uses])
    for community in catalog.communities.values():
        name, page = first_community_name(catalog, community), (addresses.community_url(community.id),)
        title = community.charter.title
        yield _feed(context, "artifacts", f"community {name}", title, page, by_community[community.id])
        yield _feed(context, "reuse", f"community {name}", title, page, uses_by_community[community.id])
    for kind in catalog.kinds.values():
        page = (addresses.kind_url(kind.id),)
        yield _feed(context, "artifacts", f"kind {kind.id}", kind.plural, page, by_kind[kind.id])
    for audience in catalog.organisation.audiences:
        page = (addresses.audience_url(audience.id),)
        yield _feed(context, "artifacts", f"audience {audience.id}", audience.title, page, by_audience[audience.id])


_SORTS = {"artifacts": ("feed", "feeds.artifacts"), "reuse": ("reuse-feed", "feeds.reuse")}
"""What an entry is, with the name of the feed's files and the phrase for its title."""


def _feed(
    context: PublishContext, sort: str, name: str, title: str, pages: tuple[str, ...], entries: list[Entry]
) -> Feed:
    newest, catalog = tuple(entries[:NEWEST]), context.catalog
    file, phrase_key = _SORTS[sort]
    return Feed(
        id=permanent_id(catalog, f"feed of {sort}", name),
        place=f"{pages[0].removeprefix('./')}{file}",
        pages=pages,
        title=phrase(context.words, phrase_key, title=title),
        author=catalog.organisation.name,
        language=catalog.organisation.settings.language,
        entries=newest,
        updated=max((entry.updated for entry in newest), default=catalog.as_of),
    )


def _community_of(artifact: Artifact) -> list[str]:
    return [artifact.community]


def _grouped(
    entries: Iterable[tuple[Artifact, Entry]], groups_of: Callable[[Artifact], Iterable[str]]
) -> Mapping[str, list[Entry]]:
    grouped: dict[str, list[Entry]] = defaultdict(list)
    for artifact, entry in entries:
        for group in groups_of(artifact):
            grouped[group].append(entry)
    return grouped
