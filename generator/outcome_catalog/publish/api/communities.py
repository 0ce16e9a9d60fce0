"""One community as the published types say it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from outcome_catalog.insights.figures import ReuseEvent
from outcome_catalog.model.catalog import Community
from outcome_catalog.model.charter import DatedValue
from outcome_catalog.model.ids import CommunityId
from outcome_catalog.model.measurement import MeasuredValue
from outcome_catalog.publish.api import community_types as types
from outcome_catalog.publish.api.types import (
    PublishedArtifact,
    PublishedCatalog,
    PublishedCommunity,
    PublishedReuse,
    PublishedSource,
)
from outcome_catalog.publish.api.value import published_cycles, published_roles, published_statements
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.words import sentences_text

_Sort = types.ValueSort


def community_files(context: PublishContext, published: PublishedCatalog) -> Iterator[types.CommunityFile]:
    """Every community with its part of the *published* catalog, in the order of ids."""
    artifacts: dict[str, list[PublishedArtifact]] = defaultdict(list)
    for artifact in published.artifacts:
        artifacts[artifact.community].append(artifact)
    reuses = {reuse.id: reuse for reuse in published.reuses}
    for row in published.communities:
        yield _file(context, published, row, tuple(artifacts[row.id]), reuses)


def _file(
    context: PublishContext,
    published: PublishedCatalog,
    row: PublishedCommunity,
    artifacts: tuple[PublishedArtifact, ...],
    reuses: Mapping[str, PublishedReuse],
) -> types.CommunityFile:
    community = context.catalog.communities[CommunityId(row.id)]
    figures = context.figures.communities[community.id]
    charter = community.charter
    return types.CommunityFile(
        schema_version=published.schema_version,
        as_of=context.catalog.as_of,
        commit=published.commit,
        history=published.history,
        site_url=published.site_url,
        community=row,
        goal=charter.goal.statement,
        objectives=tuple(goal.objective for goal in charter.goal.organisation),
        vitality=_vitality(context, community),
        expected_outputs=tuple(_expected_outputs(context, community)),
        output_periods=tuple(_output_periods(context, community)),
        outcomes=tuple(_outcomes(community)),
        indicators=tuple(_indicators(context, community)),
        indicator_values=tuple(_indicator_values(community)),
        benefits=tuple(_benefits(context, community)),
        roles=tuple(published_roles(context, community)),
        value_cycles=published_cycles(context, community),
        not_possible_before=tuple(published_statements(context, community)),
        artifacts=artifacts,
        reuses=_rows(figures.reuse_out, reuses),
        reuses_of_others=_rows(figures.reuse_in, reuses),
        sources=tuple(_sources(context, community)),
    )


def _rows(events: Iterable[ReuseEvent], reuses: Mapping[str, PublishedReuse]) -> tuple[PublishedReuse, ...]:
    return tuple(reuses[name] for name in sorted(event.id for event in events))


def _vitality(context: PublishContext, community: Community) -> types.Vitality:
    vitality = context.figures.communities[community.id].vitality
    return types.Vitality(
        state=vitality.state,
        why=sentences_text(context.words, vitality.why),
        start=vitality.window.start,
        end=vitality.window.end or context.catalog.as_of,
        commits=len(vitality.commits),
        attested_uses=vitality.attested_uses,
        moved_indicators=vitality.moved_indicators,
    )


def _expected_outputs(context: PublishContext, community: Community) -> Iterator[types.ExpectedOutput]:
    for promise in community.charter.expected_outputs:
        figure = context.figures.communities[community.id].outputs[promise.id]
        yield types.ExpectedOutput(
            community=community.id,
            id=promise.id,
            title=promise.title,
            kind=promise.kind,
            audience=promise.audiences,
            count=None if promise.quantity is None else promise.quantity.count,
            per=None if promise.quantity is None else promise.quantity.per,
            due=promise.due,
            standing=promise.standing,
            state=figure.state,
            why=sentences_text(context.words, figure.why),
            delivered=figure.delivered,
        )


def _output_periods(context: PublishContext, community: Community) -> Iterator[types.OutputPeriod]:
    for figure in context.figures.communities[community.id].outputs.values():
        for period in figure.periods:
            yield types.OutputPeriod(
                community=community.id,
                output=figure.output,
                period=period.label,
                start=period.period.start,
                end=period.period.end,
                expected=period.expected,
                delivered=period.delivered,
                state=period.state,
                is_over=period.is_over,
            )


def _outcomes(community: Community) -> Iterator[types.Outcome]:
    for outcome in community.charter.outcomes:
        yield types.Outcome(
            community=community.id,
            id=outcome.id,
            title=outcome.title,
            objective=outcome.objective,
            from_outputs=outcome.from_outputs,
            not_possible_before=outcome.not_possible_before,
        )


def _indicators(context: PublishContext, community: Community) -> Iterator[types.Indicator]:
    for indicator in community.charter.indicators:
        figure = context.figures.communities[community.id].indicators[indicator.id]
        yield types.Indicator(
            community=community.id,
            id=indicator.id,
            outcome=figure.outcome,
            title=indicator.title,
            unit=indicator.unit,
            measure=indicator.measure,
            direction=indicator.direction,
            aggregation=indicator.aggregation,
            measured_by=indicator.source,
            state=figure.state,
            why=sentences_text(context.words, figure.why),
            progress=figure.progress,
            time_gone=figure.time_gone,
            target_date=figure.target.date,
            latest_date=None if figure.latest is None else figure.latest.date,
            estimated=figure.estimated,
        )


def _indicator_values(community: Community) -> Iterator[types.IndicatorValue]:
    for indicator in community.charter.indicators:
        name = indicator.id
        yield _value(community, name, _Sort.BASELINE, indicator.baseline)
        for target in indicator.targets:
            yield _value(community, name, _Sort.TARGET, target)
        measurement = community.measurements.get(name)
        for value in () if measurement is None else measurement.values:
            yield _value(community, name, _Sort.MEASURED, value)


def _value(
    community: Community, indicator: str, sort: types.ValueSort, value: DatedValue | MeasuredValue
) -> types.IndicatorValue:
    return types.IndicatorValue(
        community=community.id,
        indicator=indicator,
        sort=sort,
        date=value.date,
        value=value.value,
        estimated=value.estimated,
        comment=value.comment,
        evidence=value.evidence if isinstance(value, MeasuredValue) else (),
    )


def _benefits(context: PublishContext, community: Community) -> Iterator[types.Benefit]:
    for benefit in context.figures.communities[community.id].benefits:
        yield types.Benefit(
            community=community.id,
            unit=benefit.unit,
            grade=benefit.grade,
            floor=benefit.floor,
            ceiling=benefit.ceiling,
            uses=benefit.uses,
            estimated=benefit.estimated,
        )


def _sources(context: PublishContext, community: Community) -> Iterator[PublishedSource]:
    history = context.catalog.history
    for origin in (community.charter.origin, *(m.origin for m in community.measurements.values())):
        yield PublishedSource(path=origin.path, commit=history.last_commit(origin.path))
