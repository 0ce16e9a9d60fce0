"""The reuse of a published report."""

import datetime
from dataclasses import dataclass, field
from typing import Annotated

from outcome_catalog.insights.figures import Grade, NotCounted
from outcome_catalog.model.artifact import Mode
from outcome_catalog.publish.reports.data.types.common import GradeCounts, Ref, Source, UseId


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
