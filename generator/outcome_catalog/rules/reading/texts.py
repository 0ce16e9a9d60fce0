"""The texts that people write into charters, artifacts and reuse records, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from outcome_catalog.diagnostics import Span
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import Charter
from outcome_catalog.model.origin import Origin, Pointer
from outcome_catalog.model.reuse import ReuseRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What stands under *key* of a record, in words."""

    key: str
    words: str
    place: Span


def texts(catalog: Catalog) -> Iterator[Text]:
    """Every text of every charter, every artifact's front matter and every reuse record."""
    for community in catalog.communities.values():
        yield from _written(community.charter.origin, _texts_of_charter(community.charter))
    for artifact in catalog.artifacts.values():
        yield from _written(artifact.origin, _texts_of_artifact(artifact))
    for record in catalog.reuse_records():
        yield from _written(record.origin, _texts_of_record(record))


_Written = Iterator[tuple[Pointer, str | None]]


def _written(origin: Origin, found: _Written) -> Iterator[Text]:
    for pointer, words in found:
        if words is not None:
            key = next(str(step) for step in reversed(pointer) if isinstance(step, str))
            yield Text(key=key, words=words, place=origin.value(*pointer))


def _texts_of_charter(charter: Charter) -> _Written:
    yield ("title",), charter.title
    yield ("summary",), charter.summary
    yield ("goal", "statement"), charter.goal.statement
    for key, side in (("in", charter.scope.in_), ("out", charter.scope.out)):
        yield from ((("scope", key, index), words) for index, words in enumerate(side))
    for index, goal in enumerate(charter.goal.organisation):
        yield ("goal", "organisation", index, "why"), goal.why
    for index, member in enumerate(charter.goal.members):
        place = ("goal", "members", index)
        yield (*place, "role"), member.role
        yield (*place, "why"), member.why
        yield (*place, "job_description"), member.job_description
        yield (*place, "recognition"), member.recognition
        yield from (((*place, "objectives", number), words) for number, words in enumerate(member.objectives))
    yield from _texts_of_promises(charter)


def _texts_of_promises(charter: Charter) -> _Written:
    for index, output in enumerate(charter.expected_outputs):
        yield ("expected_outputs", index, "title"), output.title
        for number, words in enumerate(output.done_when):
            yield ("expected_outputs", index, "done_when", number), words
    for index, outcome in enumerate(charter.outcomes):
        yield ("outcomes", index, "title"), outcome.title
        yield ("outcomes", index, "not_possible_before"), outcome.not_possible_before
        for number, indicator in enumerate(outcome.indicators):
            place = ("outcomes", index, "indicators", number)
            yield (*place, "title"), indicator.title
            yield (*place, "unit"), indicator.unit
            yield (*place, "source"), indicator.source
    for index, revision in enumerate(charter.revisions):
        yield ("revisions", index, "change"), revision.change
        yield ("revisions", index, "because"), revision.because


def _texts_of_artifact(artifact: Artifact) -> _Written:
    yield ("title",), artifact.title
    yield ("summary",), artifact.summary


def _texts_of_record(record: ReuseRecord) -> _Written:
    yield ("used_by", "external"), record.used_by.external
    yield ("used_in", "title"), record.used_in.title
    if record.benefit is not None:
        yield ("benefit", "statement"), record.benefit.statement
        yield ("benefit", "method"), record.benefit.method
        yield ("benefit", "not_possible_before"), record.benefit.not_possible_before
