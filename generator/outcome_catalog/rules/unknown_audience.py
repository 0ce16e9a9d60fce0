"""Nobody reuses what nobody knows exists, so every output names who is meant to find it.

An audience is somebody who can be told: `organisation.yml` lists them with a contact, and each has a page with all
that is meant for them. An output for an audience that is not listed appears on nobody's page.

Fails:

    # communities/support-guild/charter.yml
    expected_outputs:
      - id: answer-sheets
        title: Answer sheets
        kind: how-to
        for: [support-leeds]
        standing: true

Passes:

    # communities/support-guild/charter.yml
    expected_outputs:
      - id: answer-sheets
        title: Answer sheets
        kind: how-to
        for: [support-leads]
        standing: true
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.rules.reading.references import Reference, unresolved
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each audience that organisation.yml does not list."""
    known = {audience.id for audience in catalog.organisation.audiences}
    yield from unresolved(RULE, _references(catalog), known, noun="audience of organisation.yml")


def _references(catalog: Catalog) -> Iterator[Reference]:
    for community in catalog.communities.values():
        charter = community.charter
        for index, output in enumerate(charter.expected_outputs):
            for number, audience in enumerate(output.audiences):
                place = charter.origin.value("expected_outputs", index, "for", number)
                yield Reference(name=audience, place=place)
    for artifact in catalog.artifacts.values():
        for number, audience in enumerate(artifact.audience):
            yield Reference(name=audience, place=artifact.origin.value("audience", number))


RULE = Rule(
    code="unknown-audience",
    topic=Topic.NAMES,
    severity=Severity.ERROR,
    summary="An output or an artifact is meant for an audience that organisation.yml does not list.",
    check=check,
)
