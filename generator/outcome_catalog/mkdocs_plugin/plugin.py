"""The MkDocs plugin ``outcome-catalog``: what happens at which of MkDocs' events."""

import logging
from collections.abc import Mapping
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar, Literal

from jinja2 import Environment, TemplateError
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from outcome_catalog.diagnostics import Diagnostic, Report, Severity
from outcome_catalog.mkdocs_plugin.build import Build
from outcome_catalog.mkdocs_plugin.content_policy import content_policy
from outcome_catalog.mkdocs_plugin.last_good import kept_up
from outcome_catalog.mkdocs_plugin.reading import Project, read_project
from outcome_catalog.mkdocs_plugin.repository import site_settings
from outcome_catalog.mkdocs_plugin.settings import PluginSettings
from outcome_catalog.mkdocs_plugin.site_parts import site_parts
from outcome_catalog.mkdocs_plugin.theme import prepare_environment, prepare_theme
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.publish.placing import PlacingError
from outcome_catalog.publish.search import SearchError
from outcome_catalog.publish.search_in_background import STATE_ADDRESS, BackgroundIndex
from outcome_catalog.publish.shell import ShellError
from outcome_catalog.publish.words import words
from outcome_catalog.resources import cache_folder

log = get_plugin_logger("outcome-catalog")
_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.INFO, Severity.INFO: logging.DEBUG}
"""A finding that is an error fails a strict build, as every MkDocs warning does; a warning does not."""
_LAST = -100


