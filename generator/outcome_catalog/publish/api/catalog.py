"""The catalog and its figures as the published types say them."""

import datetime

from outcome_catalog.insights.figures import ArtifactReuse, Grade, NotCounted, ReuseEvent
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.catalog import Community
from outcome_catalog.publish.addresses import artifact_url, community_url, external_url
from outcome_catalog.publish.api import types
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.artifact_rows import audiences_of
from outcome_catalog.publish.provenance import contributor_count
from outcome_catalog.publish.words import sentences_text


def published_catalog(context: PublishContext) -> types.PublishedCatalog:
    """Everything of the catalog that is published as data, in the order of ids."""
    catalog = context.catalog
    return types.PublishedCatalog(
        schema_version=types.SCHEMA_VERSION,
        as_of=catalog.as_of.isoformat(),
        commit=catalog.history.head,
        history=catalog.history.depth.value,
        site_url=context.site.url,
        organisation=catalog.organisation.name,
        communities=tuple(_community(context, community) for community in catalog.communities.values()),
        artifacts=tuple(_artifact(context, artifact) for artifact in catalog.artifacts.values()),
        reuses=tuple(_reuse(context, event) for event in sorted(context.figures.events, key=lambda event: event.id)),
    )


def _community(context: PublishContext, community: Community) -> types.PublishedCommunity:
    charter = community.charter
    return types.PublishedCommunity(
        id=community.id,
        title=charter.title,
        summary=charter.summary,
        type=charter.type,
        lifecycle=charter.lifecycle.value,
        vitality=context.figures.communities[community.id].vitality.state.value,
        started=charter.started.isoformat(),
        artifacts=len(community.artifacts),
        former_slugs=charter.former_slugs,
        url=community_url(community.id),
        source=_source(context, charter.origin.path),
    )


def _artifact(context: PublishContext, artifact: Artifact) -> types.PublishedArtifact:
    catalog, path = context.catalog, artifact.origin.path
    reuse = context.figures.artifacts[artifact.ref]
    people = [catalog.people[author] for author in artifact.authors if author in catalog.people]
    return types.PublishedArtifact(
        id=artifact.ref,
        community=artifact.community,
        kind=artifact.kind,
        title=artifact.title,
        summary=artifact.summary,
        status=artifact.status.value,
        date=artifact.date.isoformat(),
        created=_day(catalog.history.created(path)),
        modified=_day(catalog.history.modified(path)),
        revisions=len(catalog.history.revisions_of(path)),
        contributors=contributor_count(catalog, path),
        authors=tuple(person.name for person in people if person.credit),
        output=artifact.output,
        outcomes=artifact.outcomes,
        audience=audiences_of(context, artifact),
        tags=artifact.tags,
        language=artifact.language,
        license=artifact.license,
        period=None if artifact.period is None else artifact.period.text,
        former=artifact.former,
        superseded_by=artifact.superseded_by,
        translation_of=artifact.translation_of,
        reused=reuse.counted,
        reuse_state=reuse.state.value,
        reuse=_reuse_counts(reuse),
        url=artifact_url(artifact.ref),
        source=_source(context, path),
    )


def _reuse_counts(reuse: ArtifactReuse) -> types.PublishedReuseCounts:
    by_grade, not_counted = reuse.counted_by_grade, reuse.not_counted
    return types.PublishedReuseCounts(
        claimed=by_grade.get(Grade.CLAIMED, 0),
        attested=by_grade.get(Grade.ATTESTED, 0),
        verified=by_grade.get(Grade.VERIFIED, 0),
        broken=not_counted.get(NotCounted.BROKEN, 0),
        withdrawn=not_counted.get(NotCounted.WITHDRAWN, 0),
        rejected=not_counted.get(NotCounted.REJECTED, 0),
        internal=not_counted.get(NotCounted.INTERNAL, 0),
        planned=not_counted.get(NotCounted.PLANNED, 0),
    )


def _reuse(context: PublishContext, event: ReuseEvent) -> types.PublishedReuse:
    place = event.place
    return types.PublishedReuse(
        id=event.id,
        use=event.use,
        artifact=event.artifact,
        used_by=types.PublishedParty(
            unit=event.party.unit, external=event.party.external, community=event.party.community
        ),
        used_in=types.PublishedPlace(
            title=place.title,
            url=external_url(place.url),
            artifact=place.artifact,
            repository=external_url(place.repository),
            path=place.path,
            commit=place.commit,
            internal=place.internal,
        ),
        mode=event.mode.value,
        date=None if event.date is None else event.date.text,
        ended=None if event.ended is None else event.ended.text,
        recorded=_day(event.recorded),
        grade=event.grade.value,
        counted=event.counted,
        not_counted=None if event.not_counted is None else event.not_counted.value,
        reason=sentences_text(context.words, event.reason),
        proof=event.proof,
        source=types.PublishedSource(path=event.source_path, commit=event.commit),
    )


def _source(context: PublishContext, path: str) -> types.PublishedSource:
    return types.PublishedSource(path=path, commit=context.catalog.history.last_commit(path))


def _day(day: datetime.date | None) -> str | None:
    return None if day is None else day.isoformat()
