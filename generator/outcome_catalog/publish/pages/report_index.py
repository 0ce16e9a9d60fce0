"""The list of reports: all time, then each year with its quarters and months, and the main figures of each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from outcome_catalog.insights.period_report.figures import PeriodReport
from outcome_catalog.insights.uses import PROVEN
from outcome_catalog.model.dates import Per
from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.links import Meta, link
from outcome_catalog.publish.reports.content import period_name
from outcome_catalog.publish.reports.every_report import period_around
from outcome_catalog.publish.reports.sections import artifacts, indicators, promises, records, reuse
from outcome_catalog.publish.reports.view import ReportView

_AROUND = {Per.MONTH: Per.QUARTER, Per.QUARTER: Per.YEAR}
"""Below which longer period a period is listed."""


def report_index(context: PublishContext, views: Sequence[ReportView]) -> Output:
    """The page that lists *views*, which are in date order."""
    words = context.words["reports"]
    meta = {
        "template": "reports.html",
        "title": words["title"],
        "description": words["description"],
        "nav": 60,
        "nav_title": context.words["nav"]["reports"],
        "groups": list(_groups(views)),
    }
    return Output(path=addresses.page_path(addresses.reports_url()), meta=meta)


def _groups(views: Sequence[ReportView]) -> Iterator[list[Meta]]:
    parts = _parts(views)
    yield [_row(view) for view in views if view.report.reported.per is None]
    for year in reversed([view for view in views if view.report.reported.per is Per.YEAR]):
        yield list(_rows(year, parts))


def _parts(views: Sequence[ReportView]) -> Mapping[str, list[ReportView]]:
    """The shorter periods below each longer one, by its label, the latest first."""
    periods = tuple(view.report.reported for view in views)
    found: dict[str, list[ReportView]] = defaultdict(list)
    for view in reversed(views):
        per = view.report.reported.per
        around = period_around(view.report.reported, periods, _AROUND[per]) if per in _AROUND else None
        if around is not None:
            found[around.label].append(view)
    return found


def _rows(view: ReportView, parts: Mapping[str, list[ReportView]]) -> Iterator[Meta]:
    """A period and the shorter ones in it; where it brought nothing at all, its zeros speak for those too."""
    row = _row(view)
    yield row
    if not row["is_empty"]:
        for part in parts.get(view.report.reported.label, ()):
            yield from _rows(part, parts)


def _row(view: ReportView) -> Meta:
    report = view.report
    per = report.reported.per
    due, kept = _due_and_kept(report)
    counts = _counts(report)
    return link(period_name(view), view.url) | {
        "per": "all" if per is None else per.value,
        "is_running": per is not None and not report.reported.is_over,
        "is_empty": not due and not any(count for count, _ in counts),
        # That nothing fell due is not that nothing was kept.
        "promises": view.phrase("reports.kept_of", n=due, kept=kept),
        "promises_url": f"{view.url}#{promises.ID}",
        "counts": [{"count": count, "url": f"{view.url}#{place}" if count else None} for count, place in counts],
    }


def _due_and_kept(report: PeriodReport) -> tuple[int, int]:
    return sum(found.due or 0 for found in report.promises), sum(found.kept or 0 for found in report.promises)


def confirmed_count(report: PeriodReport) -> int:
    """How many of the uses that began are attested or verified."""
    return sum(report.reuse.by_grade.get(grade, 0) for grade in PROVEN)


def _counts(report: PeriodReport) -> tuple[tuple[int, str], ...]:
    """The main figures, each with the place in the report that lists its records."""
    return (
        (len(report.cycles.potential), artifacts.ID),
        (len(report.reuse.uses), reuse.ID),
        (confirmed_count(report), reuse.ID),
        (len(report.cycles.realised), indicators.ID),
        (len(report.cycles.reframing), records.REVISIONS_ID),
    )
