"""Readers know where to look, because every result of a kind has the same sections.

A kind says which sections its artifacts have. The heading has to be written as the kind gives it, or as one of the
headings it also accepts; capitals and punctuation at the end make no difference. A problem needs its section
*Solution* as soon as `solved` is `true`. Texts in another language are not checked, and in a draft a missing section
is a warning.

Fails:

    # communities/support-guild/artifacts/greet-first.md
    ---
    kind: best-practice
    ---

    ## Context

    A customer calls because a pump stands still.

    ## Problem

    The first answer decides how the call goes.

Passes:

    # communities/support-guild/artifacts/greet-first.md
    ---
    kind: best-practice
    ---

    ## Context

    A customer calls because a pump stands still.

    ## Problem

    The first answer decides how the call goes.

    ## Solution

    Greet, then ask three questions.
"""

from collections.abc import Iterator
from dataclasses import replace

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Related, Severity
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.kind import KindSection
from outcome_catalog.nearest_names import nearest_name
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
    """One finding for each required section that is not there, at the line that closes the front matter."""
    for artifact in artifacts_with_section_rules(catalog):
        by_heading = sections_by_heading(artifact)
        for section in kind_sections(catalog, artifact):
            if is_required(section, artifact) and not sections_for(section, by_heading):
                yield _finding(artifact, section)


def _finding(artifact: Artifact, section: KindSection) -> Diagnostic:
    line = artifact.body.span.line
    also = f' (or "{section.also[0]}")' if section.also else ""
    hint = f": {section.hint}" if section.hint else ""
    return RULE.finding(
        replace(artifact.body.span, end_line=line, end_column=4),
        f'the section "{section.heading}"{also} is missing; the kind {artifact.kind} asks for it',
        help=f'add a heading "## {section.heading}" and write under it{hint}',
        severity=section_severity(artifact, RULE.severity),
        related=_alike(artifact, section),
    )


def _alike(artifact: Artifact, section: KindSection) -> tuple[Related, ...]:
    by_heading = {found.heading: found.span for found in artifact.body.sections}
    nearest = nearest_name(section.heading, by_heading)
    return () if nearest is None else (Related(message=f'is "{nearest}" meant to be it?', span=by_heading[nearest]),)


RULE = Rule(
    code="section-missing",
    topic=Topic.TEXT,
    severity=Severity.ERROR,
    summary="An artifact lacks a section that its kind asks for.",
    check=check,
)
