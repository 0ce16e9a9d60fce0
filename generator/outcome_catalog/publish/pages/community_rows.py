"""A community as a line of a list: what it is, how alive it is, what came of it, with the way to the records."""

from collections import Counter

from outcome_catalog.insights.figures import IndicatorState, OutputState
from outcome_catalog.insights.uses import PROVEN
from outcome_catalog.model.catalog import Community
from outcome_catalog.publish.addresses import community_url
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.links import Meta, community_link
from outcome_catalog.publish.pages.vitality import vitality_fact
from outcome_catalog.publish.words import phrase

_GOOD = (IndicatorState.ACHIEVED, IndicatorState.ON_TRACK)


def type_title(context: PublishContext, community: Community) -> str | None:
    """A community's type in words; None where the charter states none."""
    stated, own = community.charter.type, context.catalog.organisation.community_types
    if stated is None:
        return None
    shipped = context.words["community_type"]
    return next((found.title for found in own if found.id == stated), shipped.get(stated, stated))


def community_row(context: PublishContext, community: Community) -> Meta:
    """One community as a line of a list."""
    figures = context.figures.communities[community.id]
    return community_link(context, community.id) | {
        "id": community.id,
        "summary": community.charter.summary,
        "type": type_title(context, community),
        "lifecycle": community.charter.lifecycle.value,
        "lifecycle_word": context.words["lifecycle"][community.charter.lifecycle.value],
        "started": community.charter.started.isoformat(),
        "vitality": vitality_fact(context, figures),
        "artifacts": _artifacts(context, community),
        "reuse": _reuse(context, community),
        "outputs": _outputs(context, community),
        "indicators": _indicators(context, community),
    }


def _artifacts(context: PublishContext, community: Community) -> Meta:
    """How many artifacts are on the community's page, how many of them are offered, how many are drafts."""
    offered = len(context.figures.communities[community.id].value_cycles.artifacts)
    drafts = len(community.artifacts) - offered
    return {
        "count": len(community.artifacts),
        "offered": offered,
        "drafts": phrase(context.words, "count.drafts", n=drafts) if drafts else None,
        "url": f"{community_url(community.id)}#artifacts",
    }


def _reuse(context: PublishContext, community: Community) -> Meta:
    counted = [event for event in context.figures.communities[community.id].reuse_out if event.counted]
    confirmed = sum(1 for event in counted if event.grade in PROVEN)
    key = "count.uses_confirmed" if counted else "count.uses"
    return {
        "count": len(counted),
        "confirmed": confirmed,
        "text": phrase(context.words, key, n=len(counted), confirmed=confirmed),
        "url": f"{community_url(community.id)}#reuse",
    }


def _outputs(context: PublishContext, community: Community) -> Meta:
    states = Counter(figure.state for figure in context.figures.communities[community.id].outputs.values())
    promised = len(community.charter.expected_outputs)
    return {
        "promised": promised,
        "met": states[OutputState.MET],
        "overdue": states[OutputState.OVERDUE],
        "text": phrase(context.words, "count.outputs_met", met=states[OutputState.MET], n=promised),
        "url": f"{community_url(community.id)}#outputs",
    }


def _indicators(context: PublishContext, community: Community) -> Meta:
    states = Counter(figure.state for figure in context.figures.communities[community.id].indicators.values())
    total, good, unmeasured = states.total(), sum(states[s] for s in _GOOD), states[IndicatorState.NOT_MEASURED]
    if total and unmeasured == total:
        text = context.words["indicators"]["none_measured"]
    else:
        text = phrase(context.words, "count.indicators_good", good=good, n=total)
    return {
        "total": total,
        "good": good,
        "unmeasured": unmeasured,
        "text": text,
        "url": f"{community_url(community.id)}#outcomes",
    }
