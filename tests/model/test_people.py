"""Where somebody belonged on a day (data-model §3: a former unit counts up to and including its last day)."""

from datetime import date

import pytest

from outcome_catalog.model.ids import PersonId, UnitId
from outcome_catalog.model.people import FormerUnit, Person

PERSON = Person(
    id=PersonId("porter"),
    name="Porter",
    unit=UnitId("north"),
    former_units=(
        FormerUnit(until=date(2024, 6, 30), unit=UnitId("south")),
        FormerUnit(until=date(2022, 12, 31), external="Example Harbour"),
    ),
)


@pytest.mark.parametrize(
    ("day", "unit", "external"),
    [
        (date(2020, 1, 1), None, "Example Harbour"),
        (date(2022, 12, 31), None, "Example Harbour"),
        (date(2023, 1, 1), "south", None),
        (date(2024, 6, 30), "south", None),
        (date(2024, 7, 1), "north", None),
    ],
)
def test_belonging_is_judged_on_the_day(day: date, unit: str | None, external: str | None) -> None:
    belonging = PERSON.belonging_on(day)
    assert (belonging.unit, belonging.external) == (unit, external)
