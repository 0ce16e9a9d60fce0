"""What the site's own configuration says about where it is read and where its source lies."""

from dataclasses import dataclass

from outcome_catalog.publish.relative_links import relative_link


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

    def address(self, url: str) -> str | None:
        """The whole address of *url*, which is relative to the site; None where the site does not know its own."""
        return None if self.url is None else f"{self.url.rstrip('/')}/{url.removeprefix('./')}"

    def link(self, url: str, file: str) -> str:
        """A link from *file* to *url*, both relative to the site: whole where the site knows its address."""
        return self.address(url) or relative_link(url, file.rpartition("/")[0])
