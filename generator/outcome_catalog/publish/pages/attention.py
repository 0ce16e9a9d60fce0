"""Attention: for stewards, what needs them: the most overdue of all, then community by community."""

from collections import Counter
from collections.abc import Iterator

from outcome_catalog.insights.attention.item import Topic
from outcome_catalog.model.charter import Steward
from outcome_catalog.model.ids import CommunityId
from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.attention_items import Attention
from outcome_catalog.publish.pages.community_record import has_left
from outcome_catalog.publish.pages.links import Meta, community_link, credited_name, link, written_link
from outcome_catalog.publish.pages.suggestions import suggestions_section
from outcome_catalog.publish.words import phrase

_SHOWN_OF_A_TOPIC, _MOST_OF_A_TOPIC = 5, 25
_MOST_OVERDUE = 12
_MOST_ROWS = 300
"""Rows on the page, folded ones too: the communities after them tell how much there is, and lead to their own pages."""


def outputs(context: PublishContext) -> Iterator[Output]:
    """The attention page."""
    words, attention = context.words["attention"], Attention.of(context)
    counts = Counter(item.topic for items in attention.items.values() for item in items)
    url = addresses.attention_url()
    meta = {
        "template": "attention.html",
        "title": words["title"],
        "url": url,
        "description": words["description"],
        "nav": 70,
        "nav_title": context.words["nav"]["attention"],
        "topics": [_count(context, topic, counts[topic]) for topic in Topic],
        "overdue": _most_overdue(context, attention),
        "stewards": _stewards(context, attention),
        "suggestions": suggestions_section(context),
        "sections": list(_sections(context, attention)),
        "left_out": link(
            phrase(context.words, "count.left_out", n=len(context.catalog.left_out)), addresses.left_out_url()
        ),
    }
    yield Output(path=addresses.page_path(url), meta=meta)


def _count(context: PublishContext, topic: Topic, count: int) -> Meta:
    """How many things there are of a topic; its id is that by which the page's filter knows it."""
    word = context.words["attention"]["topic"][topic.value]
    return {"topic": topic.value, "id": topic.value.replace(" ", "-"), "word": word, "count": count}


def _most_overdue(context: PublishContext, attention: Attention) -> Meta:
    """The most overdue items of all communities, whichever their topic, and how many are overdue at all."""
    overdue = [item for items in attention.items.values() for item in items if item.days_overdue is not None]
    overdue.sort(key=lambda item: -(item.days_overdue or 0))
    shown = overdue[:_MOST_OVERDUE]
    return {
        "total": len(overdue),
        "entries": [
            entry | {"community": _community(context, item.community), "community_id": _name(item.community)}
            for item, entry in zip(shown, attention.entries(shown), strict=True)
        ],
        "cut": phrase(context.words, "attention.first_of", shown=len(shown), n=len(overdue))
        if len(overdue) > len(shown)
        else None,
    }


def _sections(context: PublishContext, attention: Attention) -> Iterator[Meta]:
    """Each community with its topics; once there are rows enough on the page, with their counts alone."""
    room = _MOST_ROWS
    for community, items in attention.items.items():
        target = _community(context, community)
        all_at = target["url"] or addresses.left_out_url()  # what belongs to no page of a community was left out
        topics = attention.topics(community, _SHOWN_OF_A_TOPIC, most=_MOST_OF_A_TOPIC, all_at=all_at)
        rows = sum(len(topic["entries"]) + len(topic["rest"]) for topic in topics)
        is_brief = rows > room
        room = 0 if is_brief else room - rows
        yield target | {
            "id": _anchor(community),
            "community_id": _name(community),
            "count": len(items),
            "all_at": all_at,
            "is_brief": is_brief,
            "topics": attention.counts(community) if is_brief else topics,
        }


def _anchor(community: CommunityId | None) -> str:
    return "catalog" if community is None else f"community-{community}"


def _name(community: CommunityId | None) -> str:
    """A community as the page's filter names it; empty for what belongs to none."""
    return community or ""


def _community(context: PublishContext, community: CommunityId | None) -> Meta:
    if community is None:
        return link(context.words["attention"]["catalog"], None)
    target = community_link(context, community)
    return target | {"url": None if target["url"] is None else f"{target['url']}#attention"}


def _stewards(context: PublishContext, attention: Attention) -> list[Meta]:
    """Everybody in post by the name that may be shown, with the communities of theirs that have something to see to.

    The names are there to find one's communities by: nothing is counted for a person.
    """
    found: dict[str, dict[CommunityId, Meta]] = {}
    for community in context.catalog.communities.values():
        for steward in community.charter.stewards if community.id in attention.items else ():
            name = _name_in_post(context, steward)
            if name is not None:
                target = written_link(context, community.charter.title, f"#{_anchor(community.id)}")
                found.setdefault(name, {}).setdefault(community.id, target)
    return [
        {"name": name, "communities": list(found[name].values()), "ids": " ".join(found[name])}
        for name in sorted(found, key=lambda name: (name.casefold(), name))
    ]


def _name_in_post(context: PublishContext, steward: Steward) -> str | None:
    if steward.vacant or has_left(context, steward):
        return None
    return steward.name if steward.person is None else credited_name(context, steward.person)
