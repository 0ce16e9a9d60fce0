"""Several things named in one sentence."""

from collections.abc import Mapping, Sequence
from typing import Any

from babel.lists import format_list

from outcome_catalog.publish.words.locales import locale_of


def list_text(words: Mapping[str, Any], parts: Sequence[str]) -> str:
    """The *parts* as one enumeration: ``a, b and c``."""
    return format_list(list(parts), locale=locale_of(words)) if parts else ""


def clause_break(words: Mapping[str, Any]) -> str:
    """What stands between clauses that hold commas of their own: ``a; b``, in French with a narrow space before it."""
    return f"{words['semicolon']} "
