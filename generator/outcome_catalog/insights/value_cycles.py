"""The five value cycles of Wenger, Trayner and de Laat (2011) as counts (data-model §7).

Immediate: commits that add or change artifacts. Potential: artifacts that are no drafts. Applied: counted uses of
them. Realised: indicators better than at their baseline. Reframing: revisions of the charter. All of them up to the
catalog's day, or within a period where one is given; an indicator then counts where it moved the right way in it.
"""

import datetime
from collections.abc import Iterable, Sequence

from outcome_catalog.insights.activity import Activity
from outcome_catalog.insights.artifact_reuse import offered_since
from outcome_catalog.insights.figures import IndicatorFigure, IndicatorState, ValueCycles
from outcome_catalog.insights.uses import Use
from outcome_catalog.insights.vitality import moved_indicators
from outcome_catalog.model.artifact import Artifact, ArtifactStatus
from outcome_catalog.model.catalog import Catalog, Community
from outcome_catalog.model.dates import Period


def value_cycles(
    catalog: Catalog,
    community: Community,
    uses: Sequence[Use],
    indicators: Iterable[IndicatorFigure],
    activity: Activity,
) -> ValueCycles:
    """The value cycles of *community* from its beginning to the catalog's day."""
    until_today = Period(datetime.date.min, catalog.as_of)
    return ValueCycles(
        immediate=len(activity.commits(community.id, until_today)),
        potential=len(_offered(community)),
        applied=len(uses),
        realised=sum(_is_better(indicator) for indicator in indicators),
        reframing=sum(revision.date in until_today for revision in community.charter.revisions),
    )


def value_cycles_within(
    catalog: Catalog, community: Community, uses: Iterable[Use], activity: Activity, period: Period
) -> ValueCycles:
    """The value cycles of *community* within *period*: what was done, offered, reused, moved and learned in it."""
    return ValueCycles(
        immediate=len(activity.commits(community.id, period)),
        potential=sum(offered_since(catalog, artifact) in period for artifact in _offered(community)),
        applied=sum(use.first_day is not None and use.first_day in period for use in uses),
        realised=len(moved_indicators(community, period)),
        reframing=sum(revision.date in period for revision in community.charter.revisions),
    )


def _offered(community: Community) -> tuple[Artifact, ...]:
    return tuple(artifact for artifact in community.artifacts if artifact.status is not ArtifactStatus.DRAFT)


def _is_better(indicator: IndicatorFigure) -> bool:
    return indicator.state is IndicatorState.ACHIEVED or (indicator.progress is not None and indicator.progress > 0)
