"""Home: what our communities produce, who reuses it, and what waits to be reused, in one look."""

from collections.abc import Callable, Iterator

from outcome_catalog.insights.figures import ReuseState
from outcome_catalog.insights.period_report.figures import PeriodReport
from outcome_catalog.insights.uses import PROVEN
from outcome_catalog.model.artifact import ArtifactStatus
from outcome_catalog.model.dates import Per
from outcome_catalog.publish import addresses
from outcome_catalog.publish.charts.quarter_columns import quarter_columns
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.artifact_rows import capped_rows, most_reused_first, newest_first
from outcome_catalog.publish.pages.community_rows import community_row
from outcome_catalog.publish.pages.links import Meta, link, search_link
from outcome_catalog.publish.pages.report_index import confirmed_count
from outcome_catalog.publish.pages.reuse_entries import reuse_entry
from outcome_catalog.publish.pages.vitality import vitality_chart, vitality_table, vitality_window
from outcome_catalog.publish.reports.every_report import latest_reports
from outcome_catalog.publish.reports.sections import artifacts, indicators, reuse
from outcome_catalog.publish.sanitised import contributed_html
from outcome_catalog.publish.words import phrase

_SHORT_LIST = 6
_MOST_COMMUNITIES = 40
_QUARTERS_SHOWN = 8


def outputs(context: PublishContext) -> Iterator[Output]:
    """The home page."""
    organisation = context.catalog.organisation
    summary = organisation.summary or context.words["home"]["summary"]
    meta = {
        "template": "home.html",
        "title": organisation.name,
        "description": summary,
        "nav": 0,
        "nav_title": context.words["nav"]["home"],
        "summary": summary,
        "note": organisation.note,
        "introduction_html": _introduction(context),
        "organisation_url": addresses.external_url(organisation.url),
        "has_search_box": True,
        "quarter": _quarter(context),
        "vitality": vitality_table(context),
        "vitality_window": vitality_window(context),
        "map_svg": vitality_chart(context, addresses.home_url()),
        **_lists(context),
        "communities": _communities(context),
    }
    yield Output(path="index.md", meta=meta, edit_source=organisation.origin.path)


def _introduction(context: PublishContext) -> str:
    """The hand-written introduction, sanitised; empty where there is none."""
    source, url = "communities/index.md", addresses.home_url()
    return contributed_html(context.introduction, source_path=source, page_url=url, links=context.links).html


def _quarter(context: PublishContext) -> Meta:
    """The running quarter's three figures, each with the quarters before it and the way to its records."""
    recent = latest_reports(context, Per.QUARTER, _QUARTERS_SHOWN)
    now = recent[-1]
    period = now.report.reported.period
    counts: tuple[tuple[str, str, Callable[[PeriodReport], int]], ...] = (
        ("outputs", artifacts.ID, lambda report: len(report.cycles.potential)),
        ("uses", reuse.ID, lambda report: len(report.cycles.applied)),
        ("moves", indicators.ID, lambda report: len(report.cycles.realised)),
    )
    end = period.end.isoformat() if period.end else ""
    return {
        "label": now.report.reported.label,
        "days": phrase(context.words, "quarter.days", start=period.start.isoformat(), end=end),
        "url": now.url,
        "all_url": addresses.reports_url(),
        "figures": [
            _figure(
                context,
                name,
                f"{now.url}#{place}",
                [(q.report.reported.label, count(q.report)) for q in recent],
                [confirmed_count(q.report) for q in recent] if name == "uses" else [],
            )
            for name, place, count in counts
        ],
    }


def _figure(context: PublishContext, name: str, url: str, counts: list[tuple[str, int]], confirmed: list[int]) -> Meta:
    """A figure of the running quarter after those before it; that of uses says of each how many are *confirmed*."""
    words = context.words["quarter"]
    _, count = counts[-1]
    grades = [phrase(context.words, "quarter.confirmed", n=number) for number in confirmed]
    before = None
    if len(counts) > 1:
        before = phrase(context.words, "quarter.before", label=counts[-2][0], n=counts[-2][1])
        before += f", {grades[-2]}" if grades else ""
    return {
        "name": name,
        "count": count,
        "text": phrase(context.words, f"quarter.{name}", n=count, confirmed=(confirmed or [0])[-1]),
        "means": words["means"][name],
        "url": url,
        "before": before,
        "chart_svg": quarter_columns(
            counts, chart_id=f"quarters-{name}", title=words["over_time"][name], remarks=grades
        ),
    }


def _lists(context: PublishContext) -> Meta:
    published = [a for a in context.catalog.artifacts.values() if a.status is ArtifactStatus.PUBLISHED]
    waiting = [a for a in published if context.figures.artifacts[a.ref].state is ReuseState.WAITING]
    used = most_reused_first(context, context.catalog.artifacts.values())
    counted = [event for event in context.figures.events if event.counted]
    counted.sort(key=lambda e: (e.recorded or e.first_day or context.catalog.as_of, e.id), reverse=True)
    confirmed = sum(1 for event in counted if event.grade in PROVEN)
    reused = context.words["facet"]
    return {
        "newest": capped_rows(context, newest_first(published), _SHORT_LIST, sort="newest"),
        "most_reused": capped_rows(context, used, _SHORT_LIST, reused=reused["reused_yes"], sort="reuses"),
        "waiting": capped_rows(context, newest_first(waiting), _SHORT_LIST, reused=reused["reused_no"]),
        "newest_reuse": {
            "entries": [reuse_entry(context, event) for event in counted[:_SHORT_LIST]],
            "total": len(counted),
            "more": link(
                phrase(context.words, "list.all_reuse", n=len(counted), confirmed=confirmed), addresses.reuse_url()
            ),
        },
        "is_empty": not published,
        "search_page": search_link(context.words["nav"]["search"]),
    }


def _communities(context: PublishContext) -> Meta:
    """The open communities, the most vital first; the closed ones are on the page of all."""
    rows = [community_row(context, c) for c in context.catalog.communities.values()]
    is_open = [row for row in rows if row["lifecycle"] != "closed"]
    closed = len(rows) - len(is_open)
    is_open.sort(key=lambda row: (-row["reuse"]["confirmed"], -row["artifacts"]["count"], row["title"]))
    return {
        "rows": is_open[:_MOST_COMMUNITIES],
        "total": len(rows),
        "closed_text": phrase(context.words, "home.closed_too", n=closed) if closed else None,
        "all": link(phrase(context.words, "list.all_communities", n=len(rows)), addresses.communities_url()),
    }
