"""People: identity, unit and credit (data-model §3). E-mails are for joining git authors and are never published."""

from dataclasses import dataclass
from datetime import date

from outcome_catalog.model.ids import PersonId, UnitId
from outcome_catalog.model.origin import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Belonging:
    """Where a person belongs: a unit of the organisation, an organisation outside, or neither."""

    unit: UnitId | None = None
    external: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerUnit:
    """Where a person belonged until and including the day *until*."""

    until: date
    unit: UnitId | None = None
    external: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person who may be credited. *emails* never leave the build."""

    id: PersonId
    name: str
    unit: UnitId | None = None
    external: str | None = None
    emails: tuple[str, ...] = ()
    former_units: tuple[FormerUnit, ...] = ()
    credit: bool = True
    url: str | None = None

    def belonging_on(self, day: date) -> Belonging:
        """Where the person belonged on *day*; a former unit counts up to and including its last day."""
        for former in sorted(self.former_units, key=lambda f: f.until):
            if day <= former.until:
                return Belonging(unit=former.unit, external=former.external)
        return Belonging(unit=self.unit, external=self.external)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleRegister:
    """All people of people.yml, in its order."""

    people: tuple[Person, ...] = ()
    note: str | None = None
    origin: Origin
