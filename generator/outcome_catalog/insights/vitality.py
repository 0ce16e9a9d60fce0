"""Whether a community is alive, and whether anything comes of it: activity by benefit (data-model §7).

Within the vitality window: activity is a commit that adds or changes an artifact of the community; benefit is a
counted use of its artifacts, attested or verified, that began then, or an indicator that moved the right way in it.
What is only claimed is no benefit. The window ends on the day that is judged, and the community's state is that of the
day. Where git shows no commit and its history is missing or shallow, the community is *not measured*, not silent.
"""

import datetime
from collections.abc import Iterable

from outcome_catalog.insights.activity import Activity, window
from outcome_catalog.insights.figures import Grade, Vitality, VitalityState
from outcome_catalog.insights.movement import movement
from outcome_catalog.insights.uses import Use
from outcome_catalog.insights.wording import counted, listed
from outcome_catalog.model.catalog import Catalog, Community
from outcome_catalog.model.charter import Lifecycle
from outcome_catalog.model.dates import Period
from outcome_catalog.model.history import Depth
from outcome_catalog.model.ids import IndicatorId
from outcome_catalog.model.lifecycle import lifecycle_on

PROVEN = frozenset({Grade.ATTESTED, Grade.VERIFIED})


def vitality(
    catalog: Catalog,
    community: Community,
    uses: Iterable[Use],
    activity: Activity,
    judged_on: datetime.date | None = None,
) -> Vitality:
    """The vitality of *community*, whose artifacts' counted *uses* are given, on *judged_on* (the catalog's day).

    It is judged with all that the catalog knows: a use that began then and was recorded later counts.
    """
    day = judged_on or catalog.as_of
    within = window(catalog, day)
    lifecycle = lifecycle_on(community.charter, day)
    commits = activity.commits(community.id, within)
    attested = tuple(sorted(use.id for use in uses if _is_proven(use, within)))
    moved = moved_indicators(community, within)
    is_beneficial = bool(attested or moved)
    is_young = community.charter.started > within.start
    state = _state(lifecycle, activity, is_young=is_young, is_active=bool(commits), is_beneficial=is_beneficial)
    inputs = (
        f"{_commits(len(commits), activity)}, {counted(len(attested), 'attested use')} and "
        f"{counted(len(moved), 'indicator')} that moved the right way, from {within.start} to {within.end}."
    )
    return Vitality(
        community=community.id,
        state=state,
        why=listed((inputs, _remark(community, lifecycle, activity, state))),
        window=within,
        commits=commits,
        attested_uses=attested,
        moved_indicators=moved,
    )


def moved_indicators(community: Community, within: Period) -> tuple[IndicatorId, ...]:
    """The indicators of *community* that moved the right way *within* the period (see :mod:`.movement`)."""
    return tuple(i.id for i in community.charter.indicators if movement(community, i, within).is_right_way)


def _is_proven(use: Use, within: Period) -> bool:
    """True where the use began *within* the period by what is attested or verified: no claim moves it there."""
    days = [event.first_day for event in use.events if event.grade in PROVEN and event.first_day is not None]
    return bool(days) and min(days) in within


def _state(
    lifecycle: Lifecycle, activity: Activity, *, is_young: bool, is_active: bool, is_beneficial: bool
) -> VitalityState:
    if lifecycle is Lifecycle.CLOSED:
        return VitalityState.CLOSED
    if is_young:
        return VitalityState.STARTING
    if is_active:
        return VitalityState.PRODUCTIVE if is_beneficial else VitalityState.BUSY
    if activity.depth is not Depth.COMPLETE:
        return VitalityState.NOT_MEASURED
    return VitalityState.HARVESTED if is_beneficial else VitalityState.SILENT


def _commits(number: int, activity: Activity) -> str:
    if not activity.is_known:
        return "Activity not measured"
    at_least = "At least " if activity.depth is Depth.SHALLOW else ""
    return f"{at_least}{counted(number, 'commit')} to its artifacts"


def _remark(community: Community, lifecycle: Lifecycle, activity: Activity, state: VitalityState) -> str:
    if state is VitalityState.STARTING:
        return f"It started on {community.charter.started}, less than the window ago."
    if not activity.is_known:
        return "There is no git history to tell what was done."
    if activity.depth is Depth.SHALLOW:
        return "The git history is shallow here, so there may have been more."
    return "It is paused." if lifecycle is Lifecycle.PAUSED else ""
