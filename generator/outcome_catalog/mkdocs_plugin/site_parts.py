"""One build of the site, from the catalog that was read to the site that is put in its place."""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from outcome_catalog.history.copies import copies
from outcome_catalog.insights.compute import figures
from outcome_catalog.insights.suggestions import suggestions
from outcome_catalog.mkdocs_plugin.reading import Project
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.publish.addresses import commit_url
from outcome_catalog.publish.context import PublishContext, SiteSettings
from outcome_catalog.publish.hand_written import (
    INTRODUCTION_PATH,
    hand_written_addresses,
    hand_written_pages,
)
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.left_out import not_shown_sentence
from outcome_catalog.publish.provenance import history_notes
from outcome_catalog.publish.site_outputs import site_outputs
from outcome_catalog.publish.source_links import source_links
from outcome_catalog.publish.spoken_kinds import with_spoken_kinds
from outcome_catalog.publish.stylesheet import ADDRESS as STYLESHEET
from outcome_catalog.publish.stylesheet import stylesheet

_SHORT_COMMIT = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteParts:
    """What a site is made of: all but the artifact pages, what those are made from, what every page's frame says."""

    outputs: tuple[Output, ...]
    context: PublishContext
    shell_facts: Mapping[str, Any]


def site_parts(project: Project, catalog: Catalog, site: SiteSettings, words: Mapping[str, Any]) -> SiteParts:
    """The parts of the site that *catalog* makes."""
    links = source_links(catalog, project.media, hand_written_addresses(project.texts))
    context = PublishContext(
        catalog=with_spoken_kinds(catalog, words),
        figures=figures(catalog),
        suggestions=suggestions(catalog, partial(copies, project.root, catalog.history)),
        site=site,
        words=words,
        introduction=project.texts.get(INTRODUCTION_PATH, ""),
        links=links,
    )
    return SiteParts(
        outputs=site_outputs(context, hand_written_pages(project.texts, links, words)),
        context=context,
        shell_facts=_shell_facts(catalog, site, words),
    )


def _shell_facts(catalog: Catalog, site: SiteSettings, words: Mapping[str, Any]) -> dict[str, Any]:
    """What every page's frame says of the catalog."""
    history = catalog.history
    return {
        "as_of": catalog.as_of.isoformat(),
        "commit": None if history.head is None else history.head[:_SHORT_COMMIT],
        "commit_url": None if history.head is None else commit_url(site, history.head),
        "history": history.depth.value,
        "notes": history_notes(words, history),
        "left_out": len(catalog.left_out),
        "not_shown": not_shown_sentence(catalog, words),
        "findings": [],
    }


def write_files(site_dir: Path, outputs: tuple[Output, ...]) -> None:
    """Those *outputs* that are no pages, written as they are."""
    for output in outputs:
        if not output.is_page:
            target = site_dir / output.path
            target.parent.mkdir(parents=True, exist_ok=True)
            content = output.content
            target.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)


def write_stylesheet(site_dir: Path) -> None:
    """The site's stylesheet, unless the project's own theme folder has put one in its place."""
    target = site_dir / STYLESHEET
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(stylesheet(), encoding="utf-8")


def copy_media(project: Project, site_dir: Path) -> None:
    """The project's media files, copied to where links to them lead; none takes the place of a file of the theme."""
    for file in project.media:
        target = site_dir / file.address
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(project.root / file.source_path, target, follow_symlinks=False)


def process_count(wanted: int | None) -> int:
    """How many processes to use: *wanted*, or as many as this one may run on."""
    if wanted is not None:
        return max(1, wanted)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
