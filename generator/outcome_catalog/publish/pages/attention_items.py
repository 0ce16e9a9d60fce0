"""What needs a steward, as lines of a page: the subject with the way to it, how late it is, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from outcome_catalog.insights.attention.item import AttentionItem, Subject, Topic
from outcome_catalog.insights.attention.items import attention_by_community
from outcome_catalog.insights.figures import ReuseEvent
from outcome_catalog.model.ids import CommunityId
from outcome_catalog.publish.addresses import artifact_url, community_url
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.attention_next import next_step
from outcome_catalog.publish.pages.links import Meta, artifact_ref_link, link, link_naming, search_link, written_link
from outcome_catalog.publish.pages.reuse_entries import event_anchor, party_text
from outcome_catalog.publish.provenance import source_fact
from outcome_catalog.publish.words import phrase, sentences_text

_SAID_BY_THE_TOPIC = frozenset({Topic.POST, Topic.NOTHING_YET, Topic.UNCONFIRMED, Topic.WAITING})
"""Topics whose items are told by their subject and day; their reasons stand where the subject leads."""
MOST_LISTED = 200
"""Of a topic of one community; nobody works through a longer list."""


def _topic_id(topic: Topic) -> str:
    """A topic as pages and their filter name it."""
    return topic.value.replace(" ", "-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """All items of a catalog by community, and the reuse events that they may be about."""

    context: PublishContext
    items: Mapping[CommunityId | None, tuple[AttentionItem, ...]]
    events: Mapping[str, ReuseEvent]

    @classmethod
    def of(cls, context: PublishContext) -> "Attention":
        """What needs a steward in *context*'s catalog, prepared once for all pages."""
        return cls(
            context=context,
            items=attention_by_community(context.catalog, context.figures),
            events={event.id: event for event in context.figures.events},
        )

    def topics(
        self, community: CommunityId | None, shown: int, *, most: int = MOST_LISTED, all_at: str | None = None
    ) -> list[Meta]:
        """The items of *community* by topic, the topic with the most overdue item first; *shown* of each stand open.

        The rest is folded, up to *most* in all. Where *all_at* says that all are listed there, a topic with more than
        *most* leads there instead of folding any.
        """
        return [
            self._counted(topic, found) | self._listed(topic, found, shown, most, all_at)
            for topic, found in self._by_topic(community).items()
        ]

    def counts(self, community: CommunityId | None) -> list[Meta]:
        """How many items of *community* there are of each topic, in the same order."""
        return [self._counted(topic, found) for topic, found in self._by_topic(community).items()]

    def entries(self, items: Iterable[AttentionItem]) -> list[Meta]:
        """*items* as lines."""
        return [self._entry(item) for item in items]

    def _by_topic(self, community: CommunityId | None) -> dict[Topic, list[AttentionItem]]:
        by_topic: dict[Topic, list[AttentionItem]] = {}
        for item in self.items.get(community, ()):
            by_topic.setdefault(item.topic, []).append(item)
        return by_topic

    def _counted(self, topic: Topic, found: list[AttentionItem]) -> Meta:
        word = self.context.words["attention"]["topic"][topic.value]
        return {"topic": _topic_id(topic), "word": word, "count": len(found)}

    def _listed(self, topic: Topic, found: list[AttentionItem], shown: int, most: int, all_at: str | None) -> Meta:
        folded = found[shown:most] if all_at is None or len(found) <= most else []
        return {
            "means": self.context.words["attention"]["means"][topic.value],
            "entries": self.entries(found[:shown]),
            "rest": self.entries(folded),
            "more": phrase(self.context.words, "list.and_more", n=len(found) - shown) if folded else None,
            "cut": self._cut(found, most, all_at) if len(found) > most else None,
        }

    def _cut(self, found: list[AttentionItem], most: int, all_at: str | None) -> Meta:
        """The way to all of a topic's items, where there is one; else how many more there are."""
        if all_at is not None:
            return link(phrase(self.context.words, "attention.all_there", n=len(found)), all_at)
        community = self.context.catalog.communities.get(found[0].community or CommunityId(""))
        if found[0].topic is not Topic.WAITING or community is None:
            return link(phrase(self.context.words, "list.and_more", n=len(found) - most), None)
        return search_link(
            phrase(self.context.words, "list.all_in_search", n=len(found)),
            community=self.context.facets.communities[community.id],
            status=self.context.words["status"]["published"],
            reused=self.context.words["facet"]["reused_no"],
        )

    def _entry(self, item: AttentionItem) -> Meta:
        words = self.context.words
        overdue, since = item.days_overdue, item.since
        day = None if since is None or overdue is not None or item.topic is Topic.COMING_UP else since
        return {
            "topic": _topic_id(item.topic),
            "topic_word": words["attention"]["topic"][item.topic.value],
            "next": next_step(self.context, item, self._event(item)),
            "subject": self._subject(item),
            "overdue": None if overdue is None else phrase(words, "attention.days_overdue", n=overdue),
            "since": None if day is None else phrase(words, "attention.since", day=day),
            "why": None if item.topic in _SAID_BY_THE_TOPIC else sentences_text(words, item.why),
        }

    def _event(self, item: AttentionItem) -> ReuseEvent | None:
        return self.events[item.subject] if item.about is Subject.EVENT else None

    def _subject(self, item: AttentionItem) -> Meta:
        if item.about is Subject.DOCUMENT:
            return link(item.subject, source_fact(self.context.site, item.subject)["url"])
        if item.about is Subject.ARTIFACT:
            return artifact_ref_link(self.context, item.subject)
        if item.about is Subject.EVENT:
            return self._use(self.events[item.subject])
        return self._part_of_charter(item)

    def _use(self, event: ReuseEvent) -> Meta:
        artifact = self.context.catalog.artifact(event.artifact)
        named = artifact_ref_link(self.context, event.artifact)
        party = party_text(self.context, event.party)
        if artifact is None:  # nothing is left to show it on but the record itself
            record = source_fact(self.context.site, event.source_path, line=event.source_line, commit=event.commit)
            url = record["url"]
        else:
            url = f"{artifact_url(artifact.ref)}#{event_anchor(event.id)}"
        return link_naming(self.context, "attention.use", named, url, party=party)

    def _part_of_charter(self, item: AttentionItem) -> Meta:
        community = self.context.catalog.communities[item.community or CommunityId("")]
        charter, url = community.charter, community_url(community.id)
        if item.about is Subject.OUTPUT:
            title = next(promise.title for promise in charter.expected_outputs if promise.id == item.subject)
            return written_link(self.context, title, f"{url}#output-{item.subject}")
        if item.about is Subject.INDICATOR:
            title = next(indicator.title for indicator in charter.indicators if indicator.id == item.subject)
            return written_link(self.context, title, f"{url}#indicator-{item.subject}")
        is_post = item.about is Subject.POST
        if is_post and item.subject:
            return written_link(self.context, item.subject, f"{url}#record")
        words = self.context.words
        return link(words["people"]["steward"] if is_post else words["attention"]["charter"], f"{url}#record")
