"""A figure can be compared with its target only where both are figures of one sort.

An indicator with `measure: yes-no` takes `true` or `false`, every other one takes numbers. A percentage stands as a
number from 0 to 100 in most indicators; it may pass 100 where the thing measured can, so that is not checked.

Fails:

    # communities/support-guild/measurements/hours-to-answer.yml
    values:
      - date: 2026-03-31
        value: true

Passes:

    # communities/support-guild/measurements/hours-to-answer.yml
    values:
      - date: 2026-03-31
        value: 12
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity, Span
from outcome_catalog.model.catalog import Catalog, Community
from outcome_catalog.model.charter import Indicator, Measure
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each baseline, target or measured value that is not of its indicator's sort."""
    for community in catalog.communities.values():
        for indicator, value, place in _values(community):
            if isinstance(value, bool) != (indicator.measure is Measure.YES_NO):
                yield RULE.finding(
                    place,
                    f'the indicator "{indicator.id}" is measured as {indicator.measure}; this is something else',
                    help="write true or false" if indicator.measure is Measure.YES_NO else "write a number",
                )


def _values(community: Community) -> Iterator[tuple[Indicator, float | bool, Span]]:
    origin = community.charter.origin
    for index, outcome in enumerate(community.charter.outcomes):
        for number, indicator in enumerate(outcome.indicators):
            place = ("outcomes", index, "indicators", number)
            yield indicator, indicator.baseline.value, origin.value(*place, "baseline", "value")
            for target, planned in enumerate(indicator.targets):
                yield indicator, planned.value, origin.value(*place, "targets", target, "value")
            if measurement := community.measurements.get(indicator.id):
                for position, measured in enumerate(measurement.values):
                    yield indicator, measured.value, measurement.origin.value("values", position, "value")


RULE = Rule(
    code="measured-value-type",
    topic=Topic.CHAIN,
    severity=Severity.ERROR,
    summary="A baseline, a target or a measured value is not of the sort that its indicator measures.",
    check=check,
)
