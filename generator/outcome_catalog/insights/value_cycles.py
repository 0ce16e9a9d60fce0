"""The five value cycles of Wenger, Trayner and de Laat (2011) and the records behind each (data-model §7).

Immediate: commits that add or change artifacts. Potential: artifacts that are no drafts. Applied: counted uses of
them. Realised: indicators better than at their baseline. Reframing: revisions of the charter. All of them up to the
catalog's day.
"""

import datetime
from collections.abc import Iterable, Sequence

from outcome_catalog.insights.activity import Activity
from outcome_catalog.insights.figures import IndicatorFigure, IndicatorState, ValueCycles
from outcome_catalog.insights.uses import Use
from outcome_catalog.model.artifact import Artifact, ArtifactStatus
from outcome_catalog.model.catalog import Catalog, Community
from outcome_catalog.model.charter import CharterRevision
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
        commits=activity.commits(community.id, until_today),
        artifacts=tuple(artifact.ref for artifact in _offered(community)),
        uses=tuple(use.id for use in uses),
        indicators=tuple(figure.indicator for figure in indicators if _is_better(figure)),
        revisions=_revisions(community, until_today),
    )


def _offered(community: Community) -> tuple[Artifact, ...]:
    return tuple(artifact for artifact in community.artifacts if artifact.status is not ArtifactStatus.DRAFT)


def _revisions(community: Community, period: Period) -> tuple[CharterRevision, ...]:
    return tuple(revision for revision in community.charter.revisions if revision.date in period)


def _is_better(indicator: IndicatorFigure) -> bool:
    return indicator.state is IndicatorState.ACHIEVED or (indicator.progress is not None and indicator.progress > 0)
