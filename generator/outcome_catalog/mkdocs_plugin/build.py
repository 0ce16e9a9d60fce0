"""The state of one MkDocs build, step by step as MkDocs' events call for them."""

import shutil
from pathlib import Path

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from outcome_catalog.mkdocs_plugin.page_files import (
    dress,
    navigation,
    page_content,
    page_file,
    shell_output,
    whole_artifact,
)
from outcome_catalog.mkdocs_plugin.reading import Project
from outcome_catalog.mkdocs_plugin.settings import PluginSettings
from outcome_catalog.mkdocs_plugin.site_parts import SiteParts, copy_media, process_count, write_files, write_stylesheet
from outcome_catalog.mkdocs_plugin.theme import template_folders
from outcome_catalog.mkdocs_plugin.theme_files import is_published
from outcome_catalog.publish.artifact_pages import artifact_pages, write_artifact_pages
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.placing import PendingSite
from outcome_catalog.publish.search import IndexSettings, write_search_index
from outcome_catalog.publish.search_in_background import BackgroundIndex, carry_over_index, write_index_state
from outcome_catalog.publish.shell import Sentinels, Shell
from outcome_catalog.publish.stamp_memory import StampMemory
from outcome_catalog.publish.stamping import StampSettings


class Build:
    """One build: pages are handed to MkDocs, the shell is taken back, artifacts are stamped, the site is placed."""

    def __init__(
        self,
        *,
        config: MkDocsConfig,
        settings: PluginSettings,
        project: Project,
        parts: SiteParts,
        cache: Path | None,
        preview_index: BackgroundIndex | None = None,
    ) -> None:
        self._config, self._settings, self._project, self._parts = config, settings, project, parts
        self._preview_index = preview_index
        self._context, self._cache = parts.context, cache
        self._sentinels = Sentinels.unguessable()
        self._shell: Shell | None = None
        self._pages = self._ordinary_pages()
        self._docs_dir, self._site_dir = config.docs_dir, config.site_dir
        self._pending = PendingSite(Path(config.site_dir))
        config.site_dir = str(self._pending.folder)
        if config.nav is None:
            config.nav = navigation(self._pages.values())

    def _ordinary_pages(self) -> dict[str, Output]:
        """Every page that MkDocs makes, by its path: the shell among them, or all artifacts if nothing is stamped."""
        outputs = [output for output in self._parts.outputs if output.is_page]
        links, words = self._context.links, self._context.words
        if not self._settings.stamp:
            outputs += [whole_artifact(page, links, words) for page in artifact_pages(self._context)]
        elif self._context.catalog.artifacts:
            outputs.append(shell_output(self._sentinels))
        return {output.path: output for output in outputs}

    def hide_sources(self) -> None:
        """Lets MkDocs walk an empty folder: it follows links, and everything it would find is handed to it anyway."""
        self._config.docs_dir = str(self._pending.folder)

    def files(self, files: Files) -> Files:
        """MkDocs' own list (the theme's assets) and every page."""
        self._config.docs_dir = self._docs_dir
        for file in [file for file in files if not is_published(file.src_uri, self._config.plugins)]:
            files.remove(file)
        for output in self._pages.values():
            files.append(page_file(self._config, output))
        return files

    def is_own(self, page: Page) -> bool:
        """True where *page* is one of ours and not another plugin's."""
        return page.file.src_uri in self._pages

    def dress(self, page: Page) -> None:
        """Gives a page of ours the values that its template reads."""
        dress(page, self._pages[page.file.src_uri], self._context.site)
        if page.file.url == self._sentinels.address and self._context.site.edit_base is not None:
            page.edit_url = self._sentinels["editurl"]

    def content(self, page: Page) -> Markup:
        """What stands in the page beside its values: a contributor's Markdown made safe, or nothing."""
        return page_content(self._pages[page.file.src_uri], self._context.links, self._context.words)

    def finished(self, page: Page, html: str) -> None:
        """Keeps the shell, once MkDocs and its plugins are done with it."""
        if page.file.url == self._sentinels.address:
            self._shell = Shell.cut(html, self._sentinels)

    def write_the_rest(self) -> None:
        """Artifact pages, data files, redirects, media and the search index, beside MkDocs' own pages.

        A live preview's index follows when the site is in its place.
        """
        folder, jobs = self._pending.folder, process_count(self._settings.jobs)
        shutil.rmtree(folder / self._sentinels["community"], ignore_errors=True)
        write_stylesheet(folder)
        copy_media(self._project, folder)
        write_files(folder, self._parts.outputs)
        if self._shell is not None:
            self._stamp(self._shell, jobs)
        if self._preview_index is not None:
            write_index_state(folder, "making")
        elif self._settings.search:
            write_search_index(folder, self._index_settings, self._pending.place_of_site)

    def _stamp(self, shell: Shell, jobs: int) -> None:
        settings = StampSettings(
            shell=shell,
            template_folders=template_folders(self._config.theme),
            words=self._context.words,
            links=self._context.links,
            site_dir=self._pending.folder,
        )
        memory = None if self._cache is None else StampMemory(self._cache, self._pending.place_of_site, settings)
        stamped = tuple(write_artifact_pages(self._context, settings, jobs, memory))
        if memory is not None:
            memory.remember(stamped)

    @property
    def _index_settings(self) -> IndexSettings:
        language = self._context.catalog.organisation.settings.language
        return IndexSettings(jobs=process_count(self._settings.jobs), language=language)

    def place(self) -> None:
        """Puts the finished site in its place; in a live preview its index is begun."""
        if self._preview_index is not None:
            carry_over_index(self._pending.place_of_site, self._pending.folder)
        self._pending.place()
        self._config.site_dir = self._site_dir
        self._begin_index()

    def abandon(self) -> None:
        """Takes away what was built; the site that stands is left as it is."""
        self._pending.discard()
        self._config.site_dir, self._config.docs_dir = self._site_dir, self._docs_dir
        self._begin_index()

    def _begin_index(self) -> None:
        """In a live preview the site that stands gets its index: the build may have ended the making of it."""
        if self._preview_index is not None and self._pending.place_of_site.is_dir():
            self._preview_index.follow(self._pending.place_of_site, self._index_settings)
