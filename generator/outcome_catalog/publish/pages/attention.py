"""Attention: for stewards, what needs them, community by community."""

from collections import Counter
from collections.abc import Iterator

from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.attention_items import TOPICS, attention_topics
from outcome_catalog.publish.pages.links import community_link, link
from outcome_catalog.publish.words import phrase

_MOST_OF_A_TOPIC = 5


def outputs(context: PublishContext) -> Iterator[Output]:
    """The attention page."""
    words = context.words["attention"]
    totals: Counter[str] = Counter()
    sections = []
    for community in context.catalog.communities.values():
        topics = attention_topics(context, community, _MOST_OF_A_TOPIC)
        totals.update({topic["topic"]: topic["count"] for topic in topics})
        if topics:
            count = sum(topic["count"] for topic in topics)
            sections.append(
                community_link(context, community.id) | {"id": community.id, "count": count, "topics": topics}
            )
    sections.sort(key=lambda section: TOPICS.index(section["topics"][0]["topic"]))
    url = addresses.attention_url()
    meta = {
        "template": "attention.html",
        "title": words["title"],
        "description": words["description"],
        "nav": 70,
        "nav_title": context.words["nav"]["attention"],
        "topics": [{"topic": topic, "word": words["topic"][topic], "count": totals[topic]} for topic in TOPICS],
        "sections": sections,
        "left_out": link(
            phrase(context.words, "count.left_out", n=len(context.catalog.left_out)), addresses.left_out_url()
        ),
    }
    yield Output(path=addresses.page_path(url), meta=meta)
