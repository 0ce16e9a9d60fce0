"""The facts beside an artifact's text, in the order in which a reader asks for them."""

from collections.abc import Iterator
from typing import Any

from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.ids import PersonId
from outcome_catalog.publish.addresses import community_url, external_url
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.artifact_rows import audiences_of
from outcome_catalog.publish.pages.links import Meta, address_link, audience_link, credited_name, kind_link, link
from outcome_catalog.publish.spoken_kinds import is_shipped
from outcome_catalog.publish.words import day_text, language_name, number_text, period_text, phrase, shipped_text


def artifact_facts(context: PublishContext, artifact: Artifact) -> list[Meta]:
    """Each fact as a term and its values; a fact that matters and is missing is said to be missing."""
    words = context.words["fact"]
    return [
        {"term": words.get(name, name), "name": name, "entries": values}
        for name, values in _facts(context, artifact)
        if values
    ]


def _facts(context: PublishContext, artifact: Artifact) -> Iterator[tuple[str, list[Meta]]]:
    words = context.words["fact"]
    yield "kind", [kind_link(context, artifact.kind)]
    audiences = [audience_link(context, audience) for audience in audiences_of(context, artifact)]
    yield "audience", audiences or [link(words["no_audience"], None)]
    yield "output", _output(context, artifact)
    yield "outcomes", _outcomes(context, artifact)
    yield (
        "status",
        [] if artifact.status == "published" else [link(context.words["status"][artifact.status.value], None)],
    )
    yield "license", [link(artifact.license or words["no_license"], None)]
    yield "period", [] if artifact.period is None else _text(period_text(context.words, str(artifact.period)))
    yield "date", _text(day_text(context.words, artifact.date))
    yield "review_by", _review(context, artifact)
    yield "authors", _people(context, artifact.authors)
    for role, people in artifact.contributions.items():
        yield role.replace("_", " ").capitalize(), _people(context, people)
    yield "language", [] if artifact.language is None else _text(language_name(context.words, artifact.language))
    for name, value in artifact.fields.items():
        yield _field_title(context, artifact, name), _field(context, artifact, value)
    yield "tags", [link(tag, None) for tag in artifact.tags]


def _output(context: PublishContext, artifact: Artifact) -> list[Meta]:
    community = context.catalog.communities.get(artifact.community)
    if artifact.output is None or community is None:
        return [link(context.words["fact"]["no_output"], None)]
    promise = community.charter.expected_output(artifact.output)
    title = artifact.output if promise is None else promise.title
    return [link(title, f"{community_url(artifact.community)}#output-{artifact.output}")]


def _outcomes(context: PublishContext, artifact: Artifact) -> list[Meta]:
    community = context.catalog.communities.get(artifact.community)
    titles = {} if community is None else {outcome.id: outcome.title for outcome in community.charter.outcomes}
    return [link(titles.get(o, o), f"{community_url(artifact.community)}#outcome-{o}") for o in artifact.outcomes]


def _review(context: PublishContext, artifact: Artifact) -> list[Meta]:
    if artifact.review_by is None:
        return []
    day = day_text(context.words, artifact.review_by)
    return [
        link(
            phrase(context.words, "fact.overdue", day=day) if artifact.review_by < context.catalog.as_of else day, None
        )
    ]


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
    return str(title or _called(context, artifact, name.replace("_", " ").capitalize()))


def _called(context: PublishContext, artifact: Artifact, text: str) -> str:
    """The *text* of a field in the language of the pages, where the kind is a shipped one that has a word for it."""
    kind = context.catalog.kinds.get(artifact.kind)
    return shipped_text(context.words, "fields", text) if kind is not None and is_shipped(kind) else text


def _field(context: PublishContext, artifact: Artifact, value: Any) -> list[Meta]:
    if isinstance(value, bool):
        return [link(context.words["answer"]["yes" if value else "no"], None)]
    if isinstance(value, int | float):
        return [link(number_text(context.words, value), None)]
    if isinstance(value, list | tuple):
        return [address_link(str(item)) for item in value]
    return [] if value is None else [address_link(_called(context, artifact, str(value)))]


def _text(value: object | None) -> list[Meta]:
    return [] if value is None else [link(str(value), None)]
