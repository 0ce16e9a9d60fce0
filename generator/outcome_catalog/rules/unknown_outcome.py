"""An artifact says which outcome of its community it serves; the charter says which outcomes there are.

The chain from goal to outcome breaks where an artifact names an outcome that its community's charter does not have:
nobody who looks at the outcome will see what was made for it.

Fails:

    # communities/support-guild/artifacts/handle-a-call.md
    outcomes: [faster-answer]

Passes:

    # communities/support-guild/artifacts/handle-a-call.md
    outcomes: [faster-answers]
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.rules.reading.references import Reference, unresolved
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each outcome that the artifact's community does not aim at."""
    for community in catalog.communities.values():
        known = {outcome.id for outcome in community.charter.outcomes}
        references = (
            Reference(name=outcome, place=artifact.origin.value("outcomes", number))
            for artifact in community.artifacts
            for number, outcome in enumerate(artifact.outcomes)
        )
        yield from unresolved(RULE, references, known, noun=f"outcome of {community.charter.origin.path}")


RULE = Rule(
    code="unknown-outcome",
    topic=Topic.NAMES,
    severity=Severity.ERROR,
    summary="An artifact names an outcome that its community's charter does not have.",
    check=check,
)
