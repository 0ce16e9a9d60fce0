"""A community that uses its own work shows that the work is good, and not that others had something of it.

Reuse within the artifact's own community is shown on its page and never counted. If somebody else is meant, name
them; if not, nothing needs to be changed.

Fails:

    # communities/support-guild/reuse/2026-03-02-our-own-desk.yml
    artifact: support-guild/handle-a-call
    used_by:
      unit: customer-service
      community: support-guild

Passes:

    # communities/support-guild/reuse/2026-03-02-field-service.yml
    artifact: support-guild/handle-a-call
    used_by:
      unit: field-service
      community: field-service-network
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity, Span
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.reuse import ReuseRecord
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each record, not withdrawn, whose community or place of use is the artifact's own."""
    for record in catalog.reuse_records():
        place = None if record.withdrawn else _internal_use(catalog, record)
        if place is not None:
            yield RULE.finding(
                place,
                f'the community that made "{record.artifact}" uses it itself; this is shown and not counted',
                help="name the community or the artifact of somebody else, if another one is meant",
            )


def _internal_use(catalog: Catalog, record: ReuseRecord) -> Span | None:
    source = catalog.artifact(record.artifact)
    if source is None:
        return None
    user = catalog.community(record.used_by.community or "")
    if user is not None and user.id == source.community:
        return record.origin.value("used_by", "community")
    place = catalog.artifact(record.used_in.artifact or "")
    if place is not None and place is not source and place.community == source.community:
        return record.origin.value("used_in", "artifact")
    return None


RULE = Rule(
    code="reuse-internal",
    topic=Topic.REUSE,
    severity=Severity.WARNING,
    summary="A reuse record tells of a use within the artifact's own community, which is not counted.",
    check=check,
)
