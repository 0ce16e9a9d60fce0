"""The history of a community ends where the community stands today.

`lifecycle_history` tells when a community was proposed, became active, paused or closed. Its last entry and
`lifecycle` have to say the same; where they differ, a change was written down in one place and forgotten in the
other.

Fails:

    # communities/support-guild/charter.yml
    lifecycle: paused
    lifecycle_history:
      - {date: 2025-01-15, state: active}

Passes:

    # communities/support-guild/charter.yml
    lifecycle: paused
    lifecycle_history:
      - {date: 2025-01-15, state: active}
      - {date: 2026-05-01, state: paused, because: Both stewards have changed their posts.}
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Related, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each charter whose history ends in another state than its lifecycle."""
    for community in catalog.communities.values():
        charter = community.charter
        changes = charter.lifecycle_history
        if changes and changes[-1].state is not charter.lifecycle:
            last = charter.origin.value("lifecycle_history", len(changes) - 1, "state")
            yield RULE.finding(
                last,
                f"the history ends with {changes[-1].state}, and lifecycle says {charter.lifecycle}",
                help=f"add the change to {charter.lifecycle} with its date, or correct lifecycle",
                related=(Related(message="the state today", span=charter.origin.value("lifecycle")),),
            )


RULE = Rule(
    code="lifecycle-history",
    topic=Topic.DATES,
    severity=Severity.ERROR,
    summary="A charter's lifecycle_history ends in another state than its lifecycle.",
    check=check,
)
