"""A reader who finds what no longer holds is led to what does.

`status: superseded` and `superseded_by` belong together: the first takes the artifact out of the lists, the second
leads on to its successor. Where nothing took its place, the status is `retired`.

Fails:

    # communities/support-guild/artifacts/old-greeting.md
    status: superseded

Passes:

    # communities/support-guild/artifacts/old-greeting.md
    status: superseded
    superseded_by: support-guild/greet-first
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.artifact import ArtifactStatus
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each artifact that says one of the two and not the other."""
    for artifact in catalog.artifacts.values():
        is_superseded = artifact.status is ArtifactStatus.SUPERSEDED
        if is_superseded and artifact.superseded_by is None:
            yield RULE.finding(
                artifact.origin.value("status"),
                "this is superseded, and nothing says by what",
                help="add superseded_by: with the artifact that takes its place, or write status: retired",
            )
        elif artifact.superseded_by is not None and not is_superseded:
            yield RULE.finding(
                artifact.origin.value("superseded_by"),
                f"another artifact takes the place of this one, and its status is {artifact.status}",
                help="write status: superseded, or take superseded_by out",
            )


RULE = Rule(
    code="superseded-status",
    topic=Topic.TEXT,
    severity=Severity.WARNING,
    summary="An artifact has status: superseded without superseded_by, or the other way round.",
    check=check,
)
