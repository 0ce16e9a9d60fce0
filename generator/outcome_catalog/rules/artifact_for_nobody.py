"""Nobody reuses what nobody knows exists.

An artifact is meant for its own `audience`, or else for the one of the expected output it fulfils. Without either it
appears on nobody's page, and whoever could use it has to come across it by chance.

Fails:

    # communities/support-guild/artifacts/handle-a-call.md
    kind: how-to

Passes:

    # communities/support-guild/artifacts/handle-a-call.md
    kind: how-to
    audience: [support-leads]
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.artifact import ArtifactStatus
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.rules.rule import Rule

_IN_USE = (ArtifactStatus.DRAFT, ArtifactStatus.PUBLISHED)


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each artifact in use that names neither an audience nor an expected output."""
    for artifact in catalog.artifacts.values():
        if artifact.status in _IN_USE and not artifact.audience and artifact.output is None:
            yield RULE.finding(
                artifact.origin.key("title"),
                f'nobody is named whom "{artifact.title}" is meant for',
                help="add output: with an expected output of the charter, or audience: with an audience's id",
            )


RULE = Rule(
    code="artifact-for-nobody",
    topic=Topic.TEXT,
    severity=Severity.WARNING,
    summary="An artifact names neither an audience nor an expected output.",
    check=check,
)
