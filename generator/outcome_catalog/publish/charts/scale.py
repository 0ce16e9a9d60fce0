"""From values and days to places on a drawing."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Scale:
    """The values *low* to *high* on the places *start* to *end*; one value alone stands in the middle."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The place of *value*."""
        if self.high == self.low:
            return (self.start + self.end) / 2
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


@dataclass(frozen=True, slots=True)
class DayScale:
    """The same for days."""

    first: date
    last: date
    start: float
    end: float

    def __call__(self, day: date) -> float:
        """The place of *day*."""
        return Scale(self.first.toordinal(), self.last.toordinal(), self.start, self.end)(day.toordinal())

    def years(self) -> list[date]:
        """The new year's days to mark: eight at most, evenly spaced."""
        all_years = range(self.first.year + 1, self.last.year + 1)
        step = max(1, -(-len(all_years) // 8))
        return [date(year, 1, 1) for year in all_years[::step]]
