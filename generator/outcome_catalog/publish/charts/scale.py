"""From values and days to places on a drawing, and the round values and days that an axis marks."""

from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

_MONTHS_APART = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400)
_A_YEAR = 12
_ALIKE, _NEXT_TO_NOTHING = 1e-12, 1e-100
"""Values that differ by so small a share of themselves, or are so small, are one: no steps can be told between them."""


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

    def months(self, most: int) -> list[date]:
        """The first days of months to mark: *most* at most, evenly spaced, on new year's days where that suffices."""
        for apart in _MONTHS_APART:
            days = self._every(apart)
            if len(days) <= most:
                return days
        return []

    def _every(self, apart: int) -> list[date]:
        """The first days of each month whose number, counted from the year 0, is a multiple of *apart*."""
        begin = self.first.year * _A_YEAR + self.first.month - (1 if self.first.day == 1 else 0)
        numbers = range(-(-begin // apart) * apart, self.last.year * _A_YEAR + self.last.month, apart)
        return [date(number // _A_YEAR, number % _A_YEAR + 1, 1) for number in numbers]


def round_values(low: float, high: float, most: int) -> list[float]:
    """At most *most* + 1 round values, evenly spaced, that enclose *low* and *high*: 0, 5, 10, 15."""
    size = max(abs(low), abs(high))
    if high - low <= _ALIKE * size or size < _NEXT_TO_NOTHING:
        span = size if size >= _NEXT_TO_NOTHING else 1.0
        low, high = low - span / 2, high + span / 2
    raw = (high - low) / max(most - 1, 1)
    power = 10.0 ** floor(log10(raw))
    for factor in (1, 2, 5, 10, 20, 50):
        step = power * factor
        first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
        if last - first <= most:
            break
    return [number * step for number in range(first, last + 1)]
