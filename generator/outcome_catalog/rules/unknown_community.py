"""Communities sponsor each other, follow on each other and use each other's work; a name has to lead to one of them.

A community is named by its folder. A name it had before counts too, where its charter lists it under `former_slugs`,
so that old records need no change when a community is renamed.

Fails:

    # communities/support-guild/charter.yml
    sponsors:
      - community: quality-bord

Passes:

    # communities/support-guild/charter.yml
    sponsors:
      - community: quality-board
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.rules.reading.references import Reference, unresolved
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each community that neither exists, nor existed under that name, nor was left out."""
    left_out = catalog.names_left_out()
    references = (r for r in _references(catalog) if not (catalog.community(r.name) or r.name in left_out))
    yield from unresolved(RULE, references, catalog.communities, noun="community, today or formerly")


def _references(catalog: Catalog) -> Iterator[Reference]:
    for community in catalog.communities.values():
        charter = community.charter
        for index, sponsor in enumerate(charter.sponsors):
            if sponsor.community is not None:
                yield Reference(name=sponsor.community, place=charter.origin.value("sponsors", index, "community"))
        if charter.succeeded_by is not None:
            yield Reference(name=charter.succeeded_by, place=charter.origin.value("succeeded_by"))
    for record in catalog.reuse_records():
        if record.used_by.community is not None:
            severity = Severity.WARNING if record.withdrawn else None
            place = record.origin.value("used_by", "community")
            yield Reference(name=record.used_by.community, place=place, severity=severity)


RULE = Rule(
    code="unknown-community",
    topic=Topic.NAMES,
    severity=Severity.ERROR,
    summary="Something names a community that does not exist, today or formerly.",
    check=check,
)
