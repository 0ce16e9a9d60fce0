"""What a page says of the things it points to: a title and an address, None where there is no page for it."""

from typing import Any
from urllib.parse import urlencode

from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.ids import AudienceId, CommunityId, KindId, ObjectiveId, PersonId, UnitId
from outcome_catalog.publish import addresses
from outcome_catalog.publish.addresses import external_url
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.spoken_kinds import is_shipped
from outcome_catalog.publish.words import contributors_language, interface_language, language_name, phrase

_LONGEST_ADDRESS = 60
_PLACE = "\0"
"""What no title and no word holds."""
Meta = dict[str, Any]
"""Plain data for a template: str, int, float, bool, None, lists and dicts of these."""


def link(title: str, url: str | None) -> Meta:
    """A title that leads to *url*, or a bare title."""
    return {"title": title, "url": url}


def written_link(context: PublishContext, title: str, url: str | None) -> Meta:
    """A contributor's words as a link, with ``lang`` where the organisation's language is not that of the pages."""
    return _in_their_language(context, link(title, url))


def _in_their_language(context: PublishContext, target: Meta) -> Meta:
    language = contributors_language(context.words)
    return target if language is None else target | {"lang": language}


def address_link(text: str) -> Meta:
    """A contributor's address or words: an address that may be linked is shown without its scheme, shortened."""
    url = external_url(text)
    shown = text if url is None else text.removeprefix("https://").removeprefix("http://").rstrip("/")
    if len(shown) > _LONGEST_ADDRESS:
        shown = f"{shown[: _LONGEST_ADDRESS // 2]}…{shown[-_LONGEST_ADDRESS // 2 :]}"
    return link(shown, url)


def evidence_link(context: PublishContext, text: str) -> Meta:
    """What something rests on: an artifact by its title, else an address, else words as they stand."""
    if context.catalog.artifact(text) is not None:
        return artifact_ref_link(context, text)
    target = address_link(text)
    return _in_their_language(context, target) if target["url"] is None else target


def artifact_link(context: PublishContext, artifact: Artifact) -> Meta:
    """An artifact by its title, with ``lang`` where that is not in the language of the pages."""
    target, language = link(artifact.title, addresses.artifact_url(artifact.ref)), foreign_language(context, artifact)
    return target if language is None else target | {"lang": language}


def foreign_language(context: PublishContext, artifact: Artifact) -> str | None:
    """The language of an artifact's text, title and summary where it is not the pages' own: what ``lang`` says."""
    language = artifact.language or context.catalog.organisation.settings.language
    own = interface_language(context.words)
    return None if language.partition("-")[0].lower() == own.partition("-")[0].lower() else language


def link_naming(context: PublishContext, key: str, named: Meta, url: str | None, **values: object) -> Meta:
    """The phrase at *key*, which names what *named* points to, as a link; a title in another language is told apart."""
    target = link(phrase(context.words, key, title=named["title"], **values), url)
    if "lang" not in named:
        return target
    before, _, after = phrase(context.words, key, title=_PLACE, **values).partition(_PLACE)
    return target | {"naming": {"before": before, "after": after, "title": named["title"], "lang": named["lang"]}}


def title_for_a_picture(context: PublishContext, target: Meta) -> str:
    """What *target* points to, for text that cannot say which language a part of it is in: a picture's, a label's.

    A title in another language is left to the page beside it, which can; here it is called an artifact in its language.
    """
    if "lang" not in target:
        return str(target["title"])
    return phrase(context.words, "chart.other_language", language=language_name(context.words, target["lang"]))


def artifact_ref_link(context: PublishContext, ref: str) -> Meta:
    """The artifact that *ref* names today or named formerly; the bare reference where it was left out."""
    artifact = context.catalog.artifact(ref)
    return link(ref, None) if artifact is None else artifact_link(context, artifact)


def community_link(context: PublishContext, community: CommunityId) -> Meta:
    """A community by its title; the bare slug where it was left out."""
    found = context.catalog.community(community)
    if found is None:
        return link(community, None)
    return written_link(context, found.charter.title, addresses.community_url(found.id))


def kind_link(context: PublishContext, kind: KindId) -> Meta:
    """A kind by its title, with its id for styling and filtering; only a kind of the project's own has its language."""
    found = context.catalog.kinds.get(kind)
    if found is None:
        return link(kind, None) | {"id": kind}
    url = addresses.kind_url(kind)
    target = link(found.title, url)
    return (target if is_shipped(found) else _in_their_language(context, target)) | {"id": kind}


def audience_link(context: PublishContext, audience: AudienceId) -> Meta:
    """An audience by its title."""
    found = next((a for a in context.catalog.organisation.audiences if a.id == audience), None)
    return (
        link(audience, None) if found is None else written_link(context, found.title, addresses.audience_url(audience))
    )


def objective_link(context: PublishContext, objective: ObjectiveId) -> Meta:
    """An objective of the organisation by its title."""
    found = next((o for o in context.catalog.organisation.objectives if o.id == objective), None)
    if found is None:
        return link(objective, None)
    return written_link(context, found.title, addresses.objective_url(objective))


def unit_title(context: PublishContext, unit: UnitId) -> str:
    """A unit's title, or its id where the organisation does not list it."""
    return next((u.title for u in context.catalog.organisation.units if u.id == unit), unit)


def credited_name(context: PublishContext, person: PersonId) -> str | None:
    """A person's name as it may be shown; None where the person is not to be credited."""
    found = context.catalog.people.get(person)
    if found is None:
        return person
    return found.name if found.credit else None


def search_link(title: str, **facets: str) -> Meta:
    """The search page with *facets* chosen: the way to the rest of a list that is too long for its page."""
    return link(title, f"{addresses.search_url()}?{urlencode(facets)}" if facets else addresses.search_url())
