"""What counted uses brought, as floor and ceiling per unit of measure and grade; nothing is added that may not be."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from tests.recount.grades import GRADES
from tests.recount.indicators import indicators
from tests.recount.known import Known
from tests.recount.reuse_sources import Source
from tests.recount.reuse_uses import Use


@dataclass(frozen=True, eq=False)
class Brought:
    """A benefit with a unit and a figure, of one use."""

    use: Use
    source: Source
    may_be_added: bool

    @property
    def benefit(self) -> dict[str, Any]:
        return self.source.benefit or {}

    @property
    def floor(self) -> Fraction:
        return Fraction(self.benefit.get("low") or 0)

    @property
    def ceiling(self) -> Fraction:
        return Fraction(self.benefit["high"]) if self.benefit.get("high") is not None else self.floor


def stating_source(use: Use) -> Source | None:
    """The source whose benefit counts for the use: the best-graded one that states a unit and a figure."""
    found = [
        source
        for source in use.sources
        if source.benefit
        and str(source.benefit.get("unit") or "").strip()
        and (source.benefit.get("low") is not None or source.benefit.get("high") is not None)
    ]
    return min(found, key=lambda source: (-GRADES.index(source.grade), source.id), default=None)


def benefits(known: Known, counted: list[Use]) -> list[dict[str, Any]]:
    """The sums, by unit of measure and then the best grade first."""
    stated = [Brought(use, source, _may_be_added(known, source)) for use in counted if (source := stating_source(use))]
    groups: dict[tuple[str, str, str], list[Brought]] = {}
    for one in stated:
        alone = "" if one.may_be_added else one.use.id
        groups.setdefault((str(one.benefit["unit"]).strip(), one.source.grade, alone), []).append(one)
    order = sorted(groups, key=lambda key: (key[0], -GRADES.index(key[1]), key[2]))
    return [_sum(unit, grade, groups[unit, grade, alone]) for unit, grade, alone in order]


def _sum(unit: str, grade: str, group: list[Brought]) -> dict[str, Any]:
    return {
        "unit": unit,
        "grade": grade,
        "floor": sum(one.floor for one in group),
        "ceiling": sum(one.ceiling for one in group),
        "uses": sorted(one.use.id for one in group),
        "estimated": any(bool(one.benefit.get("estimated")) for one in group),
    }


def _may_be_added(known: Known, source: Source) -> bool:
    """Whether the indicator that the benefit moves, if any, allows sums: the producer's, else the reuser's."""
    named = (source.benefit or {}).get("indicator")
    if named is None:
        return True
    for community in (source.artifact.partition("/")[0], source.used_by["community"]):
        for indicator in indicators(known, community) if community in known.charters else ():
            if indicator.id == named:
                return bool(indicator.data.get("aggregation") == "sum")
    return False
