"""The figures drawn from a catalog: values only, each with what it was counted from (data-model §6, §7)."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from outcome_catalog.insights.promise_figures import OutputFigure as OutputFigure
from outcome_catalog.insights.promise_figures import OutputState as OutputState
from outcome_catalog.insights.promise_figures import PeriodDelivery as PeriodDelivery
from outcome_catalog.insights.promise_figures import PeriodState as PeriodState
from outcome_catalog.insights.promise_figures import RoleFigure as RoleFigure
from outcome_catalog.insights.promise_figures import RoleOutput as RoleOutput
from outcome_catalog.insights.promise_figures import RoleState as RoleState
from outcome_catalog.insights.sentences import Sentences
from outcome_catalog.model.artifact import Mode
from outcome_catalog.model.charter import CharterRevision, DatedValue
from outcome_catalog.model.dates import PartialDate, Period
from outcome_catalog.model.history import Signature
from outcome_catalog.model.ids import (
    ArtifactRef,
    CommitId,
    CommunityId,
    IndicatorId,
    OutcomeId,
    OutputId,
    UnitId,
)
from outcome_catalog.model.measurement import MeasuredValue
from outcome_catalog.model.reuse import Benefit


class Grade(StrEnum):
    """How well a reuse is evidenced: computed, never typed (data-model §6)."""

    CLAIMED = "claimed"
    ATTESTED = "attested"
    VERIFIED = "verified"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"


class NotCounted(StrEnum):
    """Why a reuse event adds nothing to the count."""

    PLANNED = "planned"
    REJECTED = "rejected"
    INTERNAL = "internal"
    WITHDRAWN = "withdrawn"
    BROKEN = "broken"
    LEFT_OUT = "left out"
    """The artifact itself was left out of the catalog for its errors."""
    SAME_USE = "same use"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who reuses: a unit, an organisation outside, a community, or several of these for the same party."""

    unit: UnitId | None = None
    external: str | None = None
    community: CommunityId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceOfUse:
    """Where it is used: exactly what the source states; *internal* where it cannot be shown."""

    title: str | None = None
    url: str | None = None
    artifact: ArtifactRef | None = None
    repository: str | None = None
    path: str | None = None
    commit: str | None = None
    internal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseEvent:
    """One source that says an artifact is reused: a reuse record, or a ``based_on`` entry of another artifact.

    *id* is ``community/record`` for a record and ``community/artifact>community/source`` for an entry. *use* is the id
    of the use that it belongs to: that of the event that counts for it. *counted* is true for exactly one event of each
    use that counts. *reason* says how the grade was reached and why it is or is not counted.
    """

    id: str
    use: str
    artifact: ArtifactRef
    party: Party
    place: PlaceOfUse
    mode: Mode
    date: PartialDate | None
    ended: PartialDate | None = None
    recorded: datetime.date | None
    grade: Grade
    counted: bool
    not_counted: NotCounted | None = None
    reason: Sentences
    benefit: Benefit | None = None
    note: str | None = None
    evidence: tuple[str, ...] = ()
    source_path: str
    source_line: int = 1
    commit: CommitId | None = None
    """The commit that brought the record or the entry in."""
    proof: CommitId | None = None
    """The commit that an attested or verified grade rests on: the one that brought it in, or that confirmed it."""
    signature: Signature | None = None
    """Whether the proof is signed, or the commit that brought it in where nothing proves it."""

    @property
    def first_day(self) -> datetime.date | None:
        """The earliest day the use can have begun, or the day it was recorded where none is stated."""
        return None if self.began is None else self.began.start

    @property
    def began(self) -> Period | None:
        """The days in which it can have begun, as exactly as stated; the day it was recorded where none is stated."""
        if self.date is not None:
            return self.date.period
        return None if self.recorded is None else Period(self.recorded, self.recorded)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reusers:
    """Who reuses, each counted once over the counted uses: units, organisations outside, and communities.

    A use may name a unit and a community; they are two names of one party, so the three are never added up.
    """

    units: tuple[UnitId, ...] = ()
    organisations: tuple[str, ...] = ()
    """Each in one of its spellings: case and white space do not make another one."""
    communities: tuple[CommunityId, ...] = ()


class ReuseState(StrEnum):
    """Whether anybody reuses an artifact."""

    REUSED = "reused"
    WAITING = "waiting"
    TOO_YOUNG = "too young to judge"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArtifactReuse:
    """An artifact's reuse history and its counts; *events* holds every event, counted or not, newest first."""

    ref: ArtifactRef
    state: ReuseState
    events: tuple[ReuseEvent, ...] = ()
    counted: int = 0
    counted_by_grade: Mapping[Grade, int] = field(default_factory=dict)
    """Counted uses for claimed, attested and verified; zeros included."""
    not_counted: Mapping[NotCounted, int] = field(default_factory=dict)
    """Events that are not counted, by reason; zeros included."""
    parties: tuple[Party, ...] = ()
    """Distinct reusing parties of the counted uses."""
    reusers: Reusers = field(default_factory=Reusers)
    """The distinct units, organisations and communities among them."""
    reach: int = 0
    """Distinct parties that reuse the artifact or anything based on it, transitively."""
    days_to_first_reuse: int | None = None
    translations: tuple[ArtifactRef, ...] = ()
    why: Sentences = ()
    """Says how the state, and the days to the first reuse, were reached."""


