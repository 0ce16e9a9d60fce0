"""Who made a commit, and where that person belonged on that day."""

from typing import Any

from tests.recount.days import Day
from tests.recount.lineages import Commit
from tests.recount.source_files import SourceFiles

Side = tuple[str, str]  # ("unit", its id) or ("external", the organisation's name in small letters)


def side(values: dict[str, Any]) -> Side | None:
    """The unit or the organisation outside that *values* name."""
    return next(((key, str(values[key]).casefold()) for key in ("unit", "external") if values.get(key)), None)


class People:
    """people.yml, with the units of organisation.yml."""

    def __init__(self, files: SourceFiles) -> None:
        self.by_id = {str(person["id"]): person for person in files.people}
        self.parents = {unit["id"]: unit.get("parent") for unit in files.organisation["units"]}
        self._by_email = {
            str(email).casefold(): str(person["id"]) for person in files.people for email in person.get("emails") or ()
        }

    def author(self, commit: Commit) -> str | None:
        return self._by_email.get(commit.email)

    def place(self, person: str | None, day: Day) -> dict[str, str]:
        """Where the person belonged on the day, as people.yml writes it."""
        known = self.by_id.get(person or "", {})
        former = sorted(known.get("former_units") or (), key=lambda at: str(at["until"]))
        at = next((at for at in former if day.isoformat() <= str(at["until"])), known)
        return {key: at[key] for key in ("unit", "external") if key in at}

    def sides(self, person: str | None, day: Day) -> set[Side]:
        """Whom the person can vouch for on the day: their unit, the units above it, or their organisation outside."""
        place = self.place(person, day)
        found = {one} if (one := side(place)) else set()
        unit = self.parents.get(place.get("unit"))
        while unit and ("unit", unit) not in found:
            found.add(("unit", unit))
            unit = self.parents.get(unit)
        return found
