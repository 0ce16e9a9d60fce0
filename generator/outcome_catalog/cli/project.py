"""Which folder a command works in."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from outcome_catalog.mkdocs_plugin.default_config import own_config_file

_MAY_SET_A_DAY = ("as_of", "INHERIT")
"""What stands in an mkdocs.yml that sets a day, or takes its settings from another file."""


def project_root(start: Path) -> Path:
    """*start* or its nearest parent that holds ``communities/``; *start* itself where there is none."""
    start = start.resolve()
    return next((folder for folder in (start, *start.parents) if (folder / "communities").is_dir()), start)


def project_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--project DIR`` to *command*; the command gets the project's root as ``root``."""
    return click.option(
        "--project",
        "-C",
        "root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=".",
        show_default="the nearest folder that holds communities/",
        callback=lambda _context, _option, folder: project_root(folder),
        help="The catalog's folder.",
    )(command)


def as_of_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--as-of DATE`` to *command*, which gets it as a date or None (see :func:`day_of_figures`)."""
    return click.option(
        "--as-of",
        type=click.DateTime(["%Y-%m-%d"]),
        callback=lambda _context, _option, moment: moment and moment.date(),
        metavar="DATE",
        help="The day everything is as of, instead of today.",
    )(command)


def day_of_figures(root: Path, given: date | None) -> date | None:
    """The day that the catalog in *root* is as of: *given* on the command line, else what its mkdocs.yml sets.

    None where neither says one. An error for people where mkdocs.yml cannot be used.
    """
    file = None if given is not None else own_config_file(root)
    text = "" if file is None else file.read_text(encoding="utf-8", errors="replace")
    if file is None or not any(word in text for word in _MAY_SET_A_DAY):
        return given
    from outcome_catalog.mkdocs_plugin.configured_day import configured_day  # noqa: PLC0415 - MkDocs takes long to come

    return configured_day(file)
