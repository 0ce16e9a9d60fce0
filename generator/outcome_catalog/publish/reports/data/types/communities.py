"""The value cycles and the communities of a published report."""

import datetime
from dataclasses import dataclass, field
from typing import Annotated

from outcome_catalog.insights.figures import VitalityState
from outcome_catalog.model.charter import Lifecycle
from outcome_catalog.publish.reports.data.types.common import Hash, IndicatorRef, Ref, Slug, Source, UseId


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
