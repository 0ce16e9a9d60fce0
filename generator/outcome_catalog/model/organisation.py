"""Who the organisation is: objectives, audiences, units, community types, settings (data-model §2)."""

from dataclasses import dataclass, field

from outcome_catalog.model.dates import Period
from outcome_catalog.model.ids import AudienceId, ObjectiveId, UnitId
from outcome_catalog.model.origin import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """What the enterprise wants, in its own planning's words."""

    id: ObjectiveId
    title: str
    owner: str | None = None
    period: Period | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Who is meant to find and use outputs."""

    id: AudienceId
    title: str
    summary: str | None = None
    contact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of the organisation, so that reuse can be counted across units."""

    id: UnitId
    title: str
    parent: UnitId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunityType:
    """A type of community, shipped or the organisation's own."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The organisation's choices; windows are in days, the reporting year begins on month-day."""

    language: str = "en"
    vitality_window_days: int = 180
    first_reuse_grace_days: int = 90
    reporting_year_starts: str = "01-01"
    currency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """The organisation whose communities the catalog describes."""

    name: str
    summary: str | None = None
    url: str | None = None
    objectives: tuple[Objective, ...] = ()
    audiences: tuple[Audience, ...] = ()
    units: tuple[Unit, ...] = ()
    community_types: tuple[CommunityType, ...] = ()
    settings: Settings = field(default_factory=Settings)
    note: str | None = None
    origin: Origin


SHIPPED_COMMUNITY_TYPES = (
    CommunityType(id="community-of-practice", title="Community of practice"),
    CommunityType(id="working-group", title="Working group"),
    CommunityType(id="idea-space", title="Idea space"),
    CommunityType(id="project-space", title="Project space"),
    CommunityType(id="network", title="Network"),
)
"""The community types every catalog knows, beside the organisation's own (data-model §2)."""
