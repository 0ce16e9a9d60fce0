"""Reuse records: one event of somebody using an artifact, append-only (data-model §6)."""

from dataclasses import dataclass
from datetime import date

from outcome_catalog.model.artifact import Mode
from outcome_catalog.model.dates import PartialDate
from outcome_catalog.model.ids import ArtifactRef, CommunityId, IndicatorId, PersonId, UnitId
from outcome_catalog.model.origin import Origin

USED_MODES = (Mode.AS_IS, Mode.ADAPTED, Mode.CITED, Mode.TAUGHT)
"""The modes that are a use; what is planned or was rejected is none (data-model §6)."""


def stated_mode(mode: str) -> str:
    """How a record states *mode*, as the history is asked for it."""
    return f"mode: {mode}"


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedBy:
    """The reusing party: exactly one of a unit and an organisation outside, perhaps with a community."""

    unit: UnitId | None = None
    external: str | None = None
    community: CommunityId | None = None
    contact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedIn:
    """The place of use: a page, a path in a repository, an artifact, or a place that cannot be shown."""

    title: str | None = None
    url: str | None = None
    repository: str | None = None
    path: str | None = None
    commit: str | None = None
    artifact: ArtifactRef | None = None
    visibility: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Benefit:
    """What the use brought: a floor (*low*) and a ceiling (*high*) in *unit*, never one flattering figure."""

    statement: str
    indicator: IndicatorId | None = None
    unit: str | None = None
    low: float | None = None
    high: float | None = None
    method: str | None = None
    estimated: bool = False
    not_possible_before: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """Somebody of the reusing side who says that the use is real."""

    person: PersonId | None = None
    name: str | None = None
    unit: UnitId | None = None
    external: str | None = None
    date: date
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """A correction: the use is not claimed any more."""

    date: date
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseRecord:
    """One reuse record. *id* is ``community/<file name without .yml>``; *community* is where the file lies."""

    id: str
    community: CommunityId
    artifact: ArtifactRef
    version: str | None = None
    used_by: UsedBy
    used_in: UsedIn
    mode: Mode
    date: PartialDate | None = None
    ended: PartialDate | None = None
    benefit: Benefit | None = None
    evidence: tuple[str, ...] = ()
    confirmed_by: tuple[Confirmation, ...] = ()
    withdrawn: Withdrawal | None = None
    note: str | None = None
    origin: Origin
