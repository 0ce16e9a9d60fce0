"""What was not possible before: said of uses and of outcomes, each with how far it is shown."""

from typing import Any

from tests.recount.days import Day
from tests.recount.indicators import indicators
from tests.recount.known import Known
from tests.recount.reuse_uses import Use


def statements(known: Known, of_period: list[Use], communities: list[str], day: Day) -> list[dict[str, Any]]:
    """Those of the uses that began in the period, and those of the outcomes as they stand on the day."""
    return [
        *(said for use in of_period for said in _of_use(use)),
        *(said for community in communities for said in _of_outcomes(known, community, day)),
    ]


def _of_use(use: Use) -> list[dict[str, Any]]:
    return [
        {
            "community": use.community,
            "text": source.benefit["not_possible_before"],
            "from": "use",
            "id": source.id,
            "grade": source.grade,
            "standing": _standing(source.grade) if use.counted else "not counted",
            "shown": use.counted,
            "source": {
                "path": source.document.path,
                "line": source.line,
                "commit": source.commit and source.commit.id,
            },
        }
        for source in use.sources
        if source.benefit and "not_possible_before" in source.benefit
    ]


def _standing(grade: str) -> str:
    return "claimed" if grade == "claimed" else "proven"


def _of_outcomes(known: Known, community: str, day: Day) -> list[dict[str, Any]]:
    found = []
    charter = known.charters[community]
    for place, outcome in enumerate(charter.data["outcomes"]):
        if "not_possible_before" in outcome:
            line = charter.line("outcomes", place, "not_possible_before")
            states = [one.state(day, known.day) for one in indicators(known, community) if one.outcome == outcome["id"]]
            found.append(
                {
                    "community": community,
                    "text": outcome["not_possible_before"],
                    "from": "outcome",
                    "id": outcome["id"],
                    "grade": None,
                    "standing": "reached" if set(states) == {"achieved"} else "hoped for",
                    "shown": True,
                    "source": {"path": charter.path, "line": line, "commit": known.last_commit(charter)},
                }
            )
    return found
