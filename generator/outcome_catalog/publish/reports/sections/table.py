"""All sections of a report, in their order: a new one is a new file and a row here."""

from collections.abc import Callable

from outcome_catalog.publish.reports.document import Section
from outcome_catalog.publish.reports.sections import (
    artifacts,
    benefit,
    communities,
    cycles,
    indicators,
    not_possible_before,
    promises,
    reading,
    records,
    reuse,
    roles,
)
from outcome_catalog.publish.reports.view import ReportView

SECTIONS: tuple[Callable[[ReportView], Section], ...] = (
    cycles.section,
    promises.section,
    roles.section,
    reuse.section,
    indicators.section,
    benefit.section,
    not_possible_before.section,
    communities.section,
    artifacts.waiting_section,
    artifacts.section,
    records.revisions_section,
    records.activity_section,
    reading.section,
)
