"""Home: what our communities produce, who reuses it, and what waits to be reused, in one look."""

from collections.abc import Iterator

from outcome_catalog.insights.uses import PROVEN
from outcome_catalog.model.artifact import ArtifactStatus
from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.community_rows import community_row
from outcome_catalog.publish.pages.first_steps import first_steps
from outcome_catalog.publish.pages.home_lists import short_lists
from outcome_catalog.publish.pages.home_quarter import running_quarter
from outcome_catalog.publish.pages.links import Meta, link, search_link
from outcome_catalog.publish.pages.vitality import vitality_meta
from outcome_catalog.publish.sanitised import contributed_html
from outcome_catalog.publish.words import phrase

_MOST_COMMUNITIES = 12


def outputs(context: PublishContext) -> Iterator[Output]:
    """The home page."""
    organisation = context.catalog.organisation
    meta = {
        "template": "home.html",
        "title": organisation.name,
        "description": organisation.summary or context.words["home"]["summary"],
        "nav": 0,
        "nav_title": context.words["nav"]["home"],
        "summary": organisation.summary,
        "note": organisation.note,
        "introduction_html": _introduction(context),
        "organisation_url": addresses.external_url(organisation.url),
        "has_search_box": True,
        "counts": _counts(context),
        "first_steps": first_steps(context),
        "quarter": running_quarter(context),
        **vitality_meta(context, addresses.home_url()),
        **short_lists(context),
        "communities": _communities(context),
    }
    yield Output(path="index.md", meta=meta, edit_source=organisation.origin.path)


def _introduction(context: PublishContext) -> str:
    """The hand-written introduction, sanitised; empty where there is none."""
    source, url = "communities/index.md", addresses.home_url()
    text = contributed_html(
        context.introduction, source_path=source, page_url=url, links=context.links, words=context.words
    )
    return text.html


def _counts(context: PublishContext) -> list[Meta]:
    """What there is in all, each count with the way to what was counted; nothing of which there is none."""
    catalog, events = context.catalog, [event for event in context.figures.events if event.counted]
    drafts = sum(1 for artifact in catalog.artifacts.values() if artifact.status is ArtifactStatus.DRAFT)
    offered = len(catalog.artifacts) - drafts
    artifacts = phrase(context.words, "count.offered", n=offered)
    if drafts:
        artifacts += phrase(context.words, "count.drafts_too", n=drafts)
    confirmed = sum(1 for event in events if event.grade in PROVEN)
    uses = phrase(context.words, "count.uses_confirmed", n=len(events), confirmed=confirmed)
    communities = phrase(context.words, "count.communities", n=len(catalog.communities))
    objectives = phrase(context.words, "count.objectives", n=len(catalog.organisation.objectives))
    found = (
        (len(catalog.communities), link(communities, addresses.communities_url())),
        (len(catalog.artifacts), search_link(artifacts, type=context.words["facet"]["artifacts"], sort="newest")),
        (len(events), link(uses, addresses.reuse_url())),
        (len(catalog.organisation.objectives), link(objectives, addresses.objectives_url())),
    )
    return [target for number, target in found if number]


def _communities(context: PublishContext) -> Meta:
    """The open communities, the most vital first; the closed ones are on the page of all."""
    rows = [community_row(context, c) for c in context.catalog.communities.values()]
    is_open = [row for row in rows if row["lifecycle"] != "closed"]
    closed = len(rows) - len(is_open)
    is_open.sort(key=lambda row: (-row["reuse"]["confirmed"], -row["artifacts"]["offered"], row["title"]))
    title = phrase(context.words, "list.all_communities", n=len(rows))
    if closed:
        title += phrase(context.words, "home.closed_too", n=closed)
    shown = is_open[:_MOST_COMMUNITIES]
    return {
        "rows": shown,
        "is_part": len(shown) < len(is_open),
        "total": len(rows),
        "all": link(title, addresses.communities_url()) if len(rows) > len(shown) else None,
    }
