"""A community's charter: why it exists and what it is expected to produce (data-model §4)."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from outcome_catalog.model.dates import Per
from outcome_catalog.model.ids import (
    ArtifactRef,
    AudienceId,
    CommunityId,
    IndicatorId,
    KindId,
    ObjectiveId,
    OutcomeId,
    OutputId,
    PersonId,
    UnitId,
)
from outcome_catalog.model.origin import Origin


class Lifecycle(StrEnum):
    """Where a community stands in its life."""

    PROPOSED = "proposed"
    ACTIVE = "active"
    PAUSED = "paused"
    CLOSED = "closed"


class Measure(StrEnum):
    """What sort of figure an indicator is."""

    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    SCALE = "scale"
    YES_NO = "yes-no"


class Direction(StrEnum):
    """Which way an indicator has to move."""

    INCREASE = "increase"
    DECREASE = "decrease"


class Aggregation(StrEnum):
    """How values of several communities may be combined."""

    SUM = "sum"
    MEAN = "mean"
    NONE = "none"


AGGREGATED_MEASURES = {
    Aggregation.SUM: frozenset({Measure.NUMBER, Measure.MONEY}),
    Aggregation.MEAN: frozenset({Measure.NUMBER, Measure.MONEY, Measure.PERCENT, Measure.SCALE}),
    Aggregation.NONE: frozenset[Measure](),
}
"""The measures that bear each aggregation: a percentage is never added to another, and a yes is no number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LifecycleChange:
    """A day on which a community changed its state, and why."""

    date: date
    state: Lifecycle
    because: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sponsor:
    """Who answers for the community at budget review: a person, a community, or a name in a unit."""

    person: PersonId | None = None
    community: CommunityId | None = None
    name: str | None = None
    unit: UnitId | None = None
    level: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Steward:
    """Who keeps the community's promise; *vacant* says that the post is empty."""

    person: PersonId | None = None
    name: str | None = None
    unit: UnitId | None = None
    role: str | None = None
    from_: date | None = field(default=None, metadata={"key": "from"})
    until: date | None = None
    vacant: bool = False
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What the community deals with and what it leaves to others."""

    in_: tuple[str, ...] = field(default=(), metadata={"key": "in"})
    out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationGoal:
    """Why the community makes sense for the enterprise."""

    objective: ObjectiveId
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberTime:
    """The time that a member in a role may spend, in hours per period."""

    hours: float
    per: Per


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberGoal:
    """Why the community makes sense for a member in *role*; *makes* names what that work materialises as."""

    role: str
    why: str | None = None
    objectives: tuple[str, ...] = ()
    time: MemberTime | None = None
    job_description: str | None = None
    recognition: str | None = None
    makes: tuple[OutputId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """The goal, which has to make sense twice: for the enterprise and for the member."""

    statement: str
    organisation: tuple[OrganisationGoal, ...] = ()
    members: tuple[MemberGoal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberCount:
    """How many members there are; only ever a number."""

    count: int
    as_of: date | None = None
    estimated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """How many of an output are promised per period."""

    count: int
    per: Per


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedOutput:
    """What the community promises to produce; exactly one of *quantity*, *due* and *standing* is given."""

    id: OutputId
    title: str
    kind: KindId
    audiences: tuple[AudienceId, ...] = field(default=(), metadata={"key": "for"})
    done_when: tuple[str, ...] = ()
    example: ArtifactRef | None = None
    quantity: Quantity | None = None
    due: date | None = None
    standing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedValue:
    """A baseline or a target of an indicator, in the indicator's unit."""

    date: date
    value: float | bool
    comment: str | None = None
    estimated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """How one sees whether an outcome comes about."""

    id: IndicatorId
    title: str
    unit: str
    measure: Measure = Measure.NUMBER
    direction: Direction
    aggregation: Aggregation = Aggregation.NONE
    source: str | None = None
    baseline: DatedValue
    targets: tuple[DatedValue, ...]

    @property
    def may_be_combined(self) -> bool:
        """Whether values of several communities may be added or averaged: it says so, and its measure bears it."""
        return self.measure in AGGREGATED_MEASURES[self.aggregation]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What comes of the outputs, in words, with the indicators that show it."""

    id: OutcomeId
    title: str
    objective: ObjectiveId | None = None
    from_outputs: tuple[OutputId, ...] = ()
    not_possible_before: str | None = None
    indicators: tuple[Indicator, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CharterRevision:
    """What the community learned and changed (reframing value)."""

    date: date
    change: str
    because: str | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Charter:
    """A community's promise, with dates on it."""

    title: str
    summary: str
    lifecycle: Lifecycle
    type: str | None = None
    started: date
    review_by: date | None = None
    ends: date | None = None
    former_slugs: tuple[CommunityId, ...] = ()
    succeeded_by: CommunityId | None = None
    lifecycle_history: tuple[LifecycleChange, ...] = ()
    sponsors: tuple[Sponsor, ...] = ()
    stewards: tuple[Steward, ...] = ()
    scope: Scope = field(default_factory=Scope)
    goal: Goal
    members: MemberCount | None = None
    expected_outputs: tuple[ExpectedOutput, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    revisions: tuple[CharterRevision, ...] = ()
    note: str | None = None
    origin: Origin

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators of all outcomes, in charter order."""
        return tuple(indicator for outcome in self.outcomes for indicator in outcome.indicators)

    def expected_output(self, output: str) -> ExpectedOutput | None:
        """The expected output whose id is *output*, or None."""
        return next((promise for promise in self.expected_outputs if promise.id == output), None)
