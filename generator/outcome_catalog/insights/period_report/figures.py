"""What a report on a period holds: values only, each with the records that it was counted from (data-model §7).

Two days matter. What is known is known as of the catalog's day; what has a state is judged for the period's last day,
or for the catalog's day while the period still runs.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from outcome_catalog.insights.figures import (
    BenefitSum,
    Grade,
    IndicatorFigure,
    NotCounted,
    OutputState,
    Party,
    PeriodDelivery,
    ReuseEvent,
    ReuseState,
    RoleFigure,
    Vitality,
)
from outcome_catalog.insights.indicator_rollups import IndicatorRollUp
from outcome_catalog.insights.movement import Movement
from outcome_catalog.insights.not_possible_before import NotPossibleBefore
from outcome_catalog.insights.sentences import Sentences
from outcome_catalog.insights.uses import Use
from outcome_catalog.model.charter import ExpectedOutput, Indicator, Lifecycle, Outcome
from outcome_catalog.model.dates import Per, Period
from outcome_catalog.model.ids import ArtifactRef, CommitId, CommunityId, IndicatorId
from outcome_catalog.model.measurement import MeasuredValue


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedPeriod:
    """The period that a report is about.

    *label* is its name for people, such as ``2026-Q3``, ``2025/26`` or ``all``. *per* is its length, None for all time.
    *period* always has an end: the catalog's day for all time. *judged_on* is the day that states are judged for.
    """

    label: str
    per: Per | None
    period: Period
    judged_on: datetime.date
    is_over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CyclesInPeriod:
    """Wenger, Trayner and de Laat's five value cycles, as the records of the period that belong to each."""

    immediate: tuple[CommitId, ...] = ()
    """Commits that added or changed artifacts; each once, whichever communities it touched."""
    potential: tuple[ArtifactRef, ...] = ()
    """Artifacts, no drafts, that came in."""
    applied: tuple[str, ...] = ()
    """Ids of the counted uses that began."""
    realised: tuple[tuple[CommunityId, IndicatorId], ...] = ()
    """Indicators whose last value in the period moved the right way."""
    reframing: tuple[tuple[CommunityId, int], ...] = ()
    """Charter revisions, by their place in the charter's list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseInPeriod:
    """One expected output: what was promised for the period and what was delivered for it.

    *periods* are the promise's own periods that end in the reported one, oldest first. *expected*, *fulfilled*, *due*
    and *kept* are None for a standing promise, which is judged by activity alone. *why* says how the state was reached.
    """

    community: CommunityId
    promise: ExpectedOutput
    state: OutputState
    why: Sentences
    periods: tuple[PeriodDelivery, ...] = ()
    expected: int | None
    """How many deliveries were owed: by the periods that are over, or one by a due date."""
    fulfilled: int | None
    """How many of those came: what a period got beyond what it owed is not among them."""
    delivered: tuple[ArtifactRef, ...] = ()
    """Everything that was delivered for it, also beyond what was owed and before it was."""
    due: int | None
    """How many promises fell due: periods that are over and owed something, or a day that has come."""
    kept: int | None
    """How many of those were kept."""
    is_carried_on: bool = False
    """Whether it fell due in an earlier period and was still missing when this one began; it counts in that one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyInPeriod:
    """One reusing party and the counted uses that it began in the period, newest first."""

    party: Party
    uses: tuple[str, ...]
    by_grade: Mapping[Grade, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseInPeriod:
    """The reuse that began in the period: counted uses by grade, who reuses, and what is shown and not counted."""

    uses: tuple[Use, ...] = ()
    by_grade: Mapping[Grade, int] = field(default_factory=dict)
    """Counted uses for claimed, attested and verified; zeros included."""
    parties: tuple[PartyInPeriod, ...] = ()
    """Who reuses, most uses first: by community where one is named, else by organisation outside, else by unit."""
    units: tuple[PartyInPeriod, ...] = ()
    """The units of this organisation among them, most uses first; a use whose unit is not known is in none."""
    shown: tuple[ReuseEvent, ...] = ()
    """Events that are not counted, other sources of a counted use aside."""
    not_counted: Mapping[NotCounted, int] = field(default_factory=dict)
    """Events that are not counted, by reason; zeros included."""
    dated_too_roughly: tuple[str, ...] = ()
    """Ids of counted uses that began in or around the period, but whose date does not say whether within it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorInPeriod:
    """One indicator as it stood on the judged day, and how it moved within the period."""

    community: CommunityId
    outcome: Outcome
    indicator: Indicator
    figure: IndicatorFigure
    measured: tuple[MeasuredValue, ...] = ()
    """Every value of the period, in date order; what was measured by the baseline's day moves nothing."""
    movement: Movement


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeInvested:
    """Hours that members may have spent in the period: members times the agreed time, for the days of the period.

    *low* and *high* differ where roles differ in their time. They are None where no community states both its members
    and their time; *without* names the communities that do not, and so are missing in the sum.
    """

    low: float | None
    high: float | None
    of: tuple[CommunityId, ...] = ()
    without: tuple[CommunityId, ...] = ()
    estimated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunityInPeriod:
    """One community: its cycles, its time, and its vitality on the judged day and a year before."""

    community: CommunityId
    lifecycle: Lifecycle
    """As the charter's history tells it for the judged day."""
    vitality: Vitality
    a_year_before: Vitality | None
    """None where the community had not begun then."""
    cycles: CyclesInPeriod
    time: TimeInvested


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodReport:
    """Everything a period brought, for the organisation or for one community."""

    reported: ReportedPeriod
    as_of: datetime.date
    community: CommunityId | None
    """The one community that the report is about, None for all of them."""
    cycles: CyclesInPeriod
    communities: tuple[CommunityInPeriod, ...]
    promises: tuple[PromiseInPeriod, ...]
    roles: tuple[RoleFigure, ...]
    """Role by role, of what fell due in the period."""
    reuse: ReuseInPeriod
    indicators: tuple[IndicatorInPeriod, ...]
    rollups: tuple[IndicatorRollUp, ...]
    benefits: tuple[BenefitSum, ...]
    time: TimeInvested
    not_possible_before: tuple[NotPossibleBefore, ...]
    artifacts: Mapping[ReuseState, tuple[ArtifactRef, ...]]
    """The published artifacts that had come in by the end, by whether anybody reused them by then; drafts are aside."""
