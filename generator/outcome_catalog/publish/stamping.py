"""Artifact pages: the shell filled for each artifact."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import escape

from outcome_catalog.publish.fragments import fragment_environment
from outcome_catalog.publish.picture_sizes import PictureSize
from outcome_catalog.publish.sanitised import contributed_html
from outcome_catalog.publish.shell import PARTS, Shell
from outcome_catalog.publish.source_links import SourceLinks


@dataclass(frozen=True, slots=True, kw_only=True)
class ArtifactPage:
    """All that one artifact's page is made from, as plain data.

    *url* is the page's address, *meta* what the templates read, *text* the contributor's Markdown at *source_path*,
    *link_targets* where each link of the text leads on this site, *picture_sizes* how large the pictures there are.
    """

    url: str
    meta: Mapping[str, Any]
    text: str
    source_path: str
    link_targets: Mapping[str, str | None] = field(default_factory=dict)
    picture_sizes: Mapping[str, PictureSize] = field(default_factory=dict)
    edit_url: str | None = None
    canonical_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StampSettings:
    """What all artifact pages share: the shell, the theme's folders, words, where links lead, the site's folder."""

    shell: Shell
    template_folders: tuple[Path, ...]
    words: Mapping[str, Any]
    links: SourceLinks
    site_dir: Path


def full_meta(page: ArtifactPage, links: SourceLinks, words: Mapping[str, Any]) -> dict[str, Any]:
    """The page's *meta* with its text rendered: ``body_html``, and ``toc`` as plain data."""
    title = page.meta["title"]
    text = contributed_html(
        page.text, source_path=page.source_path, page_url=page.url, links=links, words=words, title=title
    )
    toc = [{"title": entry.title, "id": entry.id, "level": entry.level} for entry in text.toc]
    return {**page.meta, "body_html": text.html, "toc": toc}


class Stamp:
    """Fills the shell; one in each process."""

    def __init__(self, settings: StampSettings) -> None:
        self._settings = settings
        environment: Environment = fragment_environment(settings.template_folders, settings.words)
        used = set(settings.shell.pieces[1::2])
        self._parts = {
            part: environment.get_template(f"partials/artifact/{part}.html") for part in PARTS if part in used
        }

    def page_html(self, page: ArtifactPage) -> str:
        """The whole page, exactly as the site generator would have made it."""
        meta = full_meta(page, self._settings.links, self._settings.words)
        shown = {
            "meta": meta,
            "url": page.url,
            "edit_url": page.edit_url,
            "canonical_url": page.canonical_url,
        }
        community, slug = page.url.strip("/").split("/")
        return self._settings.shell.filled(
            {
                "title": str(escape(meta["title"])),
                "description": str(escape(meta["description"])),
                "editurl": str(escape(page.edit_url or "")),
                "community": community,
                "slug": slug,
                **{name: template.render(page=shown) for name, template in self._parts.items()},
            }
        )

    def write(self, page: ArtifactPage) -> Path:
        """The page, written where it belongs in the site's folder; its file."""
        path = self._settings.site_dir / page.url / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.page_html(page).encode("utf-8", errors="xmlcharrefreplace"))
        return path
