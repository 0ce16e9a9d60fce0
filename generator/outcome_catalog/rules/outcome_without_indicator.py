"""An outcome without an indicator is a hope: nobody will be able to say whether it came about.

An indicator says what is measured, in which unit, where it stood at the beginning and where it should be by when. It
may be modest, and its baseline may be estimated; what counts is that one can look later.

Fails:

    # communities/support-guild/charter.yml
    outcomes:
      - id: faster-answers
        title: Customers get their answer sooner

Passes:

    # communities/support-guild/charter.yml
    outcomes:
      - id: faster-answers
        title: Customers get their answer sooner
        indicators:
          - id: hours-to-first-answer
            title: Hours to the first answer
            unit: hours
            direction: decrease
            baseline: {date: 2025-12-31, value: 30}
            targets:
              - {date: 2026-12-31, value: 6}
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each outcome that has no indicator."""
    for community in catalog.communities.values():
        for index, outcome in enumerate(community.charter.outcomes):
            if not outcome.indicators:
                yield RULE.finding(
                    community.charter.origin.value("outcomes", index),
                    f'no indicator shows whether "{outcome.title}" comes about',
                    help="add indicators with an id, a title, a unit, a direction, a baseline and a target",
                )


RULE = Rule(
    code="outcome-without-indicator",
    topic=Topic.CHAIN,
    severity=Severity.ERROR,
    summary="An outcome has no indicator.",
    check=check,
)
