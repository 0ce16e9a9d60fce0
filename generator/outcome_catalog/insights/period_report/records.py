"""What reports are counted from, prepared once for a catalog: its records with the days they belong to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from outcome_catalog.insights.activity import Activity, activity
from outcome_catalog.insights.artifact_reuse import offered_since
from outcome_catalog.insights.figures import Figures, NotCounted, ReuseEvent
from outcome_catalog.insights.uses import Use, uses
from outcome_catalog.model.artifact import ArtifactStatus
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.dates import Period
from outcome_catalog.model.ids import ArtifactRef, CommunityId


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedUse:
    """A counted use with the stretch of days in which it began, as exactly as its sources tell."""

    use: Use
    began: Period | None
    """None where no source tells of any day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRecords:
    """A catalog, its figures, and its records by day.

    *offered* holds every artifact that is no draft with the day since when it could be found. *shown* are the events
    that no use counts, with the stretch of days in which they began.
    """

    catalog: Catalog
    figures: Figures
    activity: Activity
    uses: Mapping[CommunityId, tuple[DatedUse, ...]]
    """The counted uses of each community's artifacts, newest first; communities without one are not named."""
    shown: tuple[tuple[ReuseEvent, Period | None], ...]
    offered: Mapping[ArtifactRef, date]
    first_day: date
    """The earliest day that anything recorded belongs to; the catalog's day where nothing is recorded."""

    @property
    def as_of(self) -> date:
        """The catalog's day."""
        return self.catalog.as_of

    def producer(self, event: ReuseEvent) -> CommunityId:
        """The community whose artifact *event* is about; where that is gone, the one whose folder holds the record."""
        named = self.catalog.community(event.artifact.partition("/")[0])
        return CommunityId(event.id.partition("/")[0]) if named is None else named.id


def report_records(catalog: Catalog, figures: Figures) -> ReportRecords:
    """The records of *catalog* that reports are counted from; *figures* are the catalog's own."""
    dated: dict[CommunityId, list[DatedUse]] = defaultdict(list)
    for use in uses(figures.events):
        dated[catalog.artifacts[use.best.artifact].community].append(DatedUse(use=use, began=use.opening.began))
    offered = {
        ref: offered_since(catalog, artifact)
        for ref, artifact in catalog.artifacts.items()
        if artifact.status is not ArtifactStatus.DRAFT
    }
    done = activity(catalog)
    return ReportRecords(
        catalog=catalog,
        figures=figures,
        activity=done,
        uses={community: tuple(found) for community, found in dated.items()},
        shown=tuple((event, event.began) for event in figures.events if _is_only_shown(event)),
        offered=offered,
        first_day=_first_day(catalog, chain.from_iterable(dated.values()), offered, done),
    )


def _is_only_shown(event: ReuseEvent) -> bool:
    return not event.counted and event.not_counted is not NotCounted.SAME_USE


def _first_day(
    catalog: Catalog, dated: Iterable[DatedUse], offered: Mapping[ArtifactRef, date], done: Activity
) -> date:
    days = [*offered.values(), *(use.began.start for use in dated if use.began is not None)]
    days += [change.day for changes in done.changes.values() for change in changes]
    for community in catalog.communities.values():
        days.append(community.charter.started)
        days += [value.date for measurement in community.measurements.values() for value in measurement.values]
    return min((day for day in days if day <= catalog.as_of), default=catalog.as_of)
