"""What was measured against a charter's indicators (data-model §4)."""

from dataclasses import dataclass
from datetime import date

from outcome_catalog.model.ids import CommunityId, IndicatorId
from outcome_catalog.model.origin import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredValue:
    """One value, in the indicator's unit, as it stood on *date*."""

    date: date
    value: float | bool
    evidence: tuple[str, ...] = ()
    comment: str | None = None
    estimated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """All values of one indicator, in date order."""

    community: CommunityId
    indicator: IndicatorId
    values: tuple[MeasuredValue, ...] = ()
    note: str | None = None
    origin: Origin
