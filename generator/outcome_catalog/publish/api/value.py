"""Roles, value cycles, statements, roll-ups and attention as the published types say them."""

from collections.abc import Iterator

from outcome_catalog.insights.attention.items import attention_items
from outcome_catalog.insights.indicator_rollups import IndicatorRollUp, NotTakenIn, indicator_rollups
from outcome_catalog.insights.not_possible_before import statements
from outcome_catalog.model.catalog import Community
from outcome_catalog.publish.api import value_types as types
from outcome_catalog.publish.api.types import PublishedSource
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.words import sentences_text


def published_roles(context: PublishContext, community: Community) -> Iterator[types.Role]:
    """The roles of *community*, in charter order."""
    for figure in context.figures.communities[community.id].roles:
        yield types.Role(
            community=community.id,
            role=figure.role,
            outputs=tuple(output.output for output in figure.outputs),
            delivered=tuple(dict.fromkeys(ref for output in figure.outputs for ref in output.delivered)),
            state=figure.state,
            why=sentences_text(context.words, figure.why),
        )


def published_cycles(context: PublishContext, community: Community) -> types.ValueCycles:
    """The value cycles of *community* from its beginning on."""
    cycles = context.figures.communities[community.id].value_cycles
    return types.ValueCycles(
        immediate=cycles.commits,
        potential=cycles.artifacts,
        applied=cycles.uses,
        realised=cycles.indicators,
        reframing=tuple(revision.date for revision in cycles.revisions),
    )


def published_statements(context: PublishContext, community: Community) -> Iterator[types.Statement]:
    """What *community* says was not possible before, the best borne out first."""
    figures = context.figures.communities[community.id]
    for found in statements(community, figures.reuse_out, figures.indicators):
        yield types.Statement(
            community=community.id,
            text=found.text,
            standing=found.standing,
            why=sentences_text(context.words, found.why),
            reuse=found.event,
            outcome=found.outcome,
            grade=found.grade,
            source=PublishedSource(path=found.source_path, commit=found.commit),
        )


def published_rollups(context: PublishContext) -> Iterator[types.RollUp]:
    """Every indicator that communities share and allow to be combined, by title."""
    figures = {name: own.indicators for name, own in context.figures.communities.items()}
    for found in indicator_rollups(context.catalog, figures):
        yield types.RollUp(
            indicator=found.indicator,
            title=found.title,
            unit=found.unit,
            measure=found.measure,
            direction=found.direction,
            aggregation=found.aggregation,
            taken_in=_members(found, None),
            not_measured=_members(found, NotTakenIn.NOT_MEASURED),
            closed=_members(found, NotTakenIn.CLOSED),
            baseline=found.baseline,
            target=found.target,
            latest=found.latest,
            progress=found.progress,
            estimated=found.estimated,
            why=sentences_text(context.words, found.why),
        )


def _members(found: IndicatorRollUp, reason: NotTakenIn | None) -> tuple[str, ...]:
    return tuple(member.community for member in found.members if member.not_taken_in is reason)


def published_attention(context: PublishContext) -> Iterator[types.AttentionItem]:
    """All that needs a steward, the most overdue first."""
    for item in attention_items(context.catalog, context.figures):
        yield types.AttentionItem(
            community=item.community,
            topic=item.topic,
            about=item.about,
            subject=item.subject,
            since=item.since,
            days_overdue=item.days_overdue,
            why=sentences_text(context.words, item.why),
        )
