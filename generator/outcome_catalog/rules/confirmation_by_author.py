"""Nobody can vouch for the use of their own work.

A confirmation counts when it comes from the side that uses the artifact. One by an author of the artifact leaves the
use *claimed*: ask somebody of the reusing unit or organisation to add a line of their own.

Fails:

    # communities/support-guild/reuse/2026-03-02-field-service.yml, of an artifact by support-lead
    confirmed_by:
      - {person: support-lead, date: 2026-03-02}

Passes:

    # communities/support-guild/reuse/2026-03-02-field-service.yml, of an artifact by support-lead
    confirmed_by:
      - {person: van-driver, date: 2026-03-02}
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each confirmation by an author of the artifact."""
    for record in catalog.reuse_records():
        artifact = catalog.artifact(record.artifact)
        for index, confirmation in enumerate(record.confirmed_by if artifact else ()):
            if artifact and confirmation.person in artifact.authors:
                yield RULE.finding(
                    record.origin.value("confirmed_by", index, "person"),
                    f'"{confirmation.person}" is an author of "{artifact.title}" and cannot vouch for its use',
                    help="ask somebody of the side that uses it to confirm",
                )


RULE = Rule(
    code="confirmation-by-author",
    topic=Topic.REUSE,
    severity=Severity.WARNING,
    summary="A reuse is confirmed by an author of the artifact itself.",
    check=check,
)
