"""Nothing follows on itself, is a translation of itself or is used in itself.

Such an entry is a slip of copying: the name of the record itself stands where another one is meant. The site would
lead the reader in a circle, and a use of an artifact in itself is no use.

Fails:

    # communities/support-guild/artifacts/handle-a-call.md
    status: superseded
    superseded_by: support-guild/handle-a-call

Passes:

    # communities/support-guild/artifacts/handle-a-call.md
    status: superseded
    superseded_by: support-guild/answer-a-call
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity, Span
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.catalog import Catalog, Community
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each reference of a record to itself."""
    for index, unit in enumerate(catalog.organisation.units):
        if unit.parent == unit.id:
            yield _finding(catalog.organisation.origin.value("units", index, "parent"), unit.id)
    for community in catalog.communities.values():
        yield from _communities(catalog, community)
    for artifact in catalog.artifacts.values():
        yield from _artifacts(catalog, artifact)
    for record in catalog.reuse_records():
        place, source = record.used_in.artifact, catalog.artifact(record.artifact)
        if place is not None and source is not None and catalog.artifact(place) is source:
            yield _finding(record.origin.value("used_in", "artifact"), place)


def _communities(catalog: Catalog, community: Community) -> Iterator[Diagnostic]:
    charter = community.charter
    if charter.succeeded_by is not None and catalog.community(charter.succeeded_by) is community:
        yield _finding(charter.origin.value("succeeded_by"), charter.succeeded_by)
    for index, sponsor in enumerate(charter.sponsors):
        if sponsor.community is not None and catalog.community(sponsor.community) is community:
            yield _finding(charter.origin.value("sponsors", index, "community"), sponsor.community)


def _artifacts(catalog: Catalog, artifact: Artifact) -> Iterator[Diagnostic]:
    origin = artifact.origin
    for key, ref in (("superseded_by", artifact.superseded_by), ("translation_of", artifact.translation_of)):
        if ref is not None and catalog.artifact(ref) is artifact:
            yield _finding(origin.value(key), ref)
    for index, source in enumerate(artifact.based_on):
        if source.artifact is not None and catalog.artifact(source.artifact) is artifact:
            yield _finding(origin.value("based_on", index, "artifact"), source.artifact)


def _finding(place: Span, name: str) -> Diagnostic:
    return RULE.finding(place, f'"{name}" is this record itself', help="name the other one, or take the line out")


RULE = Rule(
    code="self-reference",
    topic=Topic.NAMES,
    severity=Severity.ERROR,
    summary="A record names itself where it should name another.",
    check=check,
)
