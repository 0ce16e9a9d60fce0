"""Promises and roles of a published report."""

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal

from outcome_catalog.insights.promise_figures import OutputState, PeriodState, RoleState
from outcome_catalog.model.dates import Per
from outcome_catalog.publish.reports.data.types.common import Ref, Slug, Source


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
    fulfilled: Annotated[int | None, "How many of those came; null for a standing promise."]
    delivered: tuple[Ref, ...]
    due: Annotated[int | None, "How many of its promises fell due; null for a standing promise."]
    kept: Annotated[int | None, "How many of those were kept; null for a standing promise."]
    carried_on: Annotated[bool, "Whether it fell due in an earlier period and was missing still when this one began."]
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
    state: Annotated[OutputState | None, "Null where the period does not ask for it, or no charter names it."]
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
