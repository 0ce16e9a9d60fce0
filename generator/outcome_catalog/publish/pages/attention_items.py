"""What needs a steward: promises, reviews, indicators, posts and uses that somebody has to see to."""

from collections.abc import Iterator

from outcome_catalog.insights.figures import Grade, IndicatorState, OutputState, ReuseState
from outcome_catalog.model.artifact import ArtifactStatus
from outcome_catalog.model.catalog import Community
from outcome_catalog.model.charter import Lifecycle
from outcome_catalog.publish.addresses import artifact_url, community_url
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.links import Meta, artifact_link, artifact_ref_link, link
from outcome_catalog.publish.pages.reuse_entries import event_anchor, party_text
from outcome_catalog.publish.words import phrase

TOPICS = ("review", "output", "indicator", "post", "broken", "unconfirmed", "artifact_review", "waiting")
"""What there is to see to, the most pressing first; each is a key of the words and an anchor of the page."""


def attention_items(context: PublishContext, community: Community) -> list[Meta]:
    """What needs a steward in *community*, the most pressing first; nothing where the community is closed."""
    if community.charter.lifecycle is Lifecycle.CLOSED:
        return []
    found = [
        *_review(context, community),
        *_outputs(context, community),
        *_indicators(context, community),
        *_posts(context, community),
        *_uses(context, community),
        *_artifacts(context, community),
    ]
    return sorted(found, key=lambda item: TOPICS.index(item["topic"]))


def attention_topics(context: PublishContext, community: Community, most: int) -> list[Meta]:
    """The items of *community* by topic; a topic with more than *most* shows the first and says how many are left."""
    items = attention_items(context, community)
    found = {topic: [item for item in items if item["topic"] == topic] for topic in TOPICS}
    return [
        {
            "topic": topic,
            "word": context.words["attention"]["topic"][topic],
            "means": context.words["attention"]["means"][topic],
            "count": len(of_topic),
            "entries": of_topic[:most],
            "more": phrase(context.words, "list.and_more", n=len(of_topic) - most) if len(of_topic) > most else None,
        }
        for topic, of_topic in found.items()
        if of_topic
    ]


def _item(context: PublishContext, topic: str, subject: Meta, why: str | None) -> Meta:
    return {"topic": topic, "topic_word": context.words["attention"]["topic"][topic], "subject": subject, "why": why}


def _review(context: PublishContext, community: Community) -> Iterator[Meta]:
    due = community.charter.review_by
    if due is not None and due < context.catalog.as_of:
        subject = link(community.charter.title, f"{community_url(community.id)}#record")
        yield _item(context, "review", subject, phrase(context.words, "attention.review_overdue", day=due.isoformat()))


def _outputs(context: PublishContext, community: Community) -> Iterator[Meta]:
    for promise in community.charter.expected_outputs:
        figure = context.figures.communities[community.id].outputs[promise.id]
        if figure.state is OutputState.OVERDUE:
            yield _item(
                context, "output", link(promise.title, f"{community_url(community.id)}#output-{promise.id}"), figure.why
            )


def _indicators(context: PublishContext, community: Community) -> Iterator[Meta]:
    for indicator in community.charter.indicators:
        figure = context.figures.communities[community.id].indicators[indicator.id]
        if figure.state in {IndicatorState.NOT_MEASURED, IndicatorState.WORSENED, IndicatorState.MISSED}:
            yield _item(
                context,
                "indicator",
                link(indicator.title, f"{community_url(community.id)}#indicator-{indicator.id}"),
                figure.why,
            )


def _posts(context: PublishContext, community: Community) -> Iterator[Meta]:
    for steward in community.charter.stewards:
        if steward.vacant:
            subject = link(steward.role or context.words["people"]["steward"], f"{community_url(community.id)}#record")
            since = steward.since
            key = "attention.vacant" if since is None else "attention.vacant_since"
            yield _item(
                context, "post", subject, phrase(context.words, key, day="" if since is None else since.isoformat())
            )


def _uses(context: PublishContext, community: Community) -> Iterator[Meta]:
    for event in context.figures.communities[community.id].reuse_out:
        topic = (
            "broken"
            if event.grade is Grade.BROKEN
            else "unconfirmed"
            if event.counted and event.grade is Grade.CLAIMED
            else None
        )
        if topic is None:
            continue
        target = artifact_ref_link(context, event.artifact)
        artifact = context.catalog.artifact(event.artifact)
        url = None if artifact is None else f"{artifact_url(artifact.ref)}#{event_anchor(event.id)}"
        title = phrase(context.words, "attention.use", title=target["title"], party=party_text(context, event.party))
        yield _item(context, topic, link(title, url), event.reason if topic == "broken" else None)


def _artifacts(context: PublishContext, community: Community) -> Iterator[Meta]:
    for artifact in community.artifacts:
        if (
            artifact.review_by is not None
            and artifact.review_by < context.catalog.as_of
            and artifact.status is ArtifactStatus.PUBLISHED
        ):
            why = phrase(context.words, "attention.review_overdue", day=artifact.review_by.isoformat())
            yield _item(context, "artifact_review", artifact_link(artifact), why)
        figure = context.figures.artifacts[artifact.ref]
        if artifact.status is ArtifactStatus.PUBLISHED and figure.state is ReuseState.WAITING:
            yield _item(context, "waiting", artifact_link(artifact), None)
