"""Puts what a command made into a file: whole, or not at all."""

import os
import tempfile
from pathlib import Path

import click


def refuse_unwritable(target: Path) -> None:
    """A usage error where *target* cannot be a file: before the work is done, not after it."""
    if target.is_dir():
        raise click.UsageError(f"{str(target)!r} is a folder; name a file in it")
    if not target.parent.is_dir():
        raise click.UsageError(f"there is no folder {str(target.parent)!r} to write {target.name!r} into")


def put_in_place(target: Path, text: str) -> None:
    """Write *text* beside *target* and put it in its place with one rename; a click error where that fails."""
    try:
        with tempfile.NamedTemporaryFile(
            "wb", dir=target.parent, prefix=f".{target.name}-", suffix=".part", delete=False
        ) as file:
            part = Path(file.name)
            file.write(text.encode("utf-8"))
    except OSError as error:
        raise click.ClickException(f"{str(target)!r} cannot be written: {error.strerror}") from error
    try:
        part.chmod(_mode_of_new_files())
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise click.ClickException(f"{str(target)!r} cannot be written: {error.strerror}") from error


def _mode_of_new_files() -> int:
    """What a file gets that is made in the ordinary way; a temporary one is its owner's alone."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
