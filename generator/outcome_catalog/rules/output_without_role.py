"""An output comes about because it is somebody's work, within their time, their job and their objectives.

Each role under `goal.members` says with `makes` which expected outputs its work should materialise as. An output that
no role makes depends on somebody's spare evening.

Fails:

    # communities/support-guild/charter.yml
    goal:
      members:
        - role: Support agent
    expected_outputs:
      - id: answer-sheets

Passes:

    # communities/support-guild/charter.yml
    goal:
      members:
        - role: Support agent
          makes: [answer-sheets]
    expected_outputs:
      - id: answer-sheets
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import Lifecycle
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each open charter with expected outputs that no role makes, at the members' goals."""
    for community in catalog.communities.values():
        charter = community.charter
        made = {output for member in charter.goal.members for output in member.makes}
        unmade = [output.id for output in charter.expected_outputs if output.id not in made]
        if unmade and charter.lifecycle is not Lifecycle.CLOSED:
            yield RULE.finding(
                charter.origin.key("goal", "members"),
                f"no role makes {', '.join(unmade)}",
                help="add the output to makes: of the role whose work it is",
            )


RULE = Rule(
    code="output-without-role",
    topic=Topic.CHAIN,
    severity=Severity.WARNING,
    summary="No role's work materialises as an expected output.",
    check=check,
)
