"""What ``report.json`` holds. Keys are added, never renamed; a break is ``/api/v2/``.

The JSON Schema is made from these types, so that what is said and what is published cannot part. A key that Python
cannot spell as a name stands in the field's metadata.
"""

import datetime
from dataclasses import dataclass, field
from typing import Annotated, Literal

from outcome_catalog.insights.figures import Grade, IndicatorState, NotCounted, VitalityState
from outcome_catalog.insights.not_possible_before import Standing
from outcome_catalog.insights.promise_figures import OutputState, PeriodState, RoleState
from outcome_catalog.model.artifact import Mode
from outcome_catalog.model.charter import Aggregation, Direction, Lifecycle, Measure
from outcome_catalog.model.dates import Per
from outcome_catalog.model.history import Depth

SCHEMA_VERSION = "1.0"

Hash = Annotated[str, "A commit's full hash."]
Ref = Annotated[str, "An artifact, as community/artifact."]
UseId = Annotated[str, "A use: the id of the event that counts for it."]
IndicatorRef = Annotated[str, "An indicator, as community/indicator."]
Slug = Annotated[str, "A community's slug."]
Number = Annotated[float, "A number; whole numbers are written as integers."]
Value = Annotated[float | bool, "A value in the indicator's unit, or true and false for yes and no."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where something is written down, relative to the project's root."""

    path: str
    line: int
    commit: Annotated[str | None, "The commit that brought it in or last changed the file; null outside git."]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedDays:
    """The period that the report is about."""

    label: Annotated[str, "Its name: 2026-09, 2026-Q3, 2026, 2025/26 or all."]
    slug: Annotated[str, "Its name in addresses."]
    per: Annotated[Per | None, "Its length; null for all time."]
    start: datetime.date
    end: datetime.date
    judged_on: Annotated[datetime.date, "The day that states are judged for."]
    is_over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """Commits that added or changed artifacts."""

    count: int
    commits: tuple[Hash, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewArtifacts:
    """Artifacts, no drafts, that came in."""

    count: int
    artifacts: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """Counted uses that began."""

    count: int
    uses: tuple[UseId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Realised:
    """Indicators that moved the right way."""

    count: int
    indicators: tuple[IndicatorRef, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A revision of a charter."""

    community: Slug
    date: datetime.date
    change: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reframing:
    """Charter revisions."""

    count: int
    revisions: tuple[Revision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    """The five value cycles, each with the records that it was counted from."""

    immediate: Activity
    potential: NewArtifacts
    applied: Applied
    realised: Realised
    reframing: Reframing


@dataclass(frozen=True, slots=True, kw_only=True)
class CycleCounts:
    """The five value cycles as counts."""

    immediate: int
    potential: int
    applied: int
    realised: int
    reframing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Hours that members may have spent: members times the agreed time, for the days of the period."""

    low: Annotated[float | None, "The least; null where not stated."]
    high: Annotated[float | None, "The most; null where not stated."]
    estimated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeInvested(Hours):
    """The hours of all communities, and whose they are."""

    of: tuple[Slug, ...]
    without: Annotated[tuple[Slug, ...], "Communities that state no members or no time, and so are missing."]


@dataclass(frozen=True, slots=True, kw_only=True)
class VitalityInputs:
    """A vitality and what it was judged by."""

    state: VitalityState
    why: str
    from_: datetime.date = field(metadata={"key": "from"})
    to: datetime.date
    commits: int
    attested_uses: tuple[UseId, ...]
    moved_indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunityFigures:
    """One community in the period."""

    id: Slug
    title: str
    lifecycle: Lifecycle
    url: Annotated[str, "Its page, relative to the site's root."]
    source: Source
    vitality: VitalityInputs
    a_year_before: Annotated[VitalityInputs | None, "Its vitality a year earlier; null where it had not begun."]
    funnel: CycleCounts
    time: Annotated[Hours | None, "Null where its members or their time are not stated."]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityPromise:
    """So many in each period."""

    count: int
    per: Per


@dataclass(frozen=True, slots=True, kw_only=True)
class DuePromise:
    """Once, by a day."""

    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingPromise:
    """Kept alive rather than delivered."""

    standing: Literal[True]


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisePeriod:
    """One of the promise's own periods."""

    label: str
    start: datetime.date
    end: datetime.date
    expected: int
    delivered: tuple[Ref, ...]
    state: PeriodState
    is_over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One expected output: promised and delivered."""

    community: Slug
    output: str
    title: str
    kind: str
    promise: QuantityPromise | DuePromise | StandingPromise
    state: OutputState
    why: str
    expected: Annotated[int | None, "What fell due in the period; null for a standing promise."]
    delivered: tuple[Ref, ...]
    due: Annotated[int | None, "How many of its promises fell due; null for a standing promise."]
    kept: Annotated[int | None, "How many of those were kept; null for a standing promise."]
    periods: tuple[PromisePeriod, ...]
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberHours:
    """The time that a member in a role may spend."""

    hours: float
    per: Per


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleOutput:
    """An expected output that a role's work should materialise as."""

    output: str
    state: Annotated[OutputState | None, "Null where the charter has no such expected output."]
    delivered: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role of a community, and what its work became."""

    community: Slug
    role: str
    time: MemberHours | None
    outputs: tuple[RoleOutput, ...]
    state: RoleState
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeCounts:
    """Counted uses by how well they are evidenced."""

    claimed: int
    attested: int
    verified: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NotCountedEvents:
    """Events that are shown and not counted, by reason."""

    planned: int
    rejected: int
    internal: int
    withdrawn: int
    broken: int
    left_out: int = field(metadata={"key": "left out"})
    same_use: int = field(metadata={"key": "same use"})


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedBy:
    """Who reuses."""

    unit: str | None
    external: str | None
    community: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyUses(UsedBy):
    """A reusing party and the counted uses that it began."""

    counted: int
    by_grade: GradeCounts
    uses: tuple[UseId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedIn:
    """Where it is used; addresses only where they may be linked."""

    title: str | None
    url: str | None
    artifact: str | None
    repository: str | None
    path: str | None
    commit: str | None
    internal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UseBenefit:
    """What a use brought, as its record states it."""

    statement: str
    indicator: str | None
    unit: str | None
    low: float | None
    high: float | None
    method: str | None
    estimated: bool
    not_possible_before: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UseSource(Source):
    """One file that tells of a use, and how well it is evidenced by that alone."""

    id: str
    grade: Grade
    proof: Annotated[str | None, "The commit that an attested or verified grade rests on; null where nobody vouches."]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedUse:
    """A counted use, or an event that is shown and not counted."""

    id: UseId
    artifact: Ref
    used_by: UsedBy
    used_in: UsedIn
    mode: Mode
    date: Annotated[str | None, "When it began, as exactly as it is known: 2024, 2024-05 or 2024-05-17."]
    recorded: datetime.date | None
    first_day: datetime.date | None
    grade: Grade
    reason: str
    counted: bool
    not_counted: NotCounted | None
    benefit: UseBenefit | None
    sources: tuple[UseSource, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """The reuse that began in the period."""

    counted: int
    by_grade: GradeCounts
    not_counted: NotCountedEvents
    parties: Annotated[tuple[PartyUses, ...], "By community where one is named, else by organisation outside, or unit."]
    units: Annotated[tuple[PartyUses, ...], "The organisation's own units among them."]
    dated_too_roughly: tuple[UseId, ...]
    uses: tuple[ReportedUse, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedValue:
    """A baseline or a target."""

    date: datetime.date
    value: Value
    estimated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A value that was measured."""

    date: datetime.date
    value: Value
    estimated: bool
    evidence: tuple[str, ...]
    comment: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorInPeriod:
    """One indicator as it stood at the end of the period."""

    community: Slug
    outcome: str
    id: str
    title: str
    unit: str
    measure: Measure
    direction: Direction
    aggregation: Aggregation
    baseline: StatedValue
    target: StatedValue
    latest: Measured | None
    measured: Annotated[tuple[Measured, ...], "The values of the period."]
    before: Annotated[float | bool, "The last value before the period, or the baseline's."]
    moved: Annotated[float | None, "How far it moved, positive the right way; null where nothing was measured."]
    state: IndicatorState
    why: str
    progress: Annotated[float | None, "A share of the way from baseline to target; null where not measured."]
    time_gone: float | None
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class RollUp:
    """Indicators of several communities whose values may be combined."""

    id: str
    title: str
    unit: str
    measure: Measure
    direction: Direction
    aggregation: Aggregation
    members: tuple[IndicatorRef, ...]
    measured: Annotated[
        tuple[IndicatorRef, ...], "Those of open communities that have measured: their values are combined."
    ]
    baseline: float | None
    target: float | None
    latest: float | None
    progress: float | None
    estimated: bool
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Benefit:
    """Stated benefit in one unit and of one grade: never one figure, always a floor and a ceiling."""

    unit: str
    grade: Grade
    floor: Number
    ceiling: Number
    uses: tuple[UseId, ...]
    estimated: bool
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotPossibleBefore:
    """Something that is said to have been not possible before, and how well that is evidenced."""

    community: Slug
    text: str
    from_: Literal["use", "outcome"] = field(metadata={"key": "from"})
    id: Annotated[str, "The event or the outcome that says so."]
    grade: Annotated[Grade | None, "Null where a charter says so."]
    standing: Standing
    shown: Annotated[bool, "False where the event that says so is not counted."]
    why: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ArtifactStates:
    """The published artifacts that had come in by the end, by whether anybody reused them by then."""

    reused: tuple[Ref, ...]
    waiting: tuple[Ref, ...]
    too_young: tuple[Ref, ...] = field(metadata={"key": "too young to judge"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a period brought."""

    schema_version: str
    organisation: str
    community: Annotated[str | None, "The one community that the report is about; null for all of them."]
    period: ReportedDays
    as_of: Annotated[datetime.date, "The day of knowledge: nothing recorded later is counted."]
    commit: str | None
    history: Annotated[Depth, "How much of git's history was there to read."]
    left_out: Annotated[tuple[str, ...], "Documents that were left out for their errors, and so are in no figure."]
    funnel: Funnel
    communities: tuple[CommunityFigures, ...]
    promises: tuple[Promise, ...]
    roles: tuple[Role, ...]
    reuse: Reuse
    indicators: tuple[IndicatorInPeriod, ...]
    rollups: tuple[RollUp, ...]
    benefits: tuple[Benefit, ...]
    time: TimeInvested
    not_possible_before: tuple[NotPossibleBefore, ...]
    artifacts: ArtifactStates
