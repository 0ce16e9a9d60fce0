"""What is recorded has happened; a day that has not come yet is a slip, or a plan.

The day an artifact was written, a value was measured, a use began or was confirmed, a charter was revised: none can
lie in the future. Plans have their own keys: `due`, targets, `review_by`, `ends`, and the mode `planned` of a reuse.
A day that begins sooner in another part of the world is not counted as the future.

Fails:

    # communities/support-guild/measurements/hours-to-answer.yml, on 2026-06-30
    values:
      - date: 2062-03-31
        value: 12

Passes:

    # communities/support-guild/measurements/hours-to-answer.yml, on 2026-06-30
    values:
      - date: 2026-03-31
        value: 12
"""

import datetime
from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity, Span
from outcome_catalog.model.artifact import Mode
from outcome_catalog.model.catalog import Catalog, Community
from outcome_catalog.model.charter import Charter, Lifecycle
from outcome_catalog.model.reuse import ReuseRecord
from outcome_catalog.rules.reading.reuse_files import day_in_name
from outcome_catalog.rules.rule import Rule

_EARLIER_ELSEWHERE = datetime.timedelta(days=1)

_Days = Iterator[tuple[datetime.date | None, Span]]


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each day of something recorded that lies after the day the catalog was read."""
    today = catalog.read_on or catalog.as_of
    latest = today + _EARLIER_ELSEWHERE
    for day, place in _recorded_days(catalog):
        if day is not None and day > latest:
            yield RULE.finding(
                place,
                f"{day} has not come yet",
                help=f"write a day up to {today}, or use the key for plans: due, targets, review_by, ends",
            )


def _recorded_days(catalog: Catalog) -> _Days:
    for community in catalog.communities.values():
        yield from _days_of_charter(community.charter)
        yield from _days_of_indicators(community)
    for artifact in catalog.artifacts.values():
        yield artifact.date, artifact.origin.value("date")
    for record in catalog.reuse_records():
        yield from _days_of_record(record)


def _days_of_charter(charter: Charter) -> _Days:
    origin = charter.origin
    if charter.lifecycle is not Lifecycle.PROPOSED:
        yield charter.started, origin.value("started")
    if charter.members is not None:
        yield charter.members.as_of, origin.value("members", "as_of")
    for index, change in enumerate(charter.lifecycle_history):
        yield change.date, origin.value("lifecycle_history", index, "date")
    for index, revision in enumerate(charter.revisions):
        yield revision.date, origin.value("revisions", index, "date")
    for index, steward in enumerate(charter.stewards):
        yield steward.since, origin.value("stewards", index, "since")


def _days_of_indicators(community: Community) -> _Days:
    for index, outcome in enumerate(community.charter.outcomes):
        for number, indicator in enumerate(outcome.indicators):
            if not indicator.baseline.estimated:
                place = ("outcomes", index, "indicators", number, "baseline", "date")
                yield indicator.baseline.date, community.charter.origin.value(*place)
    for measurement in community.measurements.values():
        for index, value in enumerate(measurement.values):
            yield value.date, measurement.origin.value("values", index, "date")


def _days_of_record(record: ReuseRecord) -> _Days:
    yield day_in_name(record), Span(path=record.origin.path)
    if record.date is not None and record.mode is not Mode.PLANNED:
        yield record.date.first_day, record.origin.value("date")
    for index, confirmation in enumerate(record.confirmed_by):
        yield confirmation.date, record.origin.value("confirmed_by", index, "date")
    if record.withdrawn is not None:
        yield record.withdrawn.date, record.origin.value("withdrawn", "date")


RULE = Rule(
    code="date-future",
    topic=Topic.DATES,
    severity=Severity.ERROR,
    summary="Something recorded is dated in the future.",
    check=check,
)
