"""Which folder a command works in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click


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
    """Add ``--as-of DATE`` to *command*, which gets it as a date or None."""
    return click.option(
        "--as-of",
        type=click.DateTime(["%Y-%m-%d"]),
        callback=lambda _context, _option, moment: moment and moment.date(),
        metavar="DATE",
        help="The day the figures are as of, instead of today.",
    )(command)