class OutcomeCatalogPlugin(BasePlugin[PluginSettings]):  # type: ignore[no-untyped-call]  # MkDocs ships no type
    """Turns a folder of communities into a site; see mkdocs.yml's ``plugins``."""

    given_day: ClassVar[date | None] = None
    """The day that the command line gives: it wins over the settings, in every build of a live preview."""

    def __init__(self) -> None:
        self.report = Report()
        self.not_shown = ""
        self._serving = False
        self._preview_cache: TemporaryDirectory[str] | None = None
        self._preview_index: BackgroundIndex | None = None
        self._last_good: Catalog | None = None
        self._build: Build | None = None
        self._words: Mapping[str, Any] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Remembers whether this is the live preview; MkDocs keeps the plugin between the preview's builds."""
        self._serving = command == "serve"
        if self._serving:
            self._preview_cache = TemporaryDirectory(prefix="outcomes-")
            self._preview_index = BackgroundIndex(Path(self._preview_cache.name), log.info)

    def on_shutdown(self) -> None:
        """Takes away what the preview kept between its builds."""
        if self._preview_index is not None:
            self._preview_index.stop()
        if self._preview_cache is not None:
            self._preview_cache.cleanup()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads the catalog and makes everything that is published of it."""
        if self._preview_index is not None:
            self._preview_index.stop()
        project = read_project(project_root(config), self.given_day or self.config.as_of)
        self.report = project.report
        for finding in project.report:
            log.log(_LEVELS[finding.severity], "%s", _line(finding))
        if config.strict and project.report.has_errors and not self._serving:
            errors = project.report.counts[Severity.ERROR]
            raise PluginError(f"{errors} error{'' if errors == 1 else 's'} found; nothing was published.")
        self._build = self._begin(config, project)
        return config

    def _begin(self, config: MkDocsConfig, project: Project) -> Build:
        catalog = self._catalog(project)
        self._words = words(catalog.organisation.settings.language)
        if self.config.standalone:
            config.site_name = catalog.organisation.name
        config.use_directory_urls = True
        site = site_settings(config, catalog.history, standalone=self.config.standalone)
        config.repo_url = site.repository_url
        prepare_theme(config, self._words)
        parts = site_parts(project, catalog, site, self._words)
        self.not_shown = parts.shell_facts["not_shown"]
        if self.not_shown:
            log.info("%s", self.not_shown)
        preview_index = self._preview_index if self.config.search else None
        config.extra["outcome_catalog"] = {
            **parts.shell_facts,
            "findings": self._preview_findings(),
            "index_state": None if preview_index is None else STATE_ADDRESS,
            "has_policy": self.config.content_policy,
        }
        try:
            return Build(
                config=config,
                settings=self.config,
                project=project,
                parts=parts,
                cache=cache_folder(project.root) if self._preview_cache is None else Path(self._preview_cache.name),
                preview_index=preview_index,
            )
        except PlacingError as error:
            raise PluginError(str(error)) from error

    def _catalog(self, project: Project) -> Catalog:
        catalog = project.catalog
        if self._serving and self._last_good is not None:
            catalog = self._last_good if catalog is None else kept_up(catalog, self._last_good)
        if catalog is None:
            raise PluginError("There is no catalog to publish: the errors above have to be mended first.")
        self._last_good = catalog
        return catalog

    def _preview_findings(self) -> list[str]:
        if not self._serving:
            return []
        return [_line(finding) for finding in self.report if finding.severity is Severity.ERROR]

    def on_pre_build(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Keeps MkDocs from walking the sources itself."""
        self._current.hide_sources()

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:  # noqa: ARG002
        """Adds every page that MkDocs makes."""
        return self._current.files(files)

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:  # noqa: ARG002
        """Nothing, for pages of ours: no front matter, no Markdown, for MkDocs to parse."""
        return "" if self._current.is_own(page) else None

    def on_page_markdown(
        self,
        markdown: str,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs hands it in
        files: Files,  # noqa: ARG002 - MkDocs hands it in
    ) -> str:
        """Gives a page of ours its values."""
        if self._current.is_own(page):
            self._current.dress(page)
        return markdown

    @event_priority(_LAST)
    def on_page_content(
        self,
        html: str,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs hands it in
        files: Files,  # noqa: ARG002 - MkDocs hands it in
    ) -> str:
        """The page's HTML, which the theme prints as it is; for pages of ours it comes from the sanitiser."""
        return self._current.content(page) if self._current.is_own(page) else Markup(html)  # noqa: S704

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Lets every template escape what it prints, and every page say what may run on it."""
        prepare_environment(env, self._words)
        env.filters["content_policy"] = content_policy(env, config, is_preview=self._serving)
        return env

    @event_priority(_LAST)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Keeps the shell for the artifacts."""
        try:
            self._current.finished(page, output)
        except ShellError as error:
            raise PluginError(str(error)) from error
        return output

    @event_priority(_LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Adds what MkDocs did not make, and puts the site in its place unless a strict build is about to fail."""
        try:
            self._current.write_the_rest()
            if _has_failed(config):
                self._current.abandon()
            else:
                self._current.place()
        except (PlacingError, SearchError, TemplateError) as error:
            raise PluginError(str(error)) from error
        except BrokenProcessPool as error:
            raise PluginError(
                "A process was ended from outside, perhaps for want of memory; try fewer jobs."
            ) from error
        self._build = None

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        """Takes away what was built so far."""
        if self._build is not None:
            self._build.abandon()
            self._build = None

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG002
        """Watches the project's own kinds beside its communities, which MkDocs watches."""
        schemas = project_root(config) / "schemas"
        if schemas.is_dir():
            server.watch(str(schemas))
        return server

    @property
    def _current(self) -> Build:
        if self._build is None:
            raise PluginError("outcome-catalog is asked for a page outside a build.")
        return self._build


def project_root(config: MkDocsConfig) -> Path:
    """The project's folder: that of mkdocs.yml, which must name ``communities`` as its docs_dir."""
    docs_dir = Path(config.docs_dir)
    if docs_dir.name != "communities":
        raise PluginError("outcome-catalog reads communities/: write `docs_dir: communities` in mkdocs.yml.")
    return docs_dir.parent


def _has_failed(config: MkDocsConfig) -> bool:
    """True where MkDocs will fail this build after the plugins are done, for warnings in strict mode."""
    handlers = logging.getLogger("mkdocs").handlers
    return config.strict and any(isinstance(h, CountHandler) and h.get_counts() for h in handlers)


def _line(finding: Diagnostic) -> str:
    return f"{finding.span}: {finding.severity.value} {finding.code} {finding.message}"
