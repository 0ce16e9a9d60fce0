"""How many uses began when, by grade: a column for each quarter, or for each year where quarters say too little."""

from collections.abc import Sequence
from dataclasses import dataclass

from outcome_catalog.insights.period_report.figures import ReportedPeriod
from outcome_catalog.insights.period_report.periods import period_slug, periods_of_length, reported_periods
from outcome_catalog.insights.period_report.records import DatedUse
from outcome_catalog.insights.period_report.reuse import uses_in_period
from outcome_catalog.model.dates import Per
from outcome_catalog.publish import addresses
from outcome_catalog.publish.charts.grade_columns import GradeColumn, grade_columns
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.links import Meta
from outcome_catalog.publish.pages.reuse_sides import Counts, counts_of_uses
from outcome_catalog.publish.pages.reuse_texts import counts_text
from outcome_catalog.publish.relative_links import relative_link
from outcome_catalog.publish.reports.sections import reuse
from outcome_catalog.publish.words import clause_break, period_text, phrase

_MOST_QUARTERS = 32
_MOST_ROUGH = 0.2
"""The share of uses that may be dated too roughly for a quarter before years are drawn instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begun:
    """A period, and the uses that certainly began in it by grade."""

    period: ReportedPeriod
    counts: Counts


def reuse_over_time(context: PublishContext) -> Meta | None:
    """The picture and its figures, from the period of the first use on; None where no use stands in any period."""
    dated = [use for uses in context.records.uses.values() for use in uses]
    per, begun = _fitting(context, dated)
    if not begun:
        return None
    words = context.words["network"]
    rows = [_row(context, found) for found in begun]
    rough = len(dated) - sum(sum(found.counts) for found in begun)
    return {
        "title": words["over_time"][per.value],
        "rows": rows,
        "period_word": words["per"][per.value],
        "rough": phrase(context.words, f"network.too_rough.{per.value}", n=rough) if rough else None,
        "chart_svg": grade_columns(
            [
                GradeColumn(
                    label=found.period.label if per is Per.YEAR else row["title"],
                    counts=found.counts,
                    href=relative_link(row["url"], addresses.reuse_url()),
                    text=row["text"],
                )
                for found, row in zip(begun, rows, strict=True)
            ],
            chart_id="reuse-over-time",
            title=words["over_time"][per.value],
            description=clause_break(context.words).join(row["text"] for row in rows if row["count"]),
        ),
    }


def _fitting(context: PublishContext, dated: Sequence[DatedUse]) -> tuple[Per, list[_Begun]]:
    """Quarters where they are few enough and hold most uses, else years."""
    quarters = _begun(context, dated, Per.QUARTER)
    held = sum(sum(found.counts) for found in quarters)
    if 0 < len(quarters) <= _MOST_QUARTERS and held >= len(dated) * (1 - _MOST_ROUGH):
        return Per.QUARTER, quarters
    return Per.YEAR, _begun(context, dated, Per.YEAR)


def _begun(context: PublishContext, dated: Sequence[DatedUse], per: Per) -> list[_Begun]:
    """The periods of one length from the first with a use on."""
    found: list[_Begun] = []
    for period in periods_of_length(reported_periods(context.records), per):
        counts = counts_of_uses(uses_in_period(dated, period))
        if found or any(counts):
            found.append(_Begun(period=period, counts=counts))
    return found


def _row(context: PublishContext, begun: _Begun) -> Meta:
    label = begun.period.label
    title = period_text(context.words, label)
    return {
        "title": title,
        "url": f"{addresses.report_url(period_slug(label))}#{reuse.ID}",
        "count": sum(begun.counts),
        "grades": list(begun.counts),
        "text": phrase(context.words, "network.began", period=title, counts=counts_text(context, begun.counts)),
    }
