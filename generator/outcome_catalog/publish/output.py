"""What publishing makes: pages for the site generator to dress, and files to be written as they are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One file of the site.

    *path* is relative to the site's root, with forward slashes. A path that ends in ``.md`` is a page where it has
    *meta*: plain data (no objects, no markup) with at least ``template`` and ``title``; *content* is Markdown or empty.
    Any other output is a file and *content* its text or bytes. *edit_source* is the source file, relative to the
    project's root, that a reader edits to change the page.
    """

    path: str
    content: str | bytes = ""
    meta: Mapping[str, Any] = field(default_factory=dict)
    edit_source: str | None = None

    @property
    def is_page(self) -> bool:
        """True where the site generator makes a page of it."""
        return self.path.endswith(".md") and bool(self.meta)
