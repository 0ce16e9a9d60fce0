"""Whether a community is alive, and whether anything comes of it: activity by benefit (data-model §7).

Within the vitality window: activity is a commit that adds or changes an artifact of the community; benefit is a
counted use of its artifacts, attested or verified, that began then, or an indicator that moved the right way in it.
What is only claimed is no benefit. The window ends on the day that is judged, and the community's state is that of the
day. Where git shows no commit and its history is missing or shallow, or the community came into the catalog later than
the day that is judged, it is *not measured*, not silent.
"""

import datetime
from collections.abc import Iterable

from outcome_catalog.insights.activity import Activity, window
from outcome_catalog.insights.figures import Vitality, VitalityState
from outcome_catalog.insights.movement import movement
from outcome_catalog.insights.sentences import Sentences, says
from outcome_catalog.insights.uses import PROVEN, Use
from outcome_catalog.model.catalog import Catalog, Community
from outcome_catalog.model.charter import Lifecycle
from outcome_catalog.model.dates import Period
from outcome_catalog.model.history import Depth
from outcome_catalog.model.ids import IndicatorId
from outcome_catalog.model.lifecycle import lifecycle_on


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
    unknown = _why_silence_is_unknown(catalog, community, activity, day)
    if lifecycle is Lifecycle.CLOSED:
        state = VitalityState.CLOSED
    elif community.charter.started > within.start:
        state = VitalityState.STARTING
    else:
        state = _state(is_active=bool(commits), is_beneficial=bool(attested or moved), is_known=not unknown)
    started = says("vitality.started", day=community.charter.started)
    paused = says("vitality.paused") if lifecycle is Lifecycle.PAUSED else ()
    remark = started if state is VitalityState.STARTING else unknown or paused
    return Vitality(
        community=community.id,
        state=state,
        why=_inputs((len(commits), len(attested), len(moved)), within, activity) + remark,
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
    return use.best.grade in PROVEN and use.first_day is not None and use.first_day in within


def _state(*, is_active: bool, is_beneficial: bool, is_known: bool) -> VitalityState:
    """Activity by benefit; without any activity nothing can be said where it is not known whether there was some."""
    if is_active:
        return VitalityState.PRODUCTIVE if is_beneficial else VitalityState.BUSY
    if not is_known:
        return VitalityState.NOT_MEASURED
    return VitalityState.HARVESTED if is_beneficial else VitalityState.SILENT


def _inputs(numbers: tuple[int, int, int], within: Period, activity: Activity) -> Sentences:
    commits, attested, moved = numbers
    return says(
        "vitality.inputs",
        commits=_commits(commits, activity),
        uses=says("vitality.uses", n=attested),
        indicators=says("vitality.indicators", n=moved),
        start=within.start,
        end=within.end or within.start,
    )


def _commits(number: int, activity: Activity) -> Sentences:
    if not activity.is_known:
        return says("vitality.commits_not_measured")
    if activity.depth is Depth.SHALLOW:
        return says("vitality.at_least_commits", n=number)
    return says("vitality.commits", n=number)


def _why_silence_is_unknown(
    catalog: Catalog, community: Community, activity: Activity, judged_on: datetime.date
) -> Sentences:
    """Why no commit on that day need not mean that nothing was done; empty where it means so."""
    if not activity.is_known:
        return says("vitality.no_history")
    if activity.depth is Depth.SHALLOW:
        return says("vitality.shallow")
    came = catalog.history.created(community.charter.origin.path)
    if came is not None and came > judged_on:
        return says("vitality.came_later", day=came)
    return ()
