"""The points of an indicator's chart: what each stands for, where it lies and the shape that tells it apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from xml.etree.ElementTree import Element

from outcome_catalog.publish.charts.scale import DayScale, Scale
from outcome_catalog.publish.charts.svg import add, tooltip


class Sort(StrEnum):
    """What a point stands for."""

    BASELINE = "baseline"
    TARGET = "target"
    MEASURED = "measured"
    PROJECTED = "projected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A value on a day: *text* is all that is said of it, one fact a line, *number* the bare value.

    *has_evidence* is false for a measured value that names none.
    """

    day: date
    value: float
    text: str
    number: str
    sort: Sort = Sort.MEASURED
    estimated: bool = False
    has_evidence: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """The part of the drawing that holds the values: its scales, the marked values with their texts, its edges."""

    x: DayScale
    y: Scale
    ticks: Sequence[tuple[float, str]]
    left: float
    right: float

    def places(self, points: Iterable[Point]) -> list[tuple[float, float]]:
        """Where *points* lie."""
        return [(self.x(point.day), self.y(point.value)) for point in points]

    def path(self, points: Iterable[Point]) -> str:
        """A line through *points*."""
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in self.places(points))

    def steps(self, points: Iterable[Point]) -> str:
        """A line through *points* that keeps each value until the next one."""
        places = self.places(points)
        bends = [f"{x1:.1f},{y1:.1f} {x2:.1f},{y1:.1f}" for (x1, y1), (x2, _) in pairwise(places)]
        return " ".join([*bends, f"{places[-1][0]:.1f},{places[-1][1]:.1f}"])


def draw_mark(drawing: Element, point: Point, x: float, y: float, radius: float, *, is_key: bool = False) -> None:
    """The mark of *point*; a key, which stands beside its label once more, tells nothing when it is pointed at."""
    css = f"oc-value-{point.sort.value}" + (" oc-estimated" if point.estimated else "")
    if point.sort is Sort.MEASURED and not point.has_evidence:
        css += " oc-bare"
    css += " oc-key" if is_key else ""
    if point.sort in (Sort.BASELINE, Sort.TARGET):
        mark = add(drawing, "path", css=css, d=f"M{x:.1f} {y - 5:.1f}l5 5-5 5-5-5z")
    else:
        mark = add(drawing, "circle", css=css, cx=x, cy=y, r=radius)
    if not is_key:
        tooltip(mark, point.text)
