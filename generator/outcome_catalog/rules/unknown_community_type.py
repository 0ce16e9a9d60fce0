"""Communities of one type are shown together, so a type has to be one that the catalog knows.

Five types are known to every catalog: community-of-practice, working-group, idea-space, project-space and network. An
organisation adds its own under `community_types` of `organisation.yml`.

Fails:

    # communities/support-guild/charter.yml
    type: comunity-of-practice

Passes:

    # communities/support-guild/charter.yml
    type: community-of-practice
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.organisation import SHIPPED_COMMUNITY_TYPES
from outcome_catalog.rules.reading.references import Reference, unresolved
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each charter whose type is neither shipped nor the organisation's own."""
    known = {kind.id for kind in (*SHIPPED_COMMUNITY_TYPES, *catalog.organisation.community_types)}
    charters = (community.charter for community in catalog.communities.values())
    references = (
        Reference(name=charter.type, place=charter.origin.value("type")) for charter in charters if charter.type
    )
    yield from unresolved(RULE, references, known, noun="community type")


RULE = Rule(
    code="unknown-community-type",
    topic=Topic.NAMES,
    severity=Severity.ERROR,
    summary="A charter names a community type that neither ships nor stands in organisation.yml.",
    check=check,
)
