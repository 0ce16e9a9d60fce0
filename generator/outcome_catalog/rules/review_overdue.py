"""A charter is a promise with a date on it: by that day somebody asks whether it still holds.

When `review_by` has gone by, look whether goal, outputs and outcomes are still the right ones, note what was learned
under `revisions`, and set the next date; or close the community, which is no disgrace. An artifact's `review_by` asks
whether its text is still true.

Fails:

    # communities/support-guild/charter.yml, on 2026-06-30
    lifecycle: active
    review_by: 2026-03-31

Passes:

    # communities/support-guild/charter.yml, on 2026-06-30
    lifecycle: active
    review_by: 2027-03-31
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.artifact import ArtifactStatus
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import Lifecycle
from outcome_catalog.rules.rule import Rule

_IN_USE = (ArtifactStatus.DRAFT, ArtifactStatus.PUBLISHED)


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each open charter and each artifact in use whose review is overdue."""
    for community in catalog.communities.values():
        charter = community.charter
        is_open = charter.lifecycle is not Lifecycle.CLOSED
        if is_open and charter.review_by is not None and charter.review_by < catalog.as_of:
            yield RULE.finding(
                charter.origin.value("review_by"),
                f"the review of this charter was due on {charter.review_by}",
                help="review it, write what changed under revisions: and set the next date, or close the community",
            )
        for artifact in community.artifacts if is_open else ():
            if artifact.status in _IN_USE and artifact.review_by is not None and artifact.review_by < catalog.as_of:
                yield RULE.finding(
                    artifact.origin.value("review_by"),
                    f'the review of "{artifact.title}" was due on {artifact.review_by}',
                    help="see whether it is still true and set the next date, or say status: retired",
                )


RULE = Rule(
    code="review-overdue",
    topic=Topic.DATES,
    severity=Severity.WARNING,
    summary="The day on which a charter or an artifact was to be reviewed has gone by.",
    check=check,
)
