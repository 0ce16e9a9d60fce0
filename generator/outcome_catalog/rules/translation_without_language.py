"""A translation is found by those who read its language, so it has to say which one it is.

An artifact with `translation_of` says with `language` what it is written in: `fr`, `pt-BR`. Without it, the page is
offered to readers of the catalog's own language.

Fails:

    # communities/support-guild/artifacts/premier-bonjour.md
    translation_of: support-guild/greet-first

Passes:

    # communities/support-guild/artifacts/premier-bonjour.md
    translation_of: support-guild/greet-first
    language: fr
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each translation that does not name its language."""
    for artifact in catalog.artifacts.values():
        if artifact.translation_of is not None and artifact.language is None:
            yield RULE.finding(
                artifact.origin.key("translation_of"),
                f'"{artifact.title}" is a translation and does not say into which language',
                help="add language: with a tag such as fr or pt-BR",
            )


RULE = Rule(
    code="translation-without-language",
    topic=Topic.TEXT,
    severity=Severity.WARNING,
    summary="A translation does not name its language.",
    check=check,
)
