"""Who belonged where: the ground on which somebody can vouch for a use (data-model §3, §6)."""

from collections.abc import Iterator, Mapping

from outcome_catalog.model.ids import UnitId
from outcome_catalog.model.names import folded as folded
from outcome_catalog.model.organisation import Organisation
from outcome_catalog.model.people import Belonging
from outcome_catalog.model.reuse import UsedBy

Parents = Mapping[UnitId, UnitId | None]


def unit_parents(organisation: Organisation) -> Parents:
    """The unit above each unit of the organisation, None at the top."""
    return {unit.id: unit.parent for unit in organisation.units}


def unit_and_above(unit: UnitId | None, parents: Parents) -> Iterator[UnitId]:
    """*unit* and the units above it, nearest first; each once, even where the chain bites its tail."""
    seen: set[UnitId] = set()
    while unit is not None and unit not in seen:
        seen.add(unit)
        yield unit
        unit = parents.get(unit)


def is_of_reusing_side(belonging: Belonging, used_by: UsedBy, parents: Parents) -> bool:
    """True where somebody who belongs to *belonging* belongs to the reusing unit or organisation.

    A member of a unit is a member of the units above it: who works in a team works in its department. The other
    way round does not hold: a department's head office cannot vouch for one of its teams.
    """
    if used_by.unit is not None:
        return used_by.unit in unit_and_above(belonging.unit, parents)
    if used_by.external is not None and belonging.external is not None:
        return folded(belonging.external) == folded(used_by.external)
    return False
