"""A reuse record lies where the artifact was made, so that the history of its uses stays in one place.

It belongs into the `reuse/` folder of the community that produced the artifact. Records are only ever added: when the
artifact moves to another community, its old records stay where they are.

Fails:

    # communities/design-circle/reuse/2026-03-02-field-service.yml
    artifact: support-guild/handle-a-call

Passes:

    # communities/support-guild/reuse/2026-03-02-field-service.yml
    artifact: support-guild/handle-a-call
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.ids import CommunityId
from outcome_catalog.model.reuse import ReuseRecord
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each record that lies in the folder of a community which never had the artifact."""
    for record in catalog.reuse_records():
        artifact = catalog.artifact(record.artifact)
        if artifact is not None and record.community not in _homes(catalog, record, artifact):
            name = record.origin.path.rpartition("/")[2]
            yield RULE.finding(
                record.origin.value("artifact"),
                f'"{record.artifact}" was never an artifact of the community {record.community}',
                help=f"move this file to communities/{artifact.community}/reuse/{name}",
            )


def _homes(catalog: Catalog, record: ReuseRecord, artifact: Artifact) -> set[CommunityId]:
    """The communities that have or had *artifact*, under their present names."""
    slugs = {CommunityId(ref.partition("/")[0]) for ref in (record.artifact, artifact.ref, *artifact.former)}
    return {catalog.former_communities.get(slug, slug) for slug in slugs}


RULE = Rule(
    code="reuse-folder",
    topic=Topic.REUSE,
    severity=Severity.ERROR,
    summary="A reuse record lies in the folder of a community that never had the artifact.",
    check=check,
)
