"""Where the dots of a map lie when several have the same counts: side by side, as near as there is room."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import hypot

from outcome_catalog.publish.charts.labels import Box

RADIUS, _PITCH, _ROW = 5.0, 11.0, 17.0
_HEADING = 26
_FAR = 30
LISTED = 8
"""So few dots on one place are listed below each other, so that each has room for its name."""
_NEAREST_FIRST = sorted((hypot(c, r), c, r) for c in range(-_FAR, _FAR + 1) for r in range(-_FAR, _FAR + 1))


@dataclass(slots=True)
class _Taken:
    """The places of dots, found by the square of the drawing that they lie in; and the fields that are full."""

    squares: dict[tuple[int, int], list[tuple[float, float]]] = field(default_factory=dict)
    full: set[Box] = field(default_factory=set)

    def add(self, place: tuple[float, float]) -> None:
        self.squares.setdefault(_square(place), []).append(place)

    def is_free(self, place: tuple[float, float]) -> bool:
        """True where no dot lies so near that the two would meet."""
        column, row = _square(place)
        near = (self.squares.get((c, r), ()) for c in range(column - 1, column + 2) for r in range(row - 1, row + 2))
        return all(hypot(place[0] - x, place[1] - y) >= _PITCH - 0.5 for some in near for x, y in some)


def placed(wanted: Sequence[tuple[float, float, Box]]) -> list[tuple[float, float]]:
    """The places of dots, in their order, each with the field that it stays in; a full field lets dots lie on dots."""
    taken, together = _Taken(), Counter(wanted)
    places = []
    for x, y, area in wanted:
        choices = _choices(x, y, area, is_list=1 < together[x, y, area] <= LISTED)
        found = None if area in taken.full else next((place for place in choices if taken.is_free(place)), None)
        if found is None:
            taken.full.add(area)
        else:
            taken.add(found)
        places.append(found or (x, y))
    return places


def _choices(x: float, y: float, area: Box, *, is_list: bool) -> Iterator[tuple[float, float]]:
    """Places for a dot, the best first: below each other where it *is_list*, else the nearest to (x, y)."""
    if is_list:
        yield from ((x, y + row * _ROW) for row in range(LISTED) if y + row * _ROW + RADIUS <= area.bottom)
    for _, column, row in _NEAREST_FIRST:
        place = (x + column * _PITCH, y + row * _PITCH)
        is_across = area.left + RADIUS <= place[0] <= area.right - RADIUS
        if is_across and area.top + _HEADING <= place[1] <= area.bottom - RADIUS:
            yield place


def _square(place: tuple[float, float]) -> tuple[int, int]:
    return int(place[0] // _PITCH), int(place[1] // _PITCH)
