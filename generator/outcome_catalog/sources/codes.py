"""The codes of findings about files as they lie on disk, explained; the texts stand in codes.md."""

from functools import cache

from outcome_catalog.code_pages import CodePage, pages_in


@cache
def code_pages() -> tuple[CodePage, ...]:
    """Every code of finding and reading files, and the two that later stages give where a file cannot be used."""
    return pages_in(__package__)
