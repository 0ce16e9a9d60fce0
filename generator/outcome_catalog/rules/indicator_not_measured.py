"""At the next budget review somebody will ask for the figure.

An indicator that has a baseline and was never measured since shows as *not measured*, and its outcome cannot be
proved. This is a remark, made when a quarter has gone by since the baseline and the community is active.

Fails:

    # communities/support-guild/charter.yml, on 2026-06-30
    outcomes:
      - id: faster-answers
        indicators:
          - id: hours-to-first-answer
            title: Hours to the first answer
            unit: hours
            direction: decrease
            baseline: {date: 2025-12-31, value: 30}
            targets:
              - {date: 2026-12-31, value: 6}

Passes:

    # communities/support-guild/measurements/hours-to-first-answer.yml
    indicator: hours-to-first-answer
    values:
      - {date: 2026-03-31, value: 12}
"""

from collections.abc import Iterator
from datetime import timedelta

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import Lifecycle
from outcome_catalog.rules.rule import Rule

_A_QUARTER = timedelta(days=92)


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each indicator of an active community without a measurement, a quarter after its baseline."""
    left_out = {document.path for document in catalog.left_out}
    for slug, community in catalog.communities.items():
        charter = community.charter
        for index, outcome in enumerate(charter.outcomes if charter.lifecycle is Lifecycle.ACTIVE else ()):
            for number, indicator in enumerate(outcome.indicators):
                file = f"communities/{slug}/measurements/{indicator.id}.yml"
                is_due = indicator.baseline.date + _A_QUARTER < catalog.as_of
                if is_due and indicator.id not in community.measurements and file not in left_out:
                    yield RULE.finding(
                        charter.origin.value("outcomes", index, "indicators", number, "id"),
                        f'"{indicator.title}" has not been measured since its baseline of {indicator.baseline.date}',
                        help=f"add its values in {file}",
                    )


RULE = Rule(
    code="indicator-not-measured",
    topic=Topic.CHAIN,
    severity=Severity.INFO,
    summary="An indicator has a baseline and no measured value.",
    check=check,
)
