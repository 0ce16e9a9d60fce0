"""The running quarter on the home page: what came in, what was used, what moved, each after the quarters before it."""

from collections.abc import Callable

from outcome_catalog.insights.period_report.figures import PeriodReport
from outcome_catalog.model.dates import Per
from outcome_catalog.publish import addresses
from outcome_catalog.publish.charts.quarter_columns import quarter_columns
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.links import Meta
from outcome_catalog.publish.pages.report_index import confirmed_count
from outcome_catalog.publish.reports.every_report import latest_reports
from outcome_catalog.publish.reports.sections import artifacts, indicators, reuse
from outcome_catalog.publish.words import days_text, period_text, phrase

_QUARTERS_SHOWN = 8
_COUNTS: tuple[tuple[str, str, Callable[[PeriodReport], int]], ...] = (
    ("outputs", artifacts.ID, lambda report: len(report.cycles.potential)),
    ("uses", reuse.ID, lambda report: len(report.cycles.applied)),
    ("moves", indicators.ID, lambda report: len(report.cycles.realised)),
)


def running_quarter(context: PublishContext) -> Meta:
    """The running quarter's three figures, each with the quarters before it and the way to its records."""
    recent = latest_reports(context, Per.QUARTER, _QUARTERS_SHOWN)
    now = recent[-1]
    period = now.report.reported.period
    labels = [period_text(context.words, view.report.reported.label) for view in recent]
    confirmed = [confirmed_count(view.report) for view in recent]
    figures = [
        _figure(
            context,
            name,
            f"{now.url}#{place}",
            [(label, count(view.report)) for label, view in zip(labels, recent, strict=True)],
            confirmed if name == "uses" else [],
        )
        for name, place, count in _COUNTS
    ]
    return {
        "label": now.report.reported.label,
        "heading": context.words["quarter"]["heading"],
        "days": days_text(context.words, period.start, period.end),
        "url": now.url,
        "all_url": addresses.reports_url(),
        "figures": figures,
        "has_charts": any(figure["chart_svg"] for figure in figures),
        "rows": [
            {
                "label": label,
                "url": view.url,
                "counts": [{"count": count(view.report), "url": f"{view.url}#{place}"} for _, place, count in _COUNTS],
                "confirmed": proven,
            }
            for label, view, proven in zip(labels, recent, confirmed, strict=True)
        ],
    }


def _figure(context: PublishContext, name: str, url: str, counts: list[tuple[str, int]], confirmed: list[int]) -> Meta:
    """A figure of the running quarter after those before it; that of uses says of each how many are *confirmed*."""
    words = context.words["quarter"]
    _, count = counts[-1]
    return {
        "name": name,
        "count": count,
        "text": phrase(context.words, f"quarter.{name}", n=count, confirmed=(confirmed or [0])[-1]),
        "means": words["means"][name],
        "url": url,
        "before": _before(context, counts, confirmed),
        "chart_svg": _columns(context, name, counts, confirmed) if any(number for _, number in counts) else "",
    }


def _before(context: PublishContext, counts: list[tuple[str, int]], confirmed: list[int]) -> str | None:
    """The same figure of the quarter before; that there was none in any of those shown, where that is so."""
    if len(counts) == 1:
        return None
    if not any(number for _, number in counts):
        return phrase(context.words, "quarter.none_before", n=len(counts))
    label, number = counts[-2]
    text = phrase(context.words, "quarter.before", label=label, n=number)
    return f"{text}, {phrase(context.words, 'quarter.confirmed', n=confirmed[-2])}" if confirmed and number else text


def _columns(context: PublishContext, name: str, counts: list[tuple[str, int]], confirmed: list[int]) -> str:
    remarks = [phrase(context.words, "quarter.confirmed", n=number) for number in confirmed]
    title = context.words["quarter"]["over_time"][name]
    return quarter_columns(counts, chart_id=f"quarters-{name}", title=title, words=context.words, remarks=remarks)
