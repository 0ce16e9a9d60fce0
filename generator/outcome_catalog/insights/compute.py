"""Every figure of a catalog, in the order in which they rest on each other."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from outcome_catalog.insights.activity import Activity, activity
from outcome_catalog.insights.artifact_reuse import artifact_reuse
from outcome_catalog.insights.benefit import benefit_sums, hours_per_year
from outcome_catalog.insights.events import reuse_events
from outcome_catalog.insights.figures import CommunityFigures, Figures, ReuseEvent
from outcome_catalog.insights.indicators import indicator_figures
from outcome_catalog.insights.lookups import Lookups
from outcome_catalog.insights.outputs import output_figures
from outcome_catalog.insights.roles import role_figures
from outcome_catalog.insights.uses import Use, merged_events, uses
from outcome_catalog.insights.value_cycles import value_cycles
from outcome_catalog.insights.vitality import vitality
from outcome_catalog.insights.vitality_over_time import vitality_a_year_ago, vitality_by_quarter
from outcome_catalog.model.catalog import Catalog, Community
from outcome_catalog.model.ids import CommunityId

T = TypeVar("T")


def figures(catalog: Catalog) -> Figures:
    """All figures of *catalog* as of its day: a pure function of it, in time that grows with its size."""
    later = () if catalog.whole is None else reuse_events(Lookups.of(catalog.whole))
    events = merged_events(reuse_events(Lookups.of(catalog)), later)
    counted = uses(events)
    incoming = _by_community((event.party.community, event) for event in events if not _is_own(event))
    outgoing = _by_community((_producing_community(catalog, event), event) for event in events)
    used = _by_community((_producing_community(catalog, use.best), use) for use in counted)
    done = activity(catalog)
    return Figures(
        as_of=catalog.as_of,
        events=events,
        artifacts=artifact_reuse(catalog, events, counted),
        communities={
            name: replace(
                _community(catalog, community, used.get(name, ()), done),
                reuse_in=incoming.get(name, ()),
                reuse_out=outgoing.get(name, ()),
            )
            for name, community in catalog.communities.items()
        },
    )


def _community(catalog: Catalog, community: Community, used: tuple[Use, ...], done: Activity) -> CommunityFigures:
    """The figures of one community, without the lists of reuse."""
    indicators = indicator_figures(catalog, community)
    outputs = output_figures(catalog, community, done)
    hours = hours_per_year(community.charter)
    return CommunityFigures(
        community=community.id,
        vitality=vitality(catalog, community, used, done),
        vitality_a_year_ago=vitality_a_year_ago(catalog, community, used, done),
        vitality_by_quarter=vitality_by_quarter(catalog, community, used, done),
        outputs=outputs,
        roles=role_figures(community, outputs),
        indicators=indicators,
        value_cycles=value_cycles(catalog, community, used, indicators.values(), done),
        benefits=benefit_sums(catalog, used),
        hours_per_year=None if hours is None else hours[0],
        hours_per_year_high=None if hours is None else hours[1],
    )


def _producing_community(catalog: Catalog, event: ReuseEvent) -> CommunityId:
    """The community of the artifact; where that is gone, the one whose folder holds the record."""
    named = catalog.community(event.artifact.partition("/")[0])
    return CommunityId(event.id.partition("/")[0]) if named is None else named.id


def _is_own(event: ReuseEvent) -> bool:
    return event.party.community == event.artifact.partition("/")[0]


def _by_community(found: Iterable[tuple[CommunityId | None, T]]) -> dict[CommunityId, tuple[T, ...]]:
    groups: dict[CommunityId, list[T]] = defaultdict(list)
    for community, value in found:
        if community is not None:
            groups[community].append(value)
    return {community: tuple(values) for community, values in groups.items()}
