"""How far an indicator moved within a stretch of days: one definition for vitality, value cycles and reports.

The last value measured within the stretch is set against the last one before it, and against the baseline where there
is none. What was measured on or before the baseline's day says nothing of movement.
"""

from dataclasses import dataclass

from outcome_catalog.model.catalog import Community
from outcome_catalog.model.charter import Direction, Indicator
from outcome_catalog.model.dates import Period
from outcome_catalog.model.measurement import MeasuredValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """The values measured within a stretch, in date order, and the value that they started from.

    *change* is how far the last of them lies from *before*, in the indicator's unit, positive where that is the right
    way; None where nothing was measured.
    """

    measured: tuple[MeasuredValue, ...]
    before: float | bool
    change: float | None

    @property
    def is_right_way(self) -> bool:
        """True where the indicator is better at the end of the stretch than before it."""
        return self.change is not None and self.change > 0


def movement(community: Community, indicator: Indicator, within: Period) -> Movement:
    """How *indicator* of *community* moved *within* the stretch."""
    measurement = community.measurements.get(indicator.id)
    after_baseline = () if measurement is None else measurement.values
    values = sorted((v for v in after_baseline if v.date > indicator.baseline.date), key=lambda value: value.date)
    measured = tuple(value for value in values if value.date in within)
    earlier = [value.value for value in values if value.date < within.start]
    before = earlier[-1] if earlier else indicator.baseline.value
    if not measured:
        return Movement(measured=(), before=before, change=None)
    distance = float(measured[-1].value) - float(before)
    is_up = indicator.direction is Direction.INCREASE
    return Movement(measured=measured, before=before, change=distance if is_up else 0.0 - distance)
