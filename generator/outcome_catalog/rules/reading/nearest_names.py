"""The existing name that somebody most likely meant."""

from collections.abc import Collection

from rapidfuzz import fuzz, process

_ALIKE = 60
"""From this likeness (0 to 100) a name is worth offering; below it an offer is a guess."""
_LISTED_AT_MOST = 12
_LONGEST = 300
"""No name is longer; comparing one that is would take long and find nothing."""
_QUOTED_AT_MOST = 120


def nearest_name(name: str, known: Collection[str]) -> str | None:
    """The one of *known* that is most like *name*, case aside, or begins with it; None where none is alike."""
    if len(name) > _LONGEST:
        return None
    choices = sorted(known)
    found = process.extractOne(name, choices, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=_ALIKE)
    if found is not None:
        return found[0]
    return next((choice for choice in choices if choice.casefold().startswith(f"{name.casefold()}-")), None)


def quoted(text: str) -> str:
    """*text* in quotation marks, cut where a message would become too long to read."""
    return f'"{text}"' if len(text) <= _QUOTED_AT_MOST else f'"{text[:_QUOTED_AT_MOST]}…"'


def did_you_mean(nearest: str | None) -> str:
    """The end of a message that offers *nearest*, or nothing where there is none."""
    return "" if nearest is None else f'; did you mean "{nearest}"?'


def list_of_names(known: Collection[str]) -> str | None:
    """*known* as a list to choose from, or None where it is empty or too long to read."""
    if not 0 < len(known) <= _LISTED_AT_MOST:
        return None
    return ", ".join(sorted(known))
