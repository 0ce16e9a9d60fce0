"""A heading with nothing under it promises an answer and gives none.

Sections that the kind requires must say something; below the heading may stand text, a list, a table, an image or
smaller headings with their texts. An empty section that the kind merely offers is a warning: leave its heading out.

Fails:

    # communities/support-guild/artifacts/greet-first.md
    ## Solution

    ## Resulting context

    Calls are shorter.

Passes:

    # communities/support-guild/artifacts/greet-first.md
    ## Solution

    Greet, then ask three questions.

    ## Resulting context

    Calls are shorter.
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.nearest_names import quoted
from outcome_catalog.rules.reading.maturity import section_severity
from outcome_catalog.rules.reading.sections import (
    artifacts_with_section_rules,
    is_required,
    kind_sections,
    sections_by_heading,
    sections_for,
)
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each section of the kind that holds nothing, at its heading."""
    for artifact in artifacts_with_section_rules(catalog):
        by_heading = sections_by_heading(artifact)
        for section in kind_sections(catalog, artifact):
            found = sections_for(section, by_heading)
            if found and not any(part.text for part in found):
                severity = Severity.ERROR if is_required(section, artifact) else Severity.WARNING
                yield RULE.finding(
                    found[0].span,
                    f"nothing stands under the heading {quoted(found[0].heading)}",
                    help=section.hint or "write the section, or take its heading out if the kind does not require it",
                    severity=section_severity(artifact, severity),
                )


RULE = Rule(
    code="section-empty",
    topic=Topic.TEXT,
    severity=Severity.ERROR,
    summary="Nothing stands under the heading of a section that the kind describes.",
    check=check,
)
