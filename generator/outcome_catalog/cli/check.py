"""``outcomes check``: everything that can be wrong, all at once."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click
from rich.console import Console

from outcome_catalog.cli.explain import refuse_unknown
from outcome_catalog.cli.project import as_of_option, day_of_figures, project_option
from outcome_catalog.diagnostics import Diagnostic, Report, Severity
from outcome_catalog.pipeline import load_catalog
from outcome_catalog.reporters import REPORTERS
from outcome_catalog.reporters.text import styled_report
from outcome_catalog.resources import cache_folder


@click.command(short_help="Say what is wrong, where, and what to write instead.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]…")
@click.option("--format", "form", type=click.Choice(list(REPORTERS)), default="text", show_default=True, help="How.")
@click.option("--select", multiple=True, metavar="CODE", help="Show only findings with this code (repeatable).")
@click.option("--ignore", multiple=True, metavar="CODE", help="Leave out findings with this code (repeatable).")
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@as_of_option
@project_option
def check(  # noqa: PLR0913, PLR0917 - click hands over every option by name
    paths: Sequence[Path],
    form: str,
    select: Sequence[str],
    ignore: Sequence[str],
    strict: bool,
    as_of: date | None,
    root: Path,
) -> None:
    """Check every charter, artifact, measurement and reuse record, and say what to write instead.

    With PATHs, only findings in these files and folders are shown; everything is read all the same, since records
    refer to each other. Ends with 0 where nothing is wrong, 1 where there is an error.
    """
    for code in (*select, *ignore):
        refuse_unknown(code)
    below = tuple(_relative(path, root) for path in paths)
    report = load_catalog(root, as_of=day_of_figures(root, as_of), cache=cache_folder(root)).report
    shown = Report.of(finding for finding in report if _is_shown(finding, below, select, ignore))
    if form == "text":
        Console(soft_wrap=True, highlight=False, markup=False, emoji=False).print(styled_report(shown))
    else:
        click.echo(REPORTERS[form](shown))
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    raise click.exceptions.Exit(int(any(finding.severity in failing for finding in shown)))


def _relative(path: Path, root: Path) -> str:
    """*path* as findings name it; a usage error where it is not in the project, or not there."""
    whole = path.resolve()
    if not whole.exists():
        raise click.UsageError(f"there is no file or folder {str(path)!r}")
    if not whole.is_relative_to(root):
        raise click.UsageError(f"{str(path)!r} is not in the catalog's folder {str(root)!r}")
    return whole.relative_to(root).as_posix()


def _is_shown(finding: Diagnostic, below: Sequence[str], select: Sequence[str], ignore: Sequence[str]) -> bool:
    path = finding.span.path
    in_paths = not below or any(folder in (".", path) or path.startswith(f"{folder}/") for folder in below)
    return in_paths and (not select or finding.code in select) and finding.code not in ignore
