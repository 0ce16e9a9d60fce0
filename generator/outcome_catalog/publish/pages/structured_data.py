"""An artifact in schema.org's terms, for software that reads pages."""

from collections.abc import Iterable, Iterator
from typing import Any

from outcome_catalog.insights.figures import Party, ReuseEvent
from outcome_catalog.model.artifact import Artifact, Mode
from outcome_catalog.publish.addresses import artifact_url, community_url, external_url
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.artifact_rows import audiences_of
from outcome_catalog.publish.pages.links import Meta, audience_link, community_link, credited_name, kind_link
from outcome_catalog.publish.pages.reuse_entries import party_text, place_link
from outcome_catalog.publish.pages.structured_pages import SCHEMA_ORG, kind_term, known, organisation_node, page_names

_RELATIONS = {Mode.CITED: "citation", Mode.TAUGHT: "citation"}
"""How schema.org calls a use of each mode (data-model §6); what is not listed is built upon."""
_BUILT_UPON = "isBasedOn"
_MOST_USES = 20
"""Uses told in an artifact's page; all of them stand in the published data."""


def structured_data(context: PublishContext, artifact: Artifact) -> Meta:
    """A schema.org CreativeWork; keys without a value are left out, people who are not to be credited too."""
    history, path = context.catalog.history, artifact.origin.path
    created, modified = history.created(path), history.modified(path)
    names = (credited_name(context, person) for person in artifact.authors)
    data: dict[str, Any] = {
        "@context": SCHEMA_ORG,
        **_work(context, artifact),
        "description": artifact.summary,
        "genre": kind_link(context, artifact.kind)["title"],
        "datePublished": artifact.date.isoformat(),
        "dateCreated": None if created is None else created.isoformat(),
        "dateModified": None if modified is None else modified.isoformat(),
        "inLanguage": artifact.language or context.catalog.organisation.settings.language,
        "keywords": [*_kind(context, artifact), *artifact.tags],
        "license": _licence(artifact.license),
        "author": [{"@type": "Person", "name": name} for name in names if name is not None],
        "publisher": _without_description(organisation_node(context)),
        "sourceOrganization": _source_organisation(context, artifact),
        "audience": [
            {"@type": "Audience", "name": audience_link(context, a)["title"]} for a in audiences_of(context, artifact)
        ],
        **_sources(context, artifact),
        "translationOfWork": _named_work(context, artifact.translation_of),
        "@reverse": _uses(context, artifact),
    }
    return known(data)


def _work(context: PublishContext, artifact: Artifact) -> Meta:
    url = page_names(context, artifact_url(artifact.ref))
    return {"@type": "CreativeWork", **url, "identifier": artifact.ref, "name": artifact.title}


def _kind(context: PublishContext, artifact: Artifact) -> Iterator[Meta]:
    kind = context.catalog.kinds.get(artifact.kind)
    if kind is not None:
        yield _without_description(kind_term(context, kind))


def _without_description(node: Meta) -> Meta:
    """*node* as it is named on very many pages, each of which would say the same of it."""
    return {key: value for key, value in node.items() if key != "description"}


def _licence(licence: str | None) -> str | Meta | None:
    """An address stays one; a name, such as an SPDX identifier, is that of a work."""
    return licence if licence is None else external_url(licence) or {"@type": "CreativeWork", "name": licence}


def _source_organisation(context: PublishContext, artifact: Artifact) -> Meta:
    names = page_names(context, community_url(artifact.community))
    return {"@type": "Organization", **names, "name": community_link(context, artifact.community)["title"]}


def _sources(context: PublishContext, artifact: Artifact) -> Meta:
    """What the artifact was made from, and what it refers to."""
    found: dict[str, list[Any]] = {_BUILT_UPON: [], "citation": []}
    for basis in artifact.based_on:
        work = _named_work(context, basis.artifact) or external_url(basis.url)
        if work is not None:
            found[_RELATIONS.get(basis.mode or Mode.ADAPTED, _BUILT_UPON)].append(work)
    return dict(found)


def _named_work(context: PublishContext, ref: str | None) -> Any:
    """The artifact that *ref* names, by its address where that is known."""
    found = None if ref is None else context.catalog.artifact(ref)
    return None if found is None else context.site.address(artifact_url(found.ref)) or _work(context, found)


def _uses(context: PublishContext, artifact: Artifact) -> dict[str, list[Meta]]:
    """What is made from the artifact, and what refers to it, as far as it is counted: the relation, reversed."""
    counted = [event for event in context.figures.artifacts[artifact.ref].events if event.counted]
    return _by_relation(context, counted[:_MOST_USES])


def _by_relation(context: PublishContext, events: Iterable[ReuseEvent]) -> dict[str, list[Meta]]:
    found: dict[str, list[Meta]] = {}
    for event in events:
        found.setdefault(_RELATIONS.get(event.mode, _BUILT_UPON), []).append(_place(context, event))
    return found


def _place(context: PublishContext, event: ReuseEvent) -> Meta:
    """Where the artifact is used, as a work of the party that uses it; a place that cannot be shown has no address."""
    place = event.place
    reusing = None if place.artifact is None else context.catalog.artifact(place.artifact)
    if reusing is not None:
        return _work(context, reusing)
    shown = place_link(context, place)
    return known(
        {
            "@type": "CreativeWork",
            "name": shown["title"],
            "url": shown["url"],
            "creator": _party(context, event.party),
        }
    )


def _party(context: PublishContext, party: Party) -> Meta:
    return {"@type": "Organization", "name": party_text(context, party)}
