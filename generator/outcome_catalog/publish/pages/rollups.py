"""An indicator of several communities taken together, and what it is made of."""

from outcome_catalog.insights.indicator_rollups import IndicatorRollUp, RollUpMember
from outcome_catalog.model.charter import DatedValue
from outcome_catalog.model.measurement import MeasuredValue
from outcome_catalog.publish.addresses import community_url
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.links import Meta, community_link
from outcome_catalog.publish.pages.values import estimated, percent_text, value_text
from outcome_catalog.publish.words import sentences_text


def rollup_meta(context: PublishContext, rollup: IndicatorRollUp, number: int) -> Meta:
    """What a page prints of its roll-up of that *number*; no values where no community could be taken in."""
    indicator = rollup.members[0].indicator
    values = {"baseline": rollup.baseline, "target": rollup.target, "latest": rollup.latest}
    return {
        "id": f"together-{number}",
        "title": rollup.title,
        "direction": context.words["direction"][rollup.direction.value],
        "aggregation": context.words["aggregation"][rollup.aggregation.value],
        **{name: None if v is None else value_text(context, indicator, v) for name, v in values.items()},
        "progress": None if rollup.progress is None else percent_text(context, rollup.progress),
        "is_estimated": rollup.estimated,
        "why": sentences_text(context.words, rollup.why),
        "members": [_member(context, member) for member in rollup.members],
    }


def _member(context: PublishContext, member: RollUpMember) -> Meta:
    words = context.words["objectives"]
    community = community_link(context, member.community)
    reason = member.not_taken_in
    return {
        "community": community | {"url": f"{community_url(member.community)}#indicator-{member.indicator.id}"},
        "baseline": _dated(context, member, member.baseline),
        "target": _dated(context, member, member.target),
        "latest": None if member.latest is None else _dated(context, member, member.latest),
        "taken_in": words["is_taken_in"] if reason is None else words["not_taken_in"][reason.value],
    }


def _dated(context: PublishContext, member: RollUpMember, value: DatedValue | MeasuredValue) -> Meta:
    text = value_text(context, member.indicator, value.value)
    return {"text": estimated(context, text, value.estimated), "day": value.date.isoformat()}
