"""Quarter by quarter: the records behind the figures of each quarter."""

from collections.abc import Iterator

from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.artifact_rows import capped_rows, newest_first
from outcome_catalog.publish.pages.links import Meta, community_link, link
from outcome_catalog.publish.pages.quarters import IndicatorMove, Quarter, quarters
from outcome_catalog.publish.pages.reuse_entries import reuse_entry
from outcome_catalog.publish.pages.values import estimated, value_text
from outcome_catalog.publish.provenance import source_fact
from outcome_catalog.publish.words import phrase

_MOST_OUTPUTS = 300
_MOST_USES = 100
_MOST_MOVES = 200


def outputs(context: PublishContext) -> Iterator[Output]:
    """The list of quarters, the newest first, and a page for each that brought something and for the running one."""
    found = list(reversed(quarters(context)))
    words = context.words["reports"]
    meta = {
        "template": "reports.html",
        "title": words["title"],
        "description": words["description"],
        "nav": 60,
        "nav_title": context.words["nav"]["reports"],
        "quarters": [_row(context, quarter, has_page=_has_page(quarter, found)) for quarter in found],
    }
    yield Output(path=addresses.page_path(addresses.reports_url()), meta=meta)
    for quarter in found:
        if _has_page(quarter, found):
            yield Output(
                path=addresses.page_path(addresses.report_url(quarter.label)), meta=quarter_meta(context, quarter)
            )


def _has_page(quarter: Quarter, found: list[Quarter]) -> bool:
    return quarter is found[0] or not quarter.is_empty


def _row(context: PublishContext, quarter: Quarter, *, has_page: bool) -> Meta:
    return link(quarter.label, addresses.report_url(quarter.label) if has_page else None) | {
        "days": _days(context, quarter),
        "outputs": len(quarter.outputs),
        "uses": len(quarter.uses),
        "measured": len(quarter.moves),
        "moves": sum(1 for move in quarter.moves if move.change > 0),
    }


def quarter_meta(context: PublishContext, quarter: Quarter) -> Meta:
    """All that a quarter's page prints: each list whole up to its limit, and how many there are."""
    moves = sorted(quarter.moves, key=lambda m: (m.change <= 0, m.community, m.indicator.id))
    return {
        "template": "quarter.html",
        "title": phrase(context.words, "quarter.title", label=quarter.label),
        "description": phrase(context.words, "quarter.page_description", label=quarter.label),
        "label": quarter.label,
        "days": _days(context, quarter),
        "outputs": capped_rows(
            context, newest_first(quarter.outputs), _MOST_OUTPUTS, year=str(quarter.period.start.year)
        ),
        "uses": [reuse_entry(context, event) for event in quarter.uses[:_MOST_USES]],
        "uses_total": len(quarter.uses),
        "uses_cut": phrase(context.words, "list.newest_of", shown=_MOST_USES, n=len(quarter.uses))
        if len(quarter.uses) > _MOST_USES
        else None,
        "moves": [_move(context, move) for move in moves[:_MOST_MOVES]],
        "moves_total": len(moves),
        "moves_good": sum(1 for move in moves if move.change > 0),
        "reuse_url": addresses.reuse_url(),
    }


def _days(context: PublishContext, quarter: Quarter) -> str:
    end = quarter.period.end.isoformat() if quarter.period.end else ""
    return phrase(context.words, "quarter.days", start=quarter.period.start.isoformat(), end=end)


def _move(context: PublishContext, move: IndicatorMove) -> Meta:
    way = "same" if move.change == 0 else "right" if move.change > 0 else "wrong"
    path = context.catalog.communities[move.community].measurements[move.indicator.id].origin.path
    return link(move.indicator.title, f"{addresses.community_url(move.community)}#indicator-{move.indicator.id}") | {
        "community": community_link(context, move.community),
        "outcome": move.outcome.title,
        "day": move.value.date.isoformat(),
        "before": value_text(context, move.indicator, move.before),
        "now": estimated(context, value_text(context, move.indicator, move.value.value), move.value.estimated),
        "way": way,
        "way_word": context.words["way"][way],
        "source": source_fact(context.site, path),
    }
