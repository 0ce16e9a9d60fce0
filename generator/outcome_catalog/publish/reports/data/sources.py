"""Where the records behind a figure are written down, as data."""

from outcome_catalog.insights.figures import ReuseEvent
from outcome_catalog.insights.not_possible_before import NotPossibleBefore
from outcome_catalog.model.catalog import Catalog, Community
from outcome_catalog.model.origin import Pointer
from outcome_catalog.publish.reports.data.types.common import Source
from outcome_catalog.publish.reports.data.types.reuse import UseSource


def charter_source(catalog: Catalog, community: Community, *pointer: str | int) -> Source:
    """The place in the charter that *pointer* leads to, as of the charter's last commit."""
    span = community.charter.origin.value(*pointer)
    return Source(path=span.path, line=span.line, commit=catalog.history.last_commit(span.path))


def file_source(catalog: Catalog, path: str) -> Source:
    """A whole file, as of its last commit."""
    return Source(path=path, line=1, commit=catalog.history.last_commit(path))


def statement_source(catalog: Catalog, found: NotPossibleBefore) -> Source:
    """Where it is said that something was not possible before: in a use, or in a charter as of its last commit."""
    commit = catalog.history.last_commit(found.source_path) if found.commit is None else found.commit
    return Source(path=found.source_path, line=found.source_line, commit=commit)


def event_source(event: ReuseEvent) -> UseSource:
    """The record or entry that tells of a use, the commit that brought it in, and the one that proves it."""
    return UseSource(
        id=event.id,
        path=event.source_path,
        line=event.source_line,
        commit=event.commit,
        proof=event.proof,
        grade=event.grade,
    )


def output_pointer(community: Community, output: str) -> Pointer:
    """The way to an expected output within its charter."""
    ids = [promise.id for promise in community.charter.expected_outputs]
    return ("expected_outputs", next(index for index, found in enumerate(ids) if found == output))


def indicator_pointer(community: Community, indicator: str) -> Pointer:
    """The way to an indicator within its charter."""
    for number, outcome in enumerate(community.charter.outcomes):
        for index, found in enumerate(outcome.indicators):
            if found.id == indicator:
                return ("outcomes", number, "indicators", index)
    return ("outcomes",)
