"""The site without MkDocs' command line: what ``outcomes build`` and ``outcomes serve`` call."""

import errno
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException

from outcome_catalog.diagnostics import Report
from outcome_catalog.mkdocs_plugin.default_config import config_file
from outcome_catalog.mkdocs_plugin.plugin import OutcomeCatalogPlugin

_NAME = "outcome-catalog"


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """What came of a build. *messages* are sentences for people, findings among them; *site_dir* is its place."""

    is_built: bool
    site_dir: Path
    messages: tuple[str, ...] = ()
    report: Report = field(default_factory=Report)
    not_shown: str = ""
    """One sentence about what was recorded after the day of the figures; empty where nothing was."""


def build_site(
    root: Path,
    *,
    site_dir: Path | None = None,
    strict: bool = False,
    jobs: int | None = None,
    search: bool = True,
    as_of: date | None = None,
) -> BuildResult:
    """Builds the site of the catalog in *root* and puts it in its place whole; an expected failure is a result.

    *root* may hold nothing but ``communities/``; where it has an mkdocs.yml, that rules, and *site_dir* overrides it.
    """
    place = (site_dir or root / "site").absolute()
    if not (root / "communities").is_dir():
        return BuildResult(is_built=False, site_dir=place, messages=(f"There is no folder communities/ in {root}.",))
    with _told() as messages, config_file(root) as file:
        try:
            config = load_config(str(file), site_dir=None if site_dir is None else str(place), strict=strict or None)
            place = Path(config.site_dir)
            plugin = _plugin(config)
            plugin.config.jobs = jobs or plugin.config.jobs
            plugin.config.search = plugin.config.search and search
            with _given(as_of):
                mkdocs_build(config)
        except MkDocsException as error:
            if not isinstance(error, Abort):
                messages.append(error.format_message())
            return BuildResult(is_built=False, site_dir=place, messages=tuple(messages))
        except OSError as error:
            messages.append(f"The site cannot be written: {error}")
            return BuildResult(is_built=False, site_dir=place, messages=tuple(messages))
    return BuildResult(
        is_built=True, site_dir=place, messages=tuple(messages), report=plugin.report, not_shown=plugin.not_shown
    )


def serve_site(root: Path, host: str, port: int, as_of: date | None = None) -> None:
    """Shows the catalog in *root* at *host* and *port*, and builds it anew after every change, until interrupted.

    *as_of* is the day it is shown as of, whatever mkdocs.yml sets.
    Raises an MkDocs exception, whose text is for people, where the preview cannot begin.
    """
    if not (root / "communities").is_dir():
        raise ConfigurationError(f"There is no folder communities/ in {root}.")
    with _logged(), _given(as_of), config_file(root) as file:
        try:
            mkdocs_serve(str(file), dev_addr=f"{host}:{port}")
        except OSError as error:
            if error.errno not in {errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL}:
                raise
            raise ConfigurationError(f"cannot show the site at {host}:{port}: {error.strerror}") from error


def _plugin(config: MkDocsConfig) -> OutcomeCatalogPlugin:
    plugin = config.plugins.get(_NAME)
    if not isinstance(plugin, OutcomeCatalogPlugin):
        raise ConfigurationError(f"{config.config_file_path} does not name the plugin: write `plugins: [{_NAME}]`.")
    return plugin


@contextmanager
def _given(as_of: date | None) -> Iterator[None]:
    """Lets every build within the block be as of the day that was given: MkDocs reads its configuration each time."""
    OutcomeCatalogPlugin.given_day = as_of
    try:
        yield
    finally:
        OutcomeCatalogPlugin.given_day = None


@contextmanager
def _told() -> Iterator[list[str]]:
    """What MkDocs and its plugins warn of while the block runs, as sentences."""
    messages: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            messages.append(record.getMessage().removeprefix(f"{_NAME}: "))

    with _handled(Listener(logging.WARNING), logging.WARNING):
        yield messages


@contextmanager
def _logged() -> Iterator[None]:
    """MkDocs' own log on standard error while the block runs."""
    with _handled(logging.StreamHandler(), logging.INFO):
        yield


@contextmanager
def _handled(handler: logging.Handler, level: int) -> Iterator[None]:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice about a MkDocs that is not used here
    logger = logging.getLogger("mkdocs")
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(level)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before)
