"""An artifact keeps a promise only where the charter made that promise.

`output` in an artifact, `makes` of a role and `from_outputs` of an outcome name an expected output of the community's
own charter. Where the name is wrong, the artifact counts for nothing: the output stays *nothing yet* although the
work was done.

Fails:

    # communities/support-guild/artifacts/handle-a-call.md
    kind: how-to
    output: answer-sheet

Passes:

    # communities/support-guild/artifacts/handle-a-call.md
    kind: how-to
    output: answer-sheets
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import Catalog, Community
from outcome_catalog.rules.reading.references import Reference, unresolved
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each expected output that the community's charter does not promise."""
    for community in catalog.communities.values():
        known = {output.id for output in community.charter.expected_outputs}
        noun = f"expected output of {community.charter.origin.path}"
        yield from unresolved(RULE, _references(community), known, noun=noun)


def _references(community: Community) -> Iterator[Reference]:
    origin = community.charter.origin
    for index, member in enumerate(community.charter.goal.members):
        for number, output in enumerate(member.makes):
            yield Reference(name=output, place=origin.value("goal", "members", index, "makes", number))
    for index, outcome in enumerate(community.charter.outcomes):
        for number, output in enumerate(outcome.from_outputs):
            yield Reference(name=output, place=origin.value("outcomes", index, "from_outputs", number))
    for artifact in community.artifacts:
        if artifact.output is not None:
            yield Reference(name=artifact.output, place=artifact.origin.value("output"))


RULE = Rule(
    code="unknown-output",
    topic=Topic.NAMES,
    severity=Severity.ERROR,
    summary="An artifact, a role or an outcome names an expected output that the charter does not promise.",
    check=check,
)
