"""How messages name what was written and what was most likely meant."""

from collections.abc import Collection, Iterable

from rapidfuzz import fuzz, process

_ALIKE = 60
"""From this likeness (0 to 100) a name is worth offering; below it an offer is a guess."""
_LISTED_AT_MOST = 12
_LONGEST = 300
"""No name is longer; comparing one that is would take long and find nothing."""
_QUOTED_AT_MOST = 120


def nearest_name(name: str, known: Iterable[str]) -> str | None:
    """The one of *known* that is most like *name*, case and hyphens aside, or begins with it; None where none is."""
    if len(name) > _LONGEST:
        return None
    choices = {choice: _folded(choice) for choice in sorted(known)}
    found = process.extractOne(_folded(name), choices, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    if found is not None:
        return str(found[2])
    return next((choice for choice, folded in choices.items() if folded.startswith(f"{_folded(name)}-")), None)


def _folded(name: str) -> str:
    return name.casefold().replace("_", "-").replace(" ", "-")


def quoted(text: str) -> str:
    """*text* in quotation marks, without characters that cannot be seen, cut where it becomes too long to read."""
    seen = "".join(character if character.isprintable() else " " for character in text[: _QUOTED_AT_MOST + 1])
    return f'"{seen}"' if len(seen) <= _QUOTED_AT_MOST else f'"{seen[:_QUOTED_AT_MOST]}…"'


def did_you_mean(nearest: str | None) -> str:
    """The end of a message that offers *nearest*, or nothing where there is none."""
    return "" if nearest is None else f'; did you mean "{nearest}"?'


def list_of_names(known: Collection[str]) -> str | None:
    """*known* as a list to choose from, or None where it is empty or too long to read."""
    if not 0 < len(known) <= _LISTED_AT_MOST:
        return None
    return ", ".join(sorted(known))
