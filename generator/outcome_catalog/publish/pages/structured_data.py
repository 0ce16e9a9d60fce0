"""An artifact in schema.org's terms, for software that reads pages."""

from typing import Any

from outcome_catalog.model.artifact import Artifact
from outcome_catalog.publish.addresses import artifact_url, external_url
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.artifact_rows import audiences_of
from outcome_catalog.publish.pages.links import Meta, audience_link, community_link, credited_name, kind_link


def structured_data(context: PublishContext, artifact: Artifact) -> Meta:
    """A schema.org CreativeWork; keys without a value are left out, people who are not to be credited too."""
    history = context.catalog.history
    created, modified = history.created(artifact.origin.path), history.modified(artifact.origin.path)
    names = (credited_name(context, person) for person in artifact.authors)
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "identifier": artifact.ref,
        "name": artifact.title,
        "description": artifact.summary,
        "url": _absolute(context, artifact_url(artifact.ref)),
        "genre": kind_link(context, artifact.kind)["title"],
        "datePublished": artifact.date.isoformat(),
        "dateCreated": None if created is None else created.isoformat(),
        "dateModified": None if modified is None else modified.isoformat(),
        "inLanguage": artifact.language or context.catalog.organisation.settings.language,
        "keywords": list(artifact.tags),
        "license": artifact.license,
        "author": [{"@type": "Person", "name": name} for name in names if name is not None],
        "publisher": {"@type": "Organization", "name": context.catalog.organisation.name},
        "sourceOrganization": {"@type": "Organization", "name": community_link(context, artifact.community)["title"]},
        "audience": [
            {"@type": "Audience", "name": audience_link(context, a)["title"]} for a in audiences_of(context, artifact)
        ],
        "isBasedOn": [
            url for basis in artifact.based_on if (url := _basis(context, basis.artifact, basis.url)) is not None
        ],
        "translationOfWork": None
        if artifact.translation_of is None
        else _basis(context, artifact.translation_of, None),
    }
    return {key: value for key, value in data.items() if value not in (None, [])}


def _basis(context: PublishContext, ref: str | None, url: str | None) -> str | None:
    source = None if ref is None else context.catalog.artifact(ref)
    if source is None:
        return external_url(url)
    return _absolute(context, artifact_url(source.ref)) or source.ref


def _absolute(context: PublishContext, address: str) -> str | None:
    return None if context.site.url is None else f"{context.site.url.rstrip('/')}/{address}"
