"""Puts a new file in its place, if it passes ``check`` there; nothing is ever written over."""

from collections.abc import Mapping
from pathlib import Path

import click

from outcome_catalog.diagnostics import Report, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.pipeline import load_catalog
from outcome_catalog.reporters import REPORTERS
from outcome_catalog.resources import cache_folder


def loaded_catalog(root: Path) -> Catalog:
    """The catalog in *root*; a click error with the findings where it has none."""
    result = load_catalog(root, cache=cache_folder(root))
    if result.catalog is None:
        raise click.ClickException(f"there is no catalog to add to yet:\n{REPORTERS['text'](result.report)}")
    return result.catalog


def place(root: Path, files: Mapping[str, str]) -> None:
    """Write *files* (text by path below *root*) and say what to do next; take them back where they have an error."""
    for path in files:
        if not (root / path).resolve().is_relative_to((root / "communities").resolve()):
            raise click.ClickException(f"{path} would lie outside communities/; nothing was written")
        if (root / path).exists():
            raise click.ClickException(f"{path} is there already; nothing was written")
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        with (root / path).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    found = load_catalog(root, cache=cache_folder(root)).report
    own = Report.of(finding for finding in found if finding.span.path in files)
    if own.has_errors:
        _take_back(root, files)
        raise click.ClickException(f"nothing was written, since it would not pass the check:\n{REPORTERS['text'](own)}")
    for path in files:
        click.echo(path)
    for finding in own:
        if finding.severity is Severity.WARNING:
            click.echo(f"  still to do, line {finding.span.line}: {finding.message}", err=True)


def _take_back(root: Path, files: Mapping[str, str]) -> None:
    for path in files:
        (root / path).unlink()
        for folder in (root / path).parents:
            if folder == root or any(folder.iterdir()):
                break
            folder.rmdir()
