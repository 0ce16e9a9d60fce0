"""A benefit is told as a floor and a ceiling, never as one flattering figure; the floor is the smaller one.

`low` is what can be stood for, `high` what may be hoped. Where they are the wrong way round, sums over several uses
would claim a range that nobody meant.

Fails:

    # communities/support-guild/reuse/2026-03-02-field-service.yml
    benefit:
      statement: Fewer second visits.
      low: 40
      high: 10

Passes:

    # communities/support-guild/reuse/2026-03-02-field-service.yml
    benefit:
      statement: Fewer second visits.
      low: 10
      high: 40
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each benefit whose floor lies above its ceiling."""
    for record in catalog.reuse_records():
        benefit = record.benefit
        if benefit and benefit.low is not None and benefit.high is not None and benefit.low > benefit.high:
            yield RULE.finding(
                record.origin.value("benefit", "low"),
                f"the floor of the benefit, {benefit.low:g}, lies above its ceiling, {benefit.high:g}",
                help="write the smaller figure as low and the greater one as high",
            )


RULE = Rule(
    code="benefit-range",
    topic=Topic.REUSE,
    severity=Severity.ERROR,
    summary="The floor of a benefit lies above its ceiling.",
    check=check,
)
