"""What may stand in a feed: artifacts that were published, and uses that are counted, the newest first."""

from collections.abc import Iterator

from outcome_catalog.insights.figures import ReuseEvent
from outcome_catalog.model.artifact import Artifact, ArtifactStatus
from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.feeds.feed import Entry
from outcome_catalog.publish.feeds.identities import event_name, first_artifact_names, permanent_id
from outcome_catalog.publish.pages.links import community_link, credited_name, kind_link
from outcome_catalog.publish.pages.reuse_entries import party_text
from outcome_catalog.publish.words import phrase, sentences_text


def artifact_entries(context: PublishContext) -> Iterator[tuple[Artifact, Entry]]:
    """Every artifact but drafts with its entry, by the day on which it came into the catalog."""
    names = first_artifact_names(context.catalog)
    published = (a for a in context.catalog.artifacts.values() if a.status is not ArtifactStatus.DRAFT)
    entries = [(artifact, _artifact_entry(context, artifact, names[artifact.ref])) for artifact in published]
    yield from sorted(entries, key=lambda pair: _newness(pair[1]), reverse=True)


def reuse_entries(context: PublishContext) -> Iterator[tuple[Artifact, Entry]]:
    """Every counted use of an artifact with its entry, by the day on which it was recorded."""
    names = first_artifact_names(context.catalog)
    found = ((event, context.catalog.artifact(event.artifact)) for event in context.figures.events if event.counted)
    entries = [
        (artifact, _reuse_entry(context, artifact, event, event_name(context.catalog, event, names)))
        for event, artifact in found
        if artifact is not None
    ]
    yield from sorted(entries, key=lambda pair: _newness(pair[1]), reverse=True)


def _newness(entry: Entry) -> tuple[object, ...]:
    return entry.recorded, entry.published, entry.url, entry.id


def _artifact_entry(context: PublishContext, artifact: Artifact, name: str) -> Entry:
    history, path = context.catalog.history, artifact.origin.path
    credited = (credited_name(context, person) for person in artifact.authors)
    kind = kind_link(context, artifact.kind)
    return Entry(
        id=permanent_id(context.catalog, "artifact", name),
        url=addresses.artifact_url(artifact.ref),
        title=artifact.title,
        summary=artifact.summary,
        published=artifact.date,
        updated=history.modified(path) or artifact.date,
        recorded=history.created(path) or artifact.date,
        authors=tuple(author for author in credited if author is not None) or (_community(context, artifact),),
        categories=((artifact.kind, kind["title"]), *((tag, tag) for tag in artifact.tags)),
        language=artifact.language,
    )


def _reuse_entry(context: PublishContext, artifact: Artifact, event: ReuseEvent, name: str) -> Entry:
    day = event.recorded or event.first_day or context.catalog.as_of
    mode, grade = context.words["mode"][event.mode.value], context.words["grade"][event.grade.value]
    party, why = party_text(context, event.party), sentences_text(context.words, event.reason)
    return Entry(
        id=permanent_id(context.catalog, "reuse", name),
        url=f"{addresses.artifact_url(artifact.ref)}#reuse-history",
        title=phrase(context.words, "feeds.use", title=artifact.title, mode=mode, party=party),
        summary=" ".join(part for part in (why, event.benefit.statement if event.benefit else "") if part),
        published=day,
        updated=day,
        recorded=day,
        authors=(_community(context, artifact),),
        categories=((event.mode.value, mode), (event.grade.value, grade)),
    )


def _community(context: PublishContext, artifact: Artifact) -> str:
    return str(community_link(context, artifact.community)["title"])
