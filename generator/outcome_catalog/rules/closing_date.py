"""A community that is closed says since when, and one whose time has run out says so.

Figures of a closed community stop on the day in `ends`. An open community whose `ends` has gone by is either closed
(`lifecycle: closed`) or goes on, and then it needs another date.

Fails:

    # communities/support-guild/charter.yml
    lifecycle: closed
    started: 2024-02-01

Passes:

    # communities/support-guild/charter.yml
    lifecycle: closed
    started: 2024-02-01
    ends: 2026-03-31
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import Lifecycle
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each closed charter without an end, and each other one whose end has gone by."""
    for community in catalog.communities.values():
        charter = community.charter
        if charter.lifecycle is Lifecycle.CLOSED and charter.ends is None:
            yield RULE.finding(
                charter.origin.value("lifecycle"),
                "this community is closed, and nothing says since when",
                help="add ends: with the day on which it closed",
            )
        elif charter.lifecycle is not Lifecycle.CLOSED and charter.ends and charter.ends < catalog.as_of:
            yield RULE.finding(
                charter.origin.value("ends"),
                f"this community was to end on {charter.ends}, and lifecycle says {charter.lifecycle}",
                help="write lifecycle: closed, or another day under ends",
            )


RULE = Rule(
    code="closing-date",
    topic=Topic.DATES,
    severity=Severity.WARNING,
    summary="A closed community names no end, or an open one's end has gone by.",
    check=check,
)
