"""The chain from goal to outcome passes through the outputs; one that leads to no outcome is made for its own sake.

An outcome says with `from_outputs` what it comes from. This is a remark, because standing work, such as looking after
a tool, may serve the whole goal rather than one outcome.

Fails:

    # communities/support-guild/charter.yml
    expected_outputs:
      - id: answer-sheets
    outcomes:
      - id: faster-answers

Passes:

    # communities/support-guild/charter.yml
    expected_outputs:
      - id: answer-sheets
    outcomes:
      - id: faster-answers
        from_outputs: [answer-sheets]
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import Lifecycle
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each open charter with expected outputs, standing ones aside, that no outcome comes from."""
    for community in catalog.communities.values():
        charter = community.charter
        used = {output for outcome in charter.outcomes for output in outcome.from_outputs}
        unused = [output.id for output in charter.expected_outputs if not output.standing and output.id not in used]
        if unused and charter.lifecycle is not Lifecycle.CLOSED:
            yield RULE.finding(
                charter.origin.key("outcomes"),
                f"no outcome comes from {', '.join(unused)}",
                help="add the output to from_outputs: of the outcome that it serves",
            )


RULE = Rule(
    code="output-without-outcome",
    topic=Topic.CHAIN,
    severity=Severity.INFO,
    summary="No outcome comes from an expected output.",
    check=check,
)
