"""What ends cannot end before it began, and a target cannot lie before the figure it starts from.

Dates that are the wrong way round are slips, and every figure that uses them would be wrong: the length of a promise,
the share of time gone, the latest value. Measured values stand in the order of their dates, one for each day.

Fails:

    # communities/support-guild/charter.yml
    started: 2026-01-15
    ends: 2025-12-31

Passes:

    # communities/support-guild/charter.yml
    started: 2026-01-15
    ends: 2026-12-31
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity, Span
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.catalog import Catalog, Community
from outcome_catalog.model.charter import Charter, Indicator
from outcome_catalog.model.organisation import Organisation
from outcome_catalog.model.origin import Pointer
from outcome_catalog.model.reuse import ReuseRecord
from outcome_catalog.rules.rule import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """Two days of which the second must not lie before the first, and where it *differs* must not be the same."""

    first: datetime.date | None
    first_name: str
    second: datetime.date | None
    second_name: str
    place: Span
    differs: bool = False

    @property
    def is_broken(self) -> bool:
        if self.first is None or self.second is None:
            return False
        return self.second < self.first or (self.differs and self.second == self.first)


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each day that lies before one that it has to follow, at the later of the two in the story."""
    for order in _orders(catalog):
        if order.is_broken:
            relation = "the same day as" if order.first == order.second else "before"
            yield RULE.finding(
                order.place,
                f"{order.second_name}, {order.second}, is {relation} {order.first_name}, {order.first}",
                help=f"{order.first_name} has to come before {order.second_name}; correct the one that is wrong",
            )


def _orders(catalog: Catalog) -> Iterator[_Order]:
    yield from _orders_of_objectives(catalog.organisation)
    for community in catalog.communities.values():
        yield from _orders_of_charter(community.charter)
        yield from _orders_of_indicators(community.charter)
        yield from _orders_of_measurements(community)
    for artifact in catalog.artifacts.values():
        yield from _orders_of_artifact(artifact)
    for record in catalog.reuse_records():
        yield from _orders_of_record(record)


def _orders_of_objectives(organisation: Organisation) -> Iterator[_Order]:
    for index, objective in enumerate(organisation.objectives):
        if objective.period is not None:
            yield _Order(
                first=objective.period.start,
                first_name="the start",
                second=objective.period.end,
                second_name="the end",
                place=organisation.origin.value("objectives", index, "period", "end"),
            )


def _orders_of_charter(charter: Charter) -> Iterator[_Order]:
    def after_start(day: datetime.date | None, name: str, *pointer: str | int) -> _Order:
        place = charter.origin.value(*pointer)
        return _Order(first=charter.started, first_name="started", second=day, second_name=name, place=place)

    yield after_start(charter.ends, "ends", "ends")
    yield after_start(charter.review_by, "review_by", "review_by")
    for index, output in enumerate(charter.expected_outputs):
        yield after_start(output.due, "due", "expected_outputs", index, "due")
    for index, steward in enumerate(charter.stewards):
        yield _Order(
            first=steward.from_,
            first_name="from",
            second=steward.until,
            second_name="until",
            place=charter.origin.value("stewards", index, "until"),
        )
    for index, (change, following) in enumerate(pairwise(charter.lifecycle_history), start=1):
        yield _Order(
            first=change.date,
            first_name="the change of state before it",
            second=following.date,
            second_name="this change",
            place=charter.origin.value("lifecycle_history", index, "date"),
        )


def _orders_of_indicators(charter: Charter) -> Iterator[_Order]:
    for index, outcome in enumerate(charter.outcomes):
        for number, indicator in enumerate(outcome.indicators):
            yield from _orders_of_targets(charter, indicator, ("outcomes", index, "indicators", number, "targets"))


def _orders_of_targets(charter: Charter, indicator: Indicator, targets: Pointer) -> Iterator[_Order]:
    first, first_name = indicator.baseline.date, "the baseline"
    for position, target in enumerate(indicator.targets):
        place = charter.origin.value(*targets, position, "date")
        yield _Order(
            first=first, first_name=first_name, second=target.date, second_name="the target", place=place, differs=True
        )
        first, first_name = target.date, "the target before it"


def _orders_of_measurements(community: Community) -> Iterator[_Order]:
    for measurement in community.measurements.values():
        for index, (value, following) in enumerate(pairwise(measurement.values), start=1):
            yield _Order(
                first=value.date,
                first_name="the value before it",
                second=following.date,
                second_name="this value",
                place=measurement.origin.value("values", index, "date"),
                differs=True,
            )


def _orders_of_artifact(artifact: Artifact) -> Iterator[_Order]:
    yield _Order(
        first=artifact.date,
        first_name="date",
        second=artifact.review_by,
        second_name="review_by",
        place=artifact.origin.value("review_by"),
    )


def _orders_of_record(record: ReuseRecord) -> Iterator[_Order]:
    if record.date is None:
        return
    first, name = record.date.first_day, "date"
    if record.ended is not None:
        place = record.origin.value("ended")
        yield _Order(first=first, first_name=name, second=record.ended.last_day, second_name="ended", place=place)
    if record.withdrawn is not None:
        place = record.origin.value("withdrawn", "date")
        yield _Order(first=first, first_name=name, second=record.withdrawn.date, second_name="withdrawn", place=place)


RULE = Rule(
    code="date-order",
    topic=Topic.DATES,
    severity=Severity.ERROR,
    summary="Two dates are the wrong way round.",
    check=check,
)
