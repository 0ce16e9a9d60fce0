"""Outputs as MkDocs' files and pages: MkDocs dresses them and reads nothing that a contributor wrote."""

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

from outcome_catalog.publish.addresses import edit_url, page_url
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.sanitised import contributed_html
from outcome_catalog.publish.shell import PARTS, Sentinels
from outcome_catalog.publish.site_settings import SiteSettings
from outcome_catalog.publish.source_links import SourceLinks
from outcome_catalog.publish.stamping import ArtifactPage, full_meta


def page_file(config: MkDocsConfig, output: Output) -> File:
    """The file that stands for *output* in MkDocs' list."""
    shown = InclusionLevel.INCLUDED if "nav" in output.meta else InclusionLevel.NOT_IN_NAV
    return File.generated(config, output.path, content="", inclusion=shown)


def navigation(outputs: Iterable[Output]) -> list[dict[str, str]]:
    """The site's navigation in MkDocs' form: the few pages that ask for a place in it."""
    shown = sorted((output for output in outputs if "nav" in output.meta), key=lambda output: output.meta["nav"])
    return [{str(output.meta.get("nav_title") or output.meta["title"]): output.path} for output in shown]


def dress(page: Page, output: Output, site: SiteSettings) -> None:
    """Gives *page* what its template reads. No front matter is parsed: MkDocs never sees any."""
    page.meta = dict(output.meta)
    page.edit_url = None if output.edit_source is None else edit_url(site, output.edit_source)


def page_content(output: Output, links: SourceLinks, words: Mapping[str, Any]) -> Markup:
    """The HTML of *output*'s own Markdown, safe to print."""
    if not output.content:
        return Markup("")
    source = output.edit_source or f"communities/{output.path}"
    text = contributed_html(
        str(output.content), source_path=source, page_url=page_url(output.path), links=links, words=words
    )
    return Markup(text.html)  # noqa: S704 - it has gone through the sanitiser


def shell_output(sentinels: Sentinels) -> Output:
    """The page that becomes the shell: an artifact's, with a sentinel in the place of every value."""
    meta: Mapping[str, Any] = {
        "template": "artifact.html",
        "title": sentinels["title"],
        "description": sentinels["description"],
        "shell": {part: sentinels[part] for part in PARTS},
    }
    return Output(path=f"{sentinels.address}index.md", meta=meta)


def whole_artifact(page: ArtifactPage, links: SourceLinks, words: Mapping[str, Any]) -> Output:
    """An artifact as an ordinary page, which MkDocs makes from the same template and the same values."""
    return Output(
        path=f"{page.url}index.md",
        meta={**full_meta(page, links, words), "template": "artifact.html"},
        edit_source=page.source_path,
    )
