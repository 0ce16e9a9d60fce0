"""Nobody can use what is not there yet.

Where the last day that a reuse's `date` can mean lies before the artifact's own date, and before its first commit,
one of the two is wrong, or the practice was used before it was written down. In the second case say so in the
record's `note`: readers will ask.

Fails:

    # communities/support-guild/reuse/2026-03-02-field-service.yml
    artifact: support-guild/handle-a-call   # of 2026-01-15
    date: 2025-11

Passes:

    # communities/support-guild/reuse/2026-03-02-field-service.yml
    artifact: support-guild/handle-a-call   # of 2026-01-15
    date: 2026
"""

import datetime
from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Related, Severity
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each record that is certainly older than its artifact."""
    for record in catalog.reuse_records():
        artifact = catalog.artifact(record.artifact)
        if artifact is None or record.date is None:
            continue
        existed_from = _existed_from(catalog, artifact)
        if record.date.last_day < existed_from:
            yield RULE.finding(
                record.origin.value("date"),
                f'a use in {record.date} is older than "{artifact.title}", which is of {existed_from}',
                help="correct the date, or say in note: how it could be used before it was written",
                related=(Related(message="the artifact's date", span=artifact.origin.value("date")),),
            )


def _existed_from(catalog: Catalog, artifact: Artifact) -> datetime.date:
    created = catalog.history.created(artifact.origin.path)
    return artifact.date if created is None else min(artifact.date, created)


RULE = Rule(
    code="reuse-before-artifact",
    topic=Topic.REUSE,
    severity=Severity.WARNING,
    summary="A reuse is older than the artifact it uses.",
    check=check,
)
