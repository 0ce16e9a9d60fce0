"""TODO is a note to oneself; a reader who finds it has come for nothing.

A section that holds only TODO, TBD, dots, `<words to replace>` or the template's own question has not been written.
In a section that the kind requires this is an error, in another one of the kind's a warning, and elsewhere a remark.
While the text is still being written, `status: draft` says so and makes it a warning.

Fails:

    # communities/support-guild/artifacts/greet-first.md
    ## Solution

    TBD

Passes:

    # communities/support-guild/artifacts/greet-first.md
    ## Solution

    Greet, then ask three questions.
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.artifact import Artifact, Section
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.nearest_names import quoted
from outcome_catalog.rules.reading.maturity import section_severity
from outcome_catalog.rules.reading.placeholders import is_placeholder
from outcome_catalog.rules.reading.sections import (
    artifacts_with_section_rules,
    is_required,
    kind_sections,
    sections_by_heading,
    sections_for,
)
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each section that only keeps a place, at its heading."""
    for artifact in artifacts_with_section_rules(catalog):
        by_heading = sections_by_heading(artifact)
        expected: dict[int, tuple[Severity, str | None]] = {}
        for section in kind_sections(catalog, artifact):
            severity = Severity.ERROR if is_required(section, artifact) else Severity.WARNING
            lines = (found.span.line for found in sections_for(section, by_heading))
            expected.update(dict.fromkeys(lines, (severity, section.hint)))
        for found in artifact.body.sections:
            severity, hint = expected.get(found.span.line, (Severity.INFO, None))
            if found.text and is_placeholder(found.text, hint):
                yield _finding(artifact, found, severity, hint)


def _finding(artifact: Artifact, section: Section, severity: Severity, hint: str | None) -> Diagnostic:
    return RULE.finding(
        section.span,
        f"the section {quoted(section.heading)} is not written yet: it says {quoted(section.text)}",
        help=hint or "write it, take the heading out, or say status: draft while it is being written",
        severity=section_severity(artifact, severity),
    )


RULE = Rule(
    code="section-placeholder",
    topic=Topic.TEXT,
    severity=Severity.ERROR,
    summary="A section holds only TODO, TBD, dots or the template's question.",
    check=check,
)
