"""The codes of the schemas' findings, explained; the texts stand in codes.md."""

from functools import cache

from outcome_catalog.code_pages import CodePage, pages_in


@cache
def code_pages() -> tuple[CodePage, ...]:
    """Every code of the schemas' findings, but for ``unknown-kind``, which a rule explains."""
    return pages_in(__package__)
