"""One use is counted once, however often it is recorded.

Two records that name the same artifact, the same reusing party and the same place of use are one use: the better
evidence stands, and both are shown. This is a remark, because a second record may be meant to confirm the first; a
confirmation is better added to the first, under `confirmed_by`.

Fails:

    # communities/support-guild/reuse/2026-03-02-field-service.yml and 2026-04-11-field-service.yml
    artifact: support-guild/handle-a-call
    used_by: {unit: field-service}
    used_in: {title: Van handbook, url: https://handbook.example.org/vans}

Passes:

    # communities/support-guild/reuse/2026-03-02-field-service.yml
    artifact: support-guild/handle-a-call
    used_by: {unit: field-service}
    used_in: {title: Van handbook, url: https://handbook.example.org/vans}
    confirmed_by:
      - {person: van-driver, date: 2026-04-11}
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Related, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.reuse import ReuseRecord
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each record, not withdrawn, that tells of a use which an earlier one tells of already."""
    first: dict[tuple[object, ...], ReuseRecord] = {}
    for record in catalog.reuse_records():
        if record.withdrawn is not None:
            continue
        earlier = first.setdefault(_use(catalog, record), record)
        if earlier is not record:
            yield RULE.finding(
                record.origin.value("used_in"),
                "this use is recorded already; it is counted once",
                help="if it is another use, say in used_in where; if not, add to the first record instead",
                related=(Related(message="recorded here first", span=earlier.origin.value("used_in")),),
            )


def _use(catalog: Catalog, record: ReuseRecord) -> tuple[object, ...]:
    """What makes a use one use: artifact, party and place under their present names, and whether it counts."""
    artifact, user, place = catalog.artifact(record.artifact), record.used_by, record.used_in
    used_in = catalog.artifact(place.artifact or "")
    return (
        artifact.ref if artifact else record.artifact,
        user.unit,
        (user.external or "").casefold(),
        catalog.former_communities.get(user.community, user.community) if user.community else None,
        used_in.ref if used_in else place.artifact,
        place.url or (place.title or "").casefold(),
        (place.repository, place.path, place.commit),
        record.mode,
    )


RULE = Rule(
    code="reuse-recorded-twice",
    topic=Topic.REUSE,
    severity=Severity.INFO,
    summary="Two records tell of the same use.",
    check=check,
)
