"""An artifact is what somebody made; a page with facts about it and no text gives the reader nothing to use.

Below the second `---` of the file the text begins. For a bookmark, one paragraph on why the page is worth reading is
enough. A file that only announces something to come is better kept until there is something to read.

Fails:

    # communities/support-guild/artifacts/handle-a-call.md
    ---
    title: Handle a call
    kind: how-to
    summary: How to take a call.
    date: 2026-03-02
    authors: [support-lead]
    ---

Passes:

    # communities/support-guild/artifacts/handle-a-call.md
    ---
    title: Handle a call
    kind: how-to
    summary: How to take a call.
    date: 2026-03-02
    authors: [support-lead]
    ---

    Greet, ask for the number of the pump, and listen.
"""

import re
from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.rules.reading.maturity import section_severity
from outcome_catalog.rules.rule import Rule

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each artifact without a visible text, at the line that closes its front matter."""
    for artifact in catalog.artifacts.values():
        if not _COMMENT.sub("", artifact.body.text).strip():
            yield RULE.finding(
                artifact.body.span,
                f'"{artifact.title}" has no text',
                help="write the text below this line",
                severity=section_severity(artifact, RULE.severity),
            )


RULE = Rule(
    code="body-empty",
    topic=Topic.TEXT,
    severity=Severity.ERROR,
    summary="An artifact has front matter and no text.",
    check=check,
)
