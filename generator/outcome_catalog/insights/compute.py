"""Every figure of a catalog, in the order in which they rest on each other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from outcome_catalog.insights.activity import Activity, activity
from outcome_catalog.insights.artifact_reuse import artifact_reuse
from outcome_catalog.insights.benefit import benefit_sums, hours_per_year
from outcome_catalog.insights.events import reuse_events
from outcome_catalog.insights.figures import CommunityFigures, Figures, ReuseEvent
from outcome_catalog.insights.indicators import indicator_figures
from outcome_catalog.insights.lookups import Lookups
from outcome_catalog.insights.outputs import output_figures
from outcome_catalog.insights.uses import merged_events, uses
from outcome_catalog.insights.value_cycles import value_cycles
from outcome_catalog.insights.vitality import vitality
from outcome_catalog.model.catalog import Catalog, Community
from outcome_catalog.model.ids import CommunityId

_Events = Mapping[CommunityId, tuple[ReuseEvent, ...]]


def figures(catalog: Catalog) -> Figures:
    """All figures of *catalog* as of its day: a pure function of it, in time that grows with its size."""
    events = merged_events(reuse_events(Lookups.of(catalog)))
    incoming = _by_community((event.party.community, event) for event in events if not _is_own(event))
    outgoing = _by_community((_producing_community(catalog, event), event) for event in events)
    done = activity(catalog)
    return Figures(
        as_of=catalog.as_of,
        events=events,
        artifacts=artifact_reuse(catalog, events),
        communities={
            community.id: _community(
                catalog, community, incoming.get(community.id, ()), outgoing.get(community.id, ()), done
            )
            for community in catalog.communities.values()
        },
    )


def _community(
    catalog: Catalog,
    community: Community,
    incoming: tuple[ReuseEvent, ...],
    outgoing: tuple[ReuseEvent, ...],
    done: Activity,
) -> CommunityFigures:
    used = uses(outgoing)
    indicators = indicator_figures(catalog, community)
    hours = hours_per_year(community.charter)
    return CommunityFigures(
        community=community.id,
        vitality=vitality(catalog, community, used, done),
        outputs=output_figures(catalog, community, done),
        indicators=indicators,
        value_cycles=value_cycles(catalog, community, used, indicators.values(), done),
        benefits=benefit_sums(catalog, used),
        reuse_in=incoming,
        reuse_out=outgoing,
        hours_per_year=None if hours is None else hours[0],
        hours_per_year_high=None if hours is None else hours[1],
    )


def _producing_community(catalog: Catalog, event: ReuseEvent) -> CommunityId:
    """The community of the artifact; where that is gone, the one whose folder holds the record."""
    named = catalog.community(event.artifact.partition("/")[0])
    return CommunityId(event.id.partition("/")[0]) if named is None else named.id


def _is_own(event: ReuseEvent) -> bool:
    return event.party.community == event.artifact.partition("/")[0]


def _by_community(events: Iterable[tuple[CommunityId | None, ReuseEvent]]) -> _Events:
    found: dict[CommunityId, list[ReuseEvent]] = defaultdict(list)
    for community, event in events:
        if community is not None:
            found[community].append(event)
    return {community: tuple(all_) for community, all_ in found.items()}
