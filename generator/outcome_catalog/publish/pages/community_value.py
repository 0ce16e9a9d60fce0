"""What came of a community: benefit beside the time invested, the value cycles, and what was not possible before."""

from outcome_catalog.insights.figures import BenefitSum, ReuseEvent
from outcome_catalog.insights.not_possible_before import NotPossibleBefore, Standing, statements
from outcome_catalog.model.catalog import Community
from outcome_catalog.publish.addresses import api_url
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.community_cycles import MOST_RECORDS, cycles_meta, records_cut, use_link
from outcome_catalog.publish.pages.links import Meta, written_link
from outcome_catalog.publish.pages.reuse_entries import range_text
from outcome_catalog.publish.provenance import source_fact
from outcome_catalog.publish.words import number_text, phrase, sentences_text


def value_meta(context: PublishContext, community: Community) -> Meta:
    """All that the value section of a community's page prints."""
    figures = context.figures.communities[community.id]
    events = {event.id: event for event in figures.reuse_out}
    found = statements(community, figures.reuse_out, figures.indicators)
    return {
        "benefits": [_benefit(context, benefit, events) for benefit in figures.benefits],
        "hours": _hours(context, community),
        **cycles_meta(context, community),
        "data_url": api_url(f"communities/{community.id}.json"),
        "not_possible_before": [_statement(context, community, statement, events) for statement in found],
    }


def _benefit(context: PublishContext, benefit: BenefitSum, events: dict[str, ReuseEvent]) -> Meta:
    return {
        "text": range_text(context, benefit.floor, benefit.ceiling, benefit.unit),
        "floor": number_text(context.words, benefit.floor),
        "ceiling": number_text(context.words, benefit.ceiling),
        "unit": benefit.unit,
        "grade": benefit.grade.value,
        "grade_word": context.words["grade"][benefit.grade.value],
        "is_estimated": benefit.estimated,
        "note": sentences_text(context.words, benefit.note),
        "from_uses": phrase(context.words, "count.uses", n=len(benefit.uses)),
        "uses": [use_link(context, events[use]) for use in benefit.uses[:MOST_RECORDS]],
        "more": records_cut(context, len(benefit.uses)),
    }


def _hours(context: PublishContext, community: Community) -> Meta:
    """The time that members may have spent, or what the charter leaves open so that nobody can say."""
    figures, words = context.figures.communities[community.id], context.words["community"]
    low, high = figures.hours_per_year, figures.hours_per_year_high
    if low is None or high is None:
        why = words["no_members"] if community.charter.members is None else words["no_time"]
        return {"text": None, "why": why, "is_estimated": False}
    members = community.charter.members
    text = range_text(context, round(low), round(high), None)
    return {
        "text": phrase(context.words, "value.hours_per_year", hours=text),
        "why": None,
        "is_estimated": members is not None and members.estimated,
    }


def _statement(
    context: PublishContext, community: Community, statement: NotPossibleBefore, events: dict[str, ReuseEvent]
) -> Meta:
    if statement.event is not None:
        who = use_link(context, events[statement.event])
    else:
        title = next(outcome.title for outcome in community.charter.outcomes if outcome.id == statement.outcome)
        who = written_link(context, title, f"#outcome-{statement.outcome}")
    return {
        "text": statement.text,
        "standing": statement.standing.value.replace(" ", "-"),
        "standing_word": context.words["standing"][statement.standing.value],
        "is_counted": statement.standing is not Standing.NOT_COUNTED,
        "why": sentences_text(context.words, statement.why),
        "from": who,
        "is_use": statement.event is not None,
        "label": context.words["reuse"]["record"]
        if statement.event is not None
        else phrase(context.words, "value.charter_line", line=statement.source_line),
        "source": source_fact(context.site, statement.source_path, line=statement.source_line, commit=statement.commit),
    }
