"""A plan to use something becomes a use, or it does not; after a year somebody should ask.

A reuse with `mode: planned` is recorded and not counted. When a year has gone by since it was recorded, or since the
day it was planned for, ask the one who planned it: write the mode it became, `tried-rejected`, or `withdrawn`.

Fails:

    # communities/support-guild/reuse/2025-02-10-field-service.yml, on 2026-06-30
    mode: planned

Passes:

    # communities/support-guild/reuse/2025-02-10-field-service.yml, on 2026-06-30
    mode: adapted
"""

import datetime
from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.artifact import Mode
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.reuse import ReuseRecord
from outcome_catalog.rules.reading.reuse_files import day_in_name
from outcome_catalog.rules.rule import Rule

_A_YEAR = datetime.timedelta(days=365)


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each plan, not withdrawn, that is older than a year."""
    for record in catalog.reuse_records():
        if record.mode is not Mode.PLANNED or record.withdrawn is not None:
            continue
        planned = _planned(catalog, record)
        if planned is not None and planned + _A_YEAR < catalog.as_of:
            yield RULE.finding(
                record.origin.value("mode"),
                f"this use has been planned since {planned}",
                help="ask whether it came about, and write the mode it became, tried-rejected, or withdrawn",
            )


def _planned(catalog: Catalog, record: ReuseRecord) -> datetime.date | None:
    """The day for which the use was planned, or else on which it was recorded."""
    if record.date is not None:
        return record.date.last_day
    return catalog.history.created(record.origin.path) or day_in_name(record)


RULE = Rule(
    code="plan-outdated",
    topic=Topic.DATES,
    severity=Severity.INFO,
    summary="A planned use is older than a year.",
    check=check,
)
