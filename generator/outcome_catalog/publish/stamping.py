"""Artifact pages: the shell filled for each artifact, on as many cores as there are."""

import sys
import threading
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import escape

from outcome_catalog.publish.fragments import fragment_environment
from outcome_catalog.publish.sanitised import contributed_html
from outcome_catalog.publish.shell import PARTS, Shell
from outcome_catalog.publish.source_links import SourceLinks

_WORTH_A_PROCESS = 250
"""Pages below which starting another process takes longer than it saves."""
_CHUNK = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ArtifactPage:
    """All that one artifact's page is made from: plain data, so that it can travel to another process.

    *url* is the page's address, *meta* what the templates read, *text* the contributor's Markdown at *source_path*,
    *link_targets* where each link of the text leads on this site.
    """

    url: str
    meta: Mapping[str, Any]
    text: str
    source_path: str
    link_targets: Mapping[str, str | None] = field(default_factory=dict)
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


def full_meta(page: ArtifactPage, links: SourceLinks) -> dict[str, Any]:
    """The page's *meta* with its text rendered: ``body_html``, and ``toc`` as plain data."""
    text = contributed_html(page.text, source_path=page.source_path, page_url=page.url, links=links)
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
        meta = full_meta(page, self._settings.links)
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

    def write(self, page: ArtifactPage) -> None:
        """The page, written where it belongs in the site's folder."""
        path = self._settings.site_dir / page.url / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.page_html(page).encode("utf-8", errors="xmlcharrefreplace"))


def write_artifact_pages(pages: Sequence[ArtifactPage], settings: StampSettings, jobs: int) -> None:
    """All *pages*, written by up to *jobs* processes; the result does not depend on how many."""
    workers = min(jobs, len(pages) // _WORTH_A_PROCESS)
    if workers <= 1:
        _write_all(Stamp(settings), pages)
        return
    with ProcessPoolExecutor(workers, _way_to_begin(), _begin, (settings, pages)) as pool:
        for _ in pool.map(_write_range, range(0, len(pages), _CHUNK)):
            pass


def _way_to_begin() -> BaseContext:
    """A forked process has everything at once; forking beside other threads is not safe, nor is it on macOS."""
    is_safe = sys.platform == "linux" and threading.active_count() == 1
    return get_context("fork" if is_safe else "spawn")


_work_of_this_process: tuple[Stamp, Sequence[ArtifactPage]]


def _begin(settings: StampSettings, pages: Sequence[ArtifactPage]) -> None:
    global _work_of_this_process  # noqa: PLW0603 - a worker process keeps its environment between chunks
    _work_of_this_process = (Stamp(settings), pages)


def _write_range(start: int) -> None:
    stamp, pages = _work_of_this_process
    _write_all(stamp, pages[start : start + _CHUNK])


def _write_all(stamp: Stamp, pages: Iterable[ArtifactPage]) -> None:
    for page in pages:
        stamp.write(page)
