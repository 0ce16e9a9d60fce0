"""What was promised and what was delivered, output by output, period by period and role by role (data-model §4, §7)."""

from dataclasses import dataclass
from enum import StrEnum

from outcome_catalog.insights.sentences import Sentences
from outcome_catalog.model.dates import Period
from outcome_catalog.model.ids import ArtifactRef, CommunityId, OutputId


class OutputState(StrEnum):
    """Whether an expected output was delivered as promised."""

    MET = "met"
    PARTLY = "partly"
    NOTHING_YET = "nothing yet"
    OVERDUE = "overdue"
    NOT_DUE = "not due"


class PeriodState(StrEnum):
    """Whether the promise of one period was kept."""

    MET = "met"
    PARTLY = "partly"
    NOTHING = "nothing"
    RUNNING = "running"
    """It is not over, and not all that it expects is there yet: nothing is held against anybody."""
    NOTHING_EXPECTED = "nothing expected"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodDelivery:
    """What one period's promise was and what was delivered for it."""

    label: str
    period: Period
    expected: int
    delivered: tuple[ArtifactRef, ...]
    is_over: bool

    @property
    def state(self) -> PeriodState:
        """*met* as soon as all it expects is there, over or not; a period that expects nothing is never judged."""
        if self.expected == 0:
            return PeriodState.NOTHING_EXPECTED
        if len(self.delivered) >= self.expected:
            return PeriodState.MET
        if not self.is_over:
            return PeriodState.RUNNING
        return PeriodState.PARTLY if self.delivered else PeriodState.NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFigure:
    """One expected output: promised and delivered. *why* says how the state was reached."""

    community: CommunityId
    output: OutputId
    state: OutputState
    why: Sentences
    delivered: tuple[ArtifactRef, ...] = ()
    periods: tuple[PeriodDelivery, ...] = ()
    """Per period since the community started, oldest first; empty for *due* and *standing* promises."""


class RoleState(StrEnum):
    """Whether what a role's work was to materialise as was delivered."""

    KEPT = "kept"
    PARTLY = "partly kept"
    NOT_KEPT = "not kept"
    NOTHING_DUE = "nothing due"
    """None of its outputs is due yet: it is too early to judge."""
    NOTHING_NAMED = "nothing named"
    """The charter does not say what the role's work is to become: nothing was asked of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleOutput:
    """One expected output that a role's work should materialise as; *state* is None where the charter has no such."""

    output: OutputId
    state: OutputState | None
    delivered: tuple[ArtifactRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleFigure:
    """One role: what its work was to materialise as, and did it. Roles stand in charter order."""

    community: CommunityId
    role: str
    outputs: tuple[RoleOutput, ...]
    state: RoleState
    why: Sentences
