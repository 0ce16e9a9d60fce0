"""Expected output by expected output: what is promised, when it is done, what was delivered."""

from outcome_catalog.insights.figures import OutputFigure, PeriodDelivery
from outcome_catalog.model.catalog import Community
from outcome_catalog.model.charter import ExpectedOutput, Lifecycle
from outcome_catalog.publish.charts.delivery_bars import Delivery, delivery_bars
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.artifact_rows import artifact_row, newest_first
from outcome_catalog.publish.pages.links import (
    Meta,
    artifact_link,
    artifact_ref_link,
    audience_link,
    kind_link,
    search_link,
)
from outcome_catalog.publish.pages.new_artifact import new_artifact_url
from outcome_catalog.publish.words import period_text, phrase, sentences_text

_NEWEST = 3
_MOST_OF_A_PERIOD = 5
_PERIODS_IN_TABLE = 12


def output_metas(context: PublishContext, community: Community) -> list[Meta]:
    """Every expected output of *community*, in the charter's order."""
    return [_output(context, community, promise) for promise in community.charter.expected_outputs]


def _output(context: PublishContext, community: Community, promise: ExpectedOutput) -> Meta:
    figure = context.figures.communities[community.id].outputs[promise.id]
    return {
        "id": promise.id,
        "title": promise.title,
        "kind": kind_link(context, promise.kind),
        "audiences": [audience_link(context, audience) for audience in promise.audiences],
        "done_when": list(promise.done_when),
        "example": None if promise.example is None else artifact_ref_link(context, promise.example),
        "promise": promise_text(context, promise),
        "state": figure.state.value.replace(" ", "-"),
        "state_word": context.words["output_state"][figure.state.value],
        "why": sentences_text(context.words, figure.why),
        "new_url": None
        if community.charter.lifecycle is Lifecycle.CLOSED
        else new_artifact_url(context, community, promise),
        **_deliveries(context, community, promise, figure),
    }


def promise_text(context: PublishContext, promise: ExpectedOutput) -> str:
    """``2 a quarter``, ``by 30 Jun 2026``, or that it is kept alive rather than delivered."""
    if promise.quantity is not None:
        return phrase(context.words, f"promise.{promise.quantity.per.value}", n=promise.quantity.count)
    if promise.due is not None:
        return phrase(context.words, "promise.due", day=promise.due)
    return str(context.words["promise"]["standing"])


def _deliveries(context: PublishContext, community: Community, promise: ExpectedOutput, figure: OutputFigure) -> Meta:
    artifacts = [context.catalog.artifacts[ref] for ref in figure.delivered if ref in context.catalog.artifacts]
    total = len(artifacts)
    rest = phrase(context.words, "list.all_in_search", n=total)
    names = context.facets
    facets = {"community": names.communities[community.id], "output": names.outputs[community.id, promise.id]}
    bars = [
        Delivery(
            label=period_text(context.words, p.label),
            expected=p.expected,
            delivered=len(p.delivered),
            is_over=p.is_over,
        )
        for p in figure.periods
    ]
    title = phrase(context.words, "chart.delivery_title", title=promise.title)
    return {
        "delivered": phrase(context.words, "count.delivered", n=total),
        "delivered_count": total,
        "newest": [artifact_row(context, artifact) for artifact in newest_first(artifacts)[:_NEWEST]],
        "more": search_link(rest, **facets) if total > _NEWEST else None,
        "periods": [_period(context, p) for p in reversed(figure.periods[-_PERIODS_IN_TABLE:])],
        "periods_cut": phrase(context.words, "list.newest_of", shown=_PERIODS_IN_TABLE, n=len(figure.periods))
        if len(figure.periods) > _PERIODS_IN_TABLE
        else None,
        "bars_svg": delivery_bars(bars, chart_id=f"bars-{promise.id}", title=title, words=context.words)
        if bars
        else None,
    }


def _period(context: PublishContext, period: PeriodDelivery) -> Meta:
    delivered = [context.catalog.artifacts[ref] for ref in period.delivered if ref in context.catalog.artifacts]
    return {
        "label": period.label,
        "expected": period.expected,
        "count": len(period.delivered),
        "delivered": [artifact_link(context, artifact) for artifact in delivered[:_MOST_OF_A_PERIOD]],
        "more": phrase(context.words, "list.and_more", n=len(delivered) - _MOST_OF_A_PERIOD)
        if len(delivered) > _MOST_OF_A_PERIOD
        else None,
        "is_over": period.is_over,
        "state": period.state.value.replace(" ", "-"),
        "state_word": context.words["period_state"][period.state.value],
    }
