"""What came of it, in a published report: indicators, benefit, and what waits."""

import datetime
from dataclasses import dataclass, field
from typing import Annotated, Literal

from outcome_catalog.insights.figures import Grade, IndicatorState
from outcome_catalog.insights.not_possible_before import Standing
from outcome_catalog.model.charter import Aggregation, Direction, Measure
from outcome_catalog.publish.reports.data.types.common import IndicatorRef, Number, Ref, Slug, Source, UseId, Value


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