class IndicatorState(StrEnum):
    """How an indicator stands between its baseline and its target."""

    ACHIEVED = "achieved"
    ON_TRACK = "on track"
    BEHIND = "behind"
    WORSENED = "worsened"
    MISSED = "missed"
    NOT_MEASURED = "not measured"


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorFigure:
    """One indicator. *progress* = (latest - baseline) / (target - baseline), a share; None where not measured."""

    community: CommunityId
    outcome: OutcomeId
    indicator: IndicatorId
    state: IndicatorState
    why: Sentences
    latest: MeasuredValue | None
    target: DatedValue
    progress: float | None = None
    time_gone: float | None = None
    """The share of the time between baseline and target that has gone by."""
    values: tuple[MeasuredValue, ...] = ()
    estimated: bool = False


class VitalityState(StrEnum):
    """Activity by benefit within the window before the catalog's day."""

    PRODUCTIVE = "productive"
    BUSY = "busy"
    HARVESTED = "harvested"
    SILENT = "silent"
    STARTING = "starting"
    CLOSED = "closed"
    NOT_MEASURED = "not measured"
    """Git does not tell whether anything was done: neither silent nor alive can be said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vitality:
    """A community's vitality with the inputs it was judged by."""

    community: CommunityId
    state: VitalityState
    why: Sentences
    window: Period
    commits: tuple[CommitId, ...] = ()
    """Commits in the window that add or change its artifacts."""
    attested_uses: tuple[str, ...] = ()
    """Ids of counted uses, attested or verified, that fall into the window."""
    moved_indicators: tuple[IndicatorId, ...] = ()
    """Indicators whose value moved the right way within the window."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastVitality:
    """A community's vitality as it is judged today for an earlier *day*; None where it had not started by then.

    *label* is the quarter whose last day that is; empty for the day a year ago.
    """

    day: datetime.date
    label: str = ""
    vitality: Vitality | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitSum:
    """Benefit in one unit of measure and of one evidence grade: a floor and a ceiling over *uses* counted uses."""

    unit: str
    grade: Grade
    floor: float
    ceiling: float
    uses: tuple[str, ...]
    estimated: bool
    note: Sentences = ()
    """What limits the sum, such as a floor that nobody stated; empty where nothing does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueCycles:
    """Wenger, Trayner and de Laat's five cycles: the records behind each, and how many they are."""

    commits: tuple[CommitId, ...] = ()
    artifacts: tuple[ArtifactRef, ...] = ()
    uses: tuple[str, ...] = ()
    """Ids of counted uses."""
    indicators: tuple[IndicatorId, ...] = ()
    revisions: tuple[CharterRevision, ...] = ()

    @property
    def immediate(self) -> int:
        """How many commits added or changed artifacts."""
        return len(self.commits)

    @property
    def potential(self) -> int:
        """How many artifacts were offered."""
        return len(self.artifacts)

    @property
    def applied(self) -> int:
        """How many counted uses there were."""
        return len(self.uses)

    @property
    def realised(self) -> int:
        """How many indicators moved the right way."""
        return len(self.indicators)

    @property
    def reframing(self) -> int:
        """How many times the charter was revised."""
        return len(self.revisions)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunityFigures:
    """All figures of one community."""

    community: CommunityId
    vitality: Vitality
    vitality_a_year_ago: PastVitality | None = None
    vitality_by_quarter: tuple[PastVitality, ...] = ()
    """On the last day of each of the latest quarters that are over, oldest first."""
    outputs: Mapping[OutputId, OutputFigure] = field(default_factory=dict)
    roles: tuple[RoleFigure, ...] = ()
    """Each role of the charter's goal, in its order."""
    indicators: Mapping[IndicatorId, IndicatorFigure] = field(default_factory=dict)
    value_cycles: ValueCycles
    benefits: tuple[BenefitSum, ...] = ()
    reuse_in: tuple[ReuseEvent, ...] = ()
    """What others' artifacts this community reuses, newest first."""
    reuse_out: tuple[ReuseEvent, ...] = ()
    """Who reuses this community's artifacts, newest first."""
    hours_per_year: float | None = None
    """Members times their agreed time where both are stated, else None; the least, where roles differ in theirs."""
    hours_per_year_high: float | None = None
    """The same with the longest time that any role states; equal to *hours_per_year* where they do not differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Every figure of the catalog as of its day."""

    as_of: datetime.date
    events: tuple[ReuseEvent, ...] = ()
    artifacts: Mapping[ArtifactRef, ArtifactReuse] = field(default_factory=dict)
    communities: Mapping[CommunityId, CommunityFigures] = field(default_factory=dict)
