"""Where the nodes and bands of a two-sided flow stand; from the counts alone, so that every machine draws the same."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

Ends = tuple[str, str]
"""The keys of the nodes between which a band runs: on the left, on the right."""
_PITCH, _GAP = 24, 8
"""The least height of a node's row, so that a finger hits it, and what is free between two bars."""
_TALL, _WIDEST_USE = 340, 14
_SWEEPS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A node's bar: its upper edge and its height."""

    top: float
    height: float

    @property
    def middle(self) -> float:
        """Half-way down the bar."""
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A band's upper edge on either side, and how wide it is."""

    left: float
    right: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowLayout:
    """The places of all nodes, left and right, and of all bands, within *height*."""

    left: Mapping[str, Place]
    right: Mapping[str, Place]
    bands: Mapping[Ends, Band]
    height: float


def flow_layout(
    left: Sequence[str], right: Sequence[str], uses: Mapping[Ends, int], last: Collection[str] = ()
) -> FlowLayout:
    """The layout of the nodes *left* and *right*, in their order at first; *uses* is how many each band carries.

    Both sides are put in the order of their neighbours' middles, in turn, which takes most crossings away; the nodes
    *last* stay at the lower end.
    """
    left, right = _untangled(left, right, uses, last)
    per_use = _per_use(max(len(left), len(right)), sum(uses.values()))
    widths = {ends: max(count * per_use, 1.0) for ends, count in uses.items()}
    heights = [_heights(side, widths, at) for at, side in enumerate((left, right))]
    tall = max(sum(_row(height) for height in side.values()) for side in heights)
    places = [_places(side, tall) for side in heights]
    return FlowLayout(left=places[0], right=places[1], bands=_bands(left, right, widths, places), height=tall)


def _untangled(
    left: Sequence[str], right: Sequence[str], uses: Mapping[Ends, int], last: Collection[str]
) -> tuple[list[str], list[str]]:
    sides = list(left), list(right)
    for sweep in range(_SWEEPS):
        moving = (sweep + 1) % 2
        order = {key: index for index, key in enumerate(sides[1 - moving])}
        weights: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for ends, count in uses.items():
            weights[ends[moving]].append((order[ends[1 - moving]], count))
        middles = {key: sum(at * n for at, n in found) / sum(n for _, n in found) for key, found in weights.items()}
        places = {key: (key in last, middles.get(key, len(order))) for key in sides[moving]}
        sides[moving].sort(key=places.__getitem__)
    return sides


def _per_use(rows: int, total: int) -> float:
    """How wide one use is drawn: so wide that the bars fill the rows that the names need anyway."""
    room = max(_TALL, rows * _PITCH) - rows * _GAP
    return min(room / max(total, 1), _WIDEST_USE)


def _heights(side: Sequence[str], widths: Mapping[Ends, float], at: int) -> dict[str, float]:
    heights = dict.fromkeys(side, 0.0)
    for ends, width in widths.items():
        heights[ends[at]] += width
    return heights


def _row(height: float) -> float:
    return max(height + _GAP, _PITCH)


def _places(heights: Mapping[str, float], tall: float) -> dict[str, Place]:
    """Bars from the top down, what room is left shared out between them."""
    spare = (tall - sum(_row(height) for height in heights.values())) / max(len(heights), 1)
    top, places = 0.0, {}
    for key, height in heights.items():
        row = _row(height) + spare
        places[key] = Place(top=top + (row - height) / 2, height=height)
        top += row
    return places


def _bands(
    left: Sequence[str], right: Sequence[str], widths: Mapping[Ends, float], places: Sequence[Mapping[str, Place]]
) -> dict[Ends, Band]:
    """Bands leave a bar in the order of the bars that they lead to."""
    edges = [{key: place.top for key, place in side.items()} for side in places]
    begins: list[dict[Ends, float]] = [{}, {}]
    rank = {key: index for index, key in enumerate(left)}, {key: index for index, key in enumerate(right)}
    for at in (0, 1):
        for ends in sorted(widths, key=lambda ends: rank[1 - at][ends[1 - at]]):
            begins[at][ends] = edges[at][ends[at]]
            edges[at][ends[at]] += widths[ends]
    return {ends: Band(left=begins[0][ends], right=begins[1][ends], width=width) for ends, width in widths.items()}
