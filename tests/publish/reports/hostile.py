"""A catalog in which every text of a contributor tries something."""

from dataclasses import replace

from tests.publish.pages.desk import desk_catalog

from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import CharterRevision
from outcome_catalog.model.ids import CommunityId
from outcome_catalog.model.reuse import Benefit, UsedBy, UsedIn

PAYLOADS = (
    "</title></script><script>alert(1)</script><img src=x onerror=alert(1)>\"'`{{ 7 * 7 }}",
    "[click](javascript:alert(1)) | `x` **b** <b>x</b> ![i](//evil.example/x.png)",
    '=HYPERLINK("https://evil.example";"x")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "\t=1+1",
    "## not a heading\n\n## nor this\n- not an item\n| not | a row |\n\n[1]: https://evil.example",
    "\x1b[31mred\x1b[0m \u202egnp.exe",
)


def hostile_catalog(text: str) -> Catalog:
    """The desk's catalog with *text* wherever a contributor writes plain text."""
    catalog = desk_catalog()
    desk = catalog.communities[CommunityId("desk")]
    charter = desk.charter
    outcomes = tuple(
        replace(
            outcome,
            title=text,
            not_possible_before=text,
            indicators=tuple(replace(i, title=text, unit=text, source=text) for i in outcome.indicators),
        )
        for outcome in charter.outcomes
    )
    charter = replace(
        charter,
        title=text,
        expected_outputs=tuple(replace(promise, title=text) for promise in charter.expected_outputs),
        outcomes=outcomes,
        goal=replace(charter.goal, members=tuple(replace(member, role=text) for member in charter.goal.members)),
        revisions=(CharterRevision(date=catalog.as_of, change=text, because=text),),
    )
    benefit = Benefit(statement=text, unit=text, low=1, high=2, not_possible_before=text)
    records = tuple(
        replace(r, used_by=UsedBy(external=text), used_in=UsedIn(title=text, url=text), benefit=benefit, note=text)
        for r in desk.reuse_records
    )
    artifacts = {ref: replace(artifact, title=text) for ref, artifact in catalog.artifacts.items()}
    here = tuple(artifact for artifact in artifacts.values() if artifact.community == "desk")
    changed = replace(desk, charter=charter, reuse_records=records, artifacts=here)
    field = catalog.communities[CommunityId("field")]
    units = tuple(replace(unit, title=text) for unit in catalog.organisation.units)
    return replace(
        catalog,
        organisation=replace(catalog.organisation, name=text, units=units),
        kinds={kind: replace(found, title=text) for kind, found in catalog.kinds.items()},
        artifacts=artifacts,
        communities={**catalog.communities, CommunityId("desk"): changed, CommunityId("field"): field},
    )
