"""A target says where the indicator should move; it has to lie on the way that `direction` names.

With `direction: decrease` and a baseline of 30 hours, a target of 40 can only be a slip, and a target of 30 leaves
nothing to do: progress towards it cannot be reckoned. To hold a level, take as baseline what would come without the
community.

Fails:

    # communities/support-guild/charter.yml
    outcomes:
      - id: faster-answers
        indicators:
          - id: hours-to-answer
            direction: decrease
            baseline: {date: 2025-12-31, value: 30}
            targets:
              - {date: 2026-12-31, value: 40}

Passes:

    # communities/support-guild/charter.yml
    outcomes:
      - id: faster-answers
        indicators:
          - id: hours-to-answer
            direction: decrease
            baseline: {date: 2025-12-31, value: 30}
            targets:
              - {date: 2026-12-31, value: 6}
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity, Span
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import Direction, Indicator
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each target that does not lie on its indicator's way."""
    for community in catalog.communities.values():
        for index, outcome in enumerate(community.charter.outcomes):
            for number, indicator in enumerate(outcome.indicators):
                for position in _wrong_targets(indicator):
                    place = ("outcomes", index, "indicators", number, "targets", position, "value")
                    yield _finding(indicator, position, community.charter.origin.value(*place))


def _finding(indicator: Indicator, position: int, place: Span) -> Diagnostic:
    direction, target = indicator.direction, indicator.targets[position]
    return RULE.finding(
        place,
        f"from {indicator.baseline.value} to {target.value} is no {direction}",
        help=f"write a target on the way that direction: {direction} names, or turn the direction round",
    )


def _wrong_targets(indicator: Indicator) -> Iterator[int]:
    sign = 1 if indicator.direction is Direction.INCREASE else -1
    for position, target in enumerate(indicator.targets):
        if sign * (target.value - indicator.baseline.value) <= 0:
            yield position


RULE = Rule(
    code="target-direction",
    topic=Topic.CHAIN,
    severity=Severity.WARNING,
    summary="A target does not lie on the way that its indicator's direction names.",
    check=check,
)
