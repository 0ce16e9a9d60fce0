"""A figure counts for an outcome only through an indicator that a charter defines.

A file in `measurements/` belongs to the indicator of the same community that it names. A benefit in a reuse record
may name an indicator of the community that made the artifact or of the one that uses it. A figure under any other
name hangs in the air, and the outcome it should prove stays *not measured*.

Fails:

    # communities/support-guild/measurements/hours-to-answer.yml
    indicator: hour-to-answer

Passes:

    # communities/support-guild/measurements/hours-to-answer.yml
    indicator: hours-to-answer
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import Catalog, Community
from outcome_catalog.model.reuse import ReuseRecord
from outcome_catalog.rules.reading.references import Reference, unresolved
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each indicator that no charter concerned defines."""
    for community in catalog.communities.values():
        references = (
            Reference(name=measurement.indicator, place=measurement.origin.value("indicator"))
            for measurement in community.measurements.values()
        )
        noun = f"indicator of {community.charter.origin.path}"
        yield from unresolved(RULE, references, _indicators(community), noun=noun)
    for record in catalog.reuse_records():
        yield from _benefit_findings(catalog, record)


def _benefit_findings(catalog: Catalog, record: ReuseRecord) -> Iterator[Diagnostic]:
    if record.benefit is None or record.benefit.indicator is None:
        return
    artifact = catalog.artifact(record.artifact)
    slugs = {record.community, record.used_by.community, None if artifact is None else artifact.community} - {None}
    communities = [community for slug in slugs if slug and (community := catalog.community(slug))]
    if len(communities) < len(slugs):
        return  # another finding says so, and the indicator may be one of the community that is missing
    known = {name for community in communities for name in _indicators(community)}
    reference = Reference(name=record.benefit.indicator, place=record.origin.value("benefit", "indicator"))
    yield from unresolved(RULE, [reference], known, noun="indicator of the communities concerned")


def _indicators(community: Community) -> set[str]:
    return {indicator.id for indicator in community.charter.indicators}


RULE = Rule(
    code="unknown-indicator",
    topic=Topic.NAMES,
    severity=Severity.ERROR,
    summary="A measurement or a benefit names an indicator that no charter concerned defines.",
    check=check,
)
