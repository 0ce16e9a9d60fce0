"""The shell: a page of the theme with slots where artifacts differ, made once and filled for each artifact.

The site generator renders one page whose values are sentinels. Its output is cut at them, once; what is put between the
pieces is never searched again, so nothing that a contributor writes can be taken for a slot. There are slots for text
(``title``, ``description``, ``editurl``), for the steps of an artifact's address (``community``, ``slug``), for HTML.
"""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

PARTS = ("head", "content", "toc")
"""Slots for HTML, each made from ``partials/artifact/<part>.html``."""
_NEEDED = frozenset({"title", "content"})


class ShellError(Exception):
    """The theme's templates do not give a page that can be filled; the text says which slot is missing."""


@dataclass(frozen=True, slots=True)
class Sentinels:
    """Stand-ins for an artifact's values that occur nowhere else; *token* is letters and digits only."""

    token: str

    @classmethod
    def unguessable(cls) -> "Sentinels":
        """Sentinels that nobody who writes into the catalog can have foreseen."""
        return cls(f"slot{secrets.token_hex(16)}")

    def __getitem__(self, slot: str) -> str:
        return f"{self.token}x{slot}x"

    @property
    def address(self) -> str:
        """The address of the page that becomes the shell, as deep as every artifact's."""
        return f"{self['community']}/{self['slug']}/"


@dataclass(frozen=True, slots=True)
class Shell:
    """A page cut at its slots: text, slot name, text, slot name, …, text."""

    pieces: tuple[str, ...]

    @classmethod
    def cut(cls, page: str, sentinels: Sentinels) -> "Shell":
        """The shell that *page* makes; ShellError where the theme does not print what every artifact needs."""
        pieces = tuple(re.split(rf"{sentinels.token}x([a-z]+)x", page))
        missing = sorted(_NEEDED - set(pieces[1::2]))
        if missing:
            raise ShellError(f"artifact.html prints no {' and no '.join(missing)}; every artifact page needs it")
        return cls(pieces)

    def filled(self, values: Mapping[str, str]) -> str:
        """The page with *values*, already fit for HTML, in its slots."""
        pieces = list(self.pieces)
        pieces[1::2] = [values[slot] for slot in self.pieces[1::2]]
        return "".join(pieces)
