"""The whole of a published report."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from outcome_catalog.model.dates import Per
from outcome_catalog.model.history import Depth
from outcome_catalog.publish.reports.data.types.communities import CommunityFigures, Funnel, TimeInvested
from outcome_catalog.publish.reports.data.types.outcomes import (
    ArtifactStates,
    Benefit,
    IndicatorInPeriod,
    NotPossibleBefore,
    RollUp,
)
from outcome_catalog.publish.reports.data.types.promises import Promise, Role
from outcome_catalog.publish.reports.data.types.reuse import Reuse

SCHEMA_VERSION = "1.0"


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
