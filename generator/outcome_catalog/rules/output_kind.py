"""Everybody has to know what a result looks like, so an artifact has the kind that was promised.

An expected output names a kind; the artifacts that fulfil it are of that kind. Another kind may fulfil the promise
all the same, but then readers who look for the promised one will miss it: change one of the two.

Fails:

    # communities/support-guild/artifacts/handle-a-call.md, where answer-sheets are promised as how-to
    kind: idea
    output: answer-sheets

Passes:

    # communities/support-guild/artifacts/handle-a-call.md, where answer-sheets are promised as how-to
    kind: how-to
    output: answer-sheets
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Related, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each artifact of another kind than its expected output."""
    for community in catalog.communities.values():
        origin = community.charter.origin
        promised = {
            output.id: (output.kind, origin.value("expected_outputs", index, "kind"))
            for index, output in enumerate(community.charter.expected_outputs)
        }
        for artifact in community.artifacts:
            if artifact.output in promised and artifact.kind != promised[artifact.output][0]:
                kind, place = promised[artifact.output]
                yield RULE.finding(
                    artifact.origin.value("kind"),
                    f'the charter promises "{artifact.output}" as {kind}; this is {artifact.kind}',
                    help=f"write kind: {kind}, or name the expected output that this one fulfils",
                    related=(Related(message="the promise", span=place),),
                )


RULE = Rule(
    code="output-kind",
    topic=Topic.TEXT,
    severity=Severity.WARNING,
    summary="An artifact is of another kind than the expected output it fulfils.",
    check=check,
)
