"""One use is counted once, however often it is recorded.

Two records that name the same artifact, the same place of use, and the same unit, organisation or community are one
use: the better evidence stands, and both are shown. This is a remark, because a second record may be meant to confirm
the first; a confirmation is better added to the first, under `confirmed_by`.

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
from outcome_catalog.model.names import folded, repository_name
from outcome_catalog.model.reuse import USED_MODES, ReuseRecord, UsedIn
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each record, not withdrawn, that tells of a use which an earlier one tells of already."""
    first: dict[tuple[object, ...], ReuseRecord] = {}
    for record in catalog.reuse_records():
        shared = tuple(_shared(catalog, record)) if record.withdrawn is None else ()
        earlier = next((first[part] for part in shared if part in first), None)
        for part in shared:
            first.setdefault(part, earlier or record)
        if earlier is not None:
            yield RULE.finding(
                record.origin.value("used_in"),
                "this use is recorded already; it is counted once",
                help="if it is another use, say in used_in where; if not, add to the first record instead",
                related=(Related(message="recorded here first", span=earlier.origin.value("used_in")),),
            )


def _shared(catalog: Catalog, record: ReuseRecord) -> Iterator[tuple[object, ...]]:
    """What another record has one of where it tells of the same use; plans and rejections are no use, each its own."""
    artifact, user = catalog.artifact(record.artifact), record.used_by
    place = _place(catalog, record.used_in)
    what = (artifact.ref if artifact else record.artifact, record.mode if record.mode not in USED_MODES else "used")
    if place is None:
        return
    if user.unit is not None:
        yield (*what, *place, "unit", user.unit)
    if user.external is not None:
        yield (*what, *place, "external", folded(user.external))
    if user.community is not None:
        community = catalog.community(user.community)
        yield (*what, *place, "community", community.id if community else user.community)


def _place(catalog: Catalog, place: UsedIn) -> tuple[str, ...] | None:
    """What tells one place of use from another; None for a record that names none."""
    if place.artifact is not None:
        artifact = catalog.artifact(place.artifact)
        return ("artifact", artifact.ref if artifact else place.artifact)
    if place.url is not None:
        return ("url", place.url.strip().rstrip("/"))
    if place.repository is not None:
        return ("repository", repository_name(place.repository), (place.path or "").strip("/"))
    return None if place.title is None else ("title", folded(place.title))


RULE = Rule(
    code="reuse-recorded-twice",
    topic=Topic.REUSE,
    severity=Severity.INFO,
    summary="Two records tell of the same use.",
    check=check,
)
