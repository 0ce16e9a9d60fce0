"""What is known and in no figure, as the published types say it: suggestions, documents left out, later records."""

from collections.abc import Iterator

from outcome_catalog.model.catalog import Catalog
from outcome_catalog.publish.api import organisation_types as types
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.words import sentences_text


def published_suggestions(context: PublishContext) -> Iterator[types.Suggestion]:
    """Each suggestion with its strongest clue."""
    for suggestion in context.suggestions.found:
        clue = suggestion.clues[0]
        yield types.Suggestion(
            artifact=str(suggestion.source),
            reusing=str(suggestion.reusing),
            mode=suggestion.mode.value,
            sign=clue.sign,
            why=sentences_text(context.words, clue.why),
            path=clue.path,
            line=clue.line,
            commit=clue.commit,
        )


def published_left_out(catalog: Catalog) -> Iterator[types.LeftOutDocument]:
    """Each finding of each document that was left out."""
    for document in catalog.left_out:
        for finding in document.because:
            yield types.LeftOutDocument(
                path=document.path,
                ref=document.ref,
                found_in=finding.span.path,
                line=finding.span.line,
                code=finding.code,
                message=finding.message,
            )


def published_later(catalog: Catalog) -> Iterator[types.LaterRecord]:
    """Each record that came after the day of *catalog*."""
    for record in catalog.not_shown:
        yield types.LaterRecord(path=record.path, sort=record.kind.value, name=record.name, recorded=record.recorded)
