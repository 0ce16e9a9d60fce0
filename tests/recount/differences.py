"""Where two reports differ, as lines that say the path, what was counted by hand and what the command says."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

TEXTS_FOR_PEOPLE = frozenset({"why", "reason", "note", "url"})
IN_ORDER = frozenset(
    {
        "communities",
        "promises",
        "roles",
        "indicators",
        "reuse.parties",
        "reuse.units",
        "reuse.uses",
        "benefits",
    }
)
NAMES = ("community", "output", "role", "outcome", "id", "unit", "external", "label", "grade", "floor", "date")


def differences(recounted: Any, said: Any, path: str = "") -> Iterator[str]:
    """One line for each difference."""
    if isinstance(recounted, dict) and isinstance(said, dict):
        for key in sorted((recounted.keys() | said.keys()) - TEXTS_FOR_PEOPLE):
            yield from differences(recounted.get(key), said.get(key), f"{path}.{key}" if path else key)
    elif isinstance(recounted, list) and isinstance(said, list):
        yield from _list_differences(recounted, said, path)
    elif not _are_equal(recounted, said):
        yield f"{path}: expected {_shown(recounted)}, said {_shown(said)}"


def _list_differences(recounted: list[Any], said: list[Any], path: str) -> Iterator[str]:
    expected, found = _by_name(recounted), _by_name(said)
    if path in IN_ORDER and expected.keys() == found.keys() and list(expected) != list(found):
        first = next(pair for pair in zip(expected, found, strict=True) if pair[0] != pair[1])
        yield f"{path}: in another order: expected {first[0]} where {first[1]} stands"
    for name in [*expected, *(name for name in found if name not in expected)]:
        if name not in found:
            yield f"{path}[{name}]: expected, not said"
        elif name not in expected:
            yield f"{path}[{name}]: said, not expected"
        else:
            yield from differences(expected[name], found[name], f"{path}[{name}]")


def _by_name(rows: list[Any]) -> dict[str, Any]:
    """The rows by what tells them apart; equal ones are numbered."""
    found: dict[str, Any] = {}
    for row in rows:
        name = _name(row)
        while name in found:
            name += "'"
        found[name] = row
    return found


def _name(row: Any) -> str:
    if isinstance(row, dict):
        return " ".join(
            _shown(row[key]) for key in NAMES if row.get(key) is not None and not isinstance(row[key], dict)
        )
    return _shown(row)


def _are_equal(one: Any, other: Any) -> bool:
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, int | float | Decimal | Fraction) and isinstance(other, int | float):
        return abs(Fraction(one) - Fraction(other)) <= Fraction(1, 10**9) * max(1, abs(Fraction(one)))
    return _shown(one) == _shown(other)


def _shown(value: Any) -> str:
    if isinstance(value, Decimal | Fraction):
        return str(int(value) if value == int(value) else float(value))
    return value.isoformat() if isinstance(value, datetime.date) else str(value)
