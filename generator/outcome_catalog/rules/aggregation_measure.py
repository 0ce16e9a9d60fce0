"""`aggregation` says that values of several communities may be combined; the indicator's measure has to bear it.

Numbers and money can be added up. A percentage of one whole says nothing when it is added to the percentage of another,
and neither do points on a scale: they can be averaged. A yes and a no are no numbers at all. An indicator that asks for
what its measure does not bear is never combined with those of other communities, so the line only misleads.

Fails:

    # communities/support-guild/charter.yml
    outcomes:
      - id: faster-answers
        indicators:
          - id: hours-to-answer
            unit: percent of the hours that were promised
            measure: percent
            aggregation: sum

Passes:

    # communities/support-guild/charter.yml
    outcomes:
      - id: faster-answers
        indicators:
          - id: hours-to-answer
            unit: percent of the hours that were promised
            measure: percent
            aggregation: mean
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity, Span
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import AGGREGATED_MEASURES, Aggregation, Indicator
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each indicator whose measure does not bear the aggregation that it asks for."""
    for community in catalog.communities.values():
        for index, outcome in enumerate(community.charter.outcomes):
            for number, indicator in enumerate(outcome.indicators):
                if indicator.aggregation is not Aggregation.NONE and not indicator.may_be_combined:
                    place = ("outcomes", index, "indicators", number, "aggregation")
                    yield _finding(indicator, community.charter.origin.value(*place))


def _finding(indicator: Indicator, place: Span) -> Diagnostic:
    others = [a for a in (Aggregation.SUM, Aggregation.MEAN) if indicator.measure in AGGREGATED_MEASURES[a]]
    offer = " or ".join(f"aggregation: {other}" for other in (*others, Aggregation.NONE))
    return RULE.finding(
        place,
        f"values that are {indicator.measure} cannot be combined by {indicator.aggregation}",
        help=f"write {offer}",
    )


RULE = Rule(
    code="aggregation-measure",
    topic=Topic.CHAIN,
    severity=Severity.WARNING,
    summary="An indicator asks for an aggregation that its measure does not bear.",
    check=check,
)
