"""The facts beside an artifact's text, in the order in which a reader asks for them."""

from collections.abc import Iterator
from typing import Any

from outcome_catalog.model.artifact import Artifact, ArtifactStatus
from outcome_catalog.model.ids import PersonId
from outcome_catalog.publish.addresses import community_url, external_url
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.artifact_rows import audiences_of
from outcome_catalog.publish.pages.links import (
    Meta,
    address_link,
    audience_link,
    credited_name,
    kind_link,
    link,
    written_link,
)
from outcome_catalog.publish.spoken_kinds import is_shipped
from outcome_catalog.publish.words import day_text, language_name, number_text, period_text, phrase, shipped_text


def artifact_facts(context: PublishContext, artifact: Artifact) -> list[Meta]:
    """Each fact as a term and its values; a fact that matters and is missing is said to be missing."""
    return [{"term": term, "entries": values} for term, values in _facts(context, artifact) if values]


def _facts(context: PublishContext, artifact: Artifact) -> Iterator[tuple[str, list[Meta]]]:
    words = context.words["fact"]
    yield words["kind"], [kind_link(context, artifact.kind)]
    audiences = [audience_link(context, audience) for audience in audiences_of(context, artifact)]
    yield words["audience"], audiences or _text(words["no_audience"])
    yield words["output"], _output(context, artifact)
    yield words["outcomes"], _outcomes(context, artifact)
    yield words["status"], _status(context, artifact)
    yield words["license"], _text(artifact.license or words["no_license"])
    period = artifact.period
    yield words["period"], [] if period is None else _text(period_text(context.words, str(period)))
    yield words["date"], _text(day_text(context.words, artifact.date))
    yield words["review_by"], _review(context, artifact)
    yield words["authors"], _people(context, artifact.authors)
    for role, people in artifact.contributions.items():
        yield _as_term(role), _people(context, people)
    language = artifact.language
    yield words["language"], [] if language is None else _text(language_name(context.words, language))
    for name, value in artifact.fields.items():
        yield _field_title(context, artifact, name), _field(context, artifact, value)
    yield words["tags"], [link(tag, None) for tag in artifact.tags]


def _as_term(name: str) -> str:
    """A contributor's own name for a role or a field as people write it; capitals that it has stay."""
    spaced = name.replace("_", " ")
    return spaced[:1].upper() + spaced[1:]


def _status(context: PublishContext, artifact: Artifact) -> list[Meta]:
    """Said where it is another than that of most."""
    is_usual = artifact.status is ArtifactStatus.PUBLISHED
    return [] if is_usual else _text(context.words["status"][artifact.status.value])


def _output(context: PublishContext, artifact: Artifact) -> list[Meta]:
    community = context.catalog.communities.get(artifact.community)
    if artifact.output is None or community is None:
        return _text(context.words["fact"]["no_output"])
    promise = community.charter.expected_output(artifact.output)
    title = artifact.output if promise is None else promise.title
    return [written_link(context, title, f"{community_url(artifact.community)}#output-{artifact.output}")]


def _outcomes(context: PublishContext, artifact: Artifact) -> list[Meta]:
    community = context.catalog.communities.get(artifact.community)
    titles = {} if community is None else {outcome.id: outcome.title for outcome in community.charter.outcomes}
    url = community_url(artifact.community)
    return [written_link(context, titles.get(o, o), f"{url}#outcome-{o}") for o in artifact.outcomes]


def _review(context: PublishContext, artifact: Artifact) -> list[Meta]:
    if artifact.review_by is None:
        return []
    day = day_text(context.words, artifact.review_by)
    is_overdue = artifact.review_by < context.catalog.as_of
    return _text(phrase(context.words, "fact.overdue", day=day) if is_overdue else day)


def _people(context: PublishContext, people: tuple[PersonId, ...]) -> list[Meta]:
    """Names of those who are to be credited, and how many others there are."""
    named: list[Meta] = []
    for person in people:
        name = credited_name(context, person)
        if name is not None:
            found = context.catalog.people.get(person)
            named.append(link(name, None if found is None else external_url(found.url)))
    unnamed = len(people) - len(named)
    return [*named, link(phrase(context.words, "count.unnamed", n=unnamed), None)] if unnamed else named


def _field_title(context: PublishContext, artifact: Artifact, name: str) -> str:
    kind = context.catalog.kinds.get(artifact.kind)
    schema = {} if kind is None else kind.fields.get(name, {})
    title = schema.get("title") if isinstance(schema, dict) else None
    return str(title or _called(context, artifact, _as_term(name)))


def _called(context: PublishContext, artifact: Artifact, text: str) -> str:
    """The *text* of a field in the language of the pages, where the kind is a shipped one that has a word for it."""
    kind = context.catalog.kinds.get(artifact.kind)
    return shipped_text(context.words, "fields", text) if kind is not None and is_shipped(kind) else text


def _field(context: PublishContext, artifact: Artifact, value: Any) -> list[Meta]:
    if isinstance(value, bool):
        return _text(context.words["answer"]["yes" if value else "no"])
    if isinstance(value, int | float):
        return _text(number_text(context.words, value))
    if isinstance(value, list | tuple):
        return [address_link(str(item)) for item in value]
    return [] if value is None else [address_link(_called(context, artifact, str(value)))]


def _text(value: str) -> list[Meta]:
    return [link(value, None)]
