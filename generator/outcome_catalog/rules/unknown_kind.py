"""Everybody has to know what a result looks like, and that is what its kind says.

A kind is a file in `schemas/kinds/`: its sections, its fields and when a result of this kind is done. An expected
output or an artifact of a kind that no file describes cannot be checked, found under its kind, or copied from a good
example. To add a kind is to add a file.

Fails:

    # communities/support-guild/charter.yml
    expected_outputs:
      - id: answer-sheets
        title: Answer sheets
        kind: howto

Passes:

    # communities/support-guild/charter.yml
    expected_outputs:
      - id: answer-sheets
        title: Answer sheets
        kind: how-to
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.rules.reading.references import Reference, unresolved
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each expected output of an unknown kind; an artifact of one is refused by its schema."""
    left_out = {document.path for document in catalog.left_out}
    references = (
        Reference(name=output.kind, place=community.charter.origin.value("expected_outputs", index, "kind"))
        for community in catalog.communities.values()
        for index, output in enumerate(community.charter.expected_outputs)
        if f"schemas/kinds/{output.kind}.yml" not in left_out
    )
    yield from unresolved(RULE, references, catalog.kinds, noun="kind that schemas/kinds/ describes")


RULE = Rule(
    code="unknown-kind",
    topic=Topic.NAMES,
    severity=Severity.ERROR,
    summary="An expected output or an artifact is of a kind that no file in schemas/kinds/ describes.",
    check=check,
)
