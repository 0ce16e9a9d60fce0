"""The organisation as the published types say it."""

from collections import Counter

from outcome_catalog.model.artifact import ArtifactStatus
from outcome_catalog.publish import addresses
from outcome_catalog.publish.api import organisation_types as types
from outcome_catalog.publish.api.not_counted import published_later, published_left_out, published_suggestions
from outcome_catalog.publish.api.types import SCHEMA_VERSION
from outcome_catalog.publish.api.value import published_attention, published_rollups
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.artifact_rows import audiences_of


def organisation_file(context: PublishContext) -> types.OrganisationFile:
    """What the communities' records refer to, in the order of organisation.yml; kinds by id."""
    catalog = context.catalog
    organisation = catalog.organisation
    return types.OrganisationFile(
        schema_version=SCHEMA_VERSION,
        as_of=catalog.as_of,
        name=organisation.name,
        summary=organisation.summary,
        homepage=addresses.external_url(organisation.url),
        objectives=tuple(_objectives(context)),
        audiences=tuple(_audiences(context)),
        units=tuple(types.Unit(id=u.id, title=u.title, parent=u.parent) for u in organisation.units),
        kinds=tuple(_kinds(context)),
        rollups=tuple(published_rollups(context)),
        attention=tuple(published_attention(context)),
        suggestions=tuple(published_suggestions(context)),
        left_out=tuple(published_left_out(context.catalog)),
        later=tuple(published_later(context.catalog)),
    )


def _objectives(context: PublishContext) -> list[types.Objective]:
    return [
        types.Objective(
            id=objective.id,
            title=objective.title,
            owner=objective.owner,
            start=None if objective.period is None else objective.period.start,
            end=None if objective.period is None else objective.period.end,
            described_at=addresses.external_url(objective.url),
            url=addresses.objective_url(objective.id),
        )
        for objective in context.catalog.organisation.objectives
    ]


def _audiences(context: PublishContext) -> list[types.Audience]:
    offered = (a for a in context.catalog.artifacts.values() if a.status is not ArtifactStatus.DRAFT)
    meant_for = Counter(audience for artifact in offered for audience in audiences_of(context, artifact))
    return [
        types.Audience(
            id=audience.id,
            title=audience.title,
            summary=audience.summary,
            artifacts=meant_for[audience.id],
            url=addresses.audience_url(audience.id),
        )
        for audience in context.catalog.organisation.audiences
    ]


def _kinds(context: PublishContext) -> list[types.Kind]:
    of_kind = Counter(artifact.kind for artifact in context.catalog.artifacts.values())
    return [
        types.Kind(
            id=kind.id,
            title=kind.title,
            plural=kind.plural,
            summary=kind.summary,
            artifacts=of_kind[kind.id],
            url=addresses.kind_url(kind.id),
        )
        for kind in context.catalog.kinds.values()
    ]
