"""Somebody keeps a community's promise; where nobody does, the charter is only paper.

A post that is empty is said with `vacant: true` and shown, which is a remark. Where every post of an active community
is vacant, or its steward's `until` has gone by, nobody is left to answer for it: that is a warning.

Fails:

    # communities/support-guild/charter.yml, on 2026-06-30
    stewards:
      - {person: support-lead, until: 2026-03-31}

Passes:

    # communities/support-guild/charter.yml, on 2026-06-30
    stewards:
      - {person: support-lead, until: 2026-03-31}
      - {person: support-coach, from: 2026-04-01}
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import Lifecycle
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each active charter without a steward in post, otherwise one for each vacant post."""
    for community in catalog.communities.values():
        charter = community.charter
        if charter.lifecycle is not Lifecycle.ACTIVE or not charter.stewards:
            continue
        in_post = [s for s in charter.stewards if not s.vacant and (s.until is None or s.until >= catalog.as_of)]
        if not in_post:
            yield RULE.finding(
                charter.origin.key("stewards"),
                "nobody is in post to keep this charter's promise",
                help="name a steward, or write lifecycle: paused until there is one",
            )
            continue
        for index, steward in enumerate(charter.stewards):
            if steward.vacant:
                yield RULE.finding(
                    charter.origin.value("stewards", index),
                    f"the post {steward.role or 'steward'} is vacant"
                    + (f" since {steward.since}" if steward.since else ""),
                    help="name whoever takes it over",
                    severity=Severity.INFO,
                )


RULE = Rule(
    code="steward-missing",
    topic=Topic.CHAIN,
    severity=Severity.WARNING,
    summary="No steward is in post, or a post is vacant.",
    check=check,
)
