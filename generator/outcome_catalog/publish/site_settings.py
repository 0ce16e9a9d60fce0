"""What the site's own configuration says about where it is read and where its source lies."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """What the site's own configuration says.

    *url* is where it will be read, None where unknown. *repository_url* is the project's page at its forge without a
    closing slash; *edit_base*, with a closing slash, is what a source path is appended to for editing it there.
    """

    name: str
    url: str | None = None
    repository_url: str | None = None
    edit_base: str | None = None
    branch: str = "main"
