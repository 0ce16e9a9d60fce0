"""A charter is a promise; TODO promises nothing.

The texts of a charter, an artifact's title and summary, and what a reuse record says of the use are published word
for word. A text that only keeps a place (TODO, TBD, dots, `<describe it here>`) has to be written, or the key has to
go if it is optional.

Fails:

    # communities/support-guild/charter.yml
    goal:
      statement: TODO

Passes:

    # communities/support-guild/charter.yml
    goal:
      statement: Every customer gets a correct answer on the day they ask.
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.artifact import ArtifactStatus
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.rules.reading.placeholders import is_placeholder
from outcome_catalog.rules.reading.texts import texts
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each text that only keeps a place; a draft's are warnings."""
    drafts = {a.origin.path for a in catalog.artifacts.values() if a.status is ArtifactStatus.DRAFT}
    for text in texts(catalog):
        if is_placeholder(text.words):
            yield RULE.finding(
                text.place,
                f'the {text.key} is not written yet: it says "{text.words}"',
                help="write it, or take the key out if it is optional",
                severity=Severity.WARNING if text.place.path in drafts else None,
            )


RULE = Rule(
    code="text-placeholder",
    topic=Topic.TEXT,
    severity=Severity.ERROR,
    summary="A text of a charter, an artifact or a reuse record holds only TODO, TBD or dots.",
    check=check,
)
