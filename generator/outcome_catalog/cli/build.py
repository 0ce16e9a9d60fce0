"""``outcomes build``: the site, put in place whole."""

from datetime import date
from pathlib import Path

import click

from outcome_catalog.cli.project import as_of_option, project_option


@click.command()
@click.option("--site-dir", type=click.Path(file_okay=False, path_type=Path), help="Where the site goes.")
@click.option("--strict", is_flag=True, help="Publish nothing where a document has an error.")
@click.option("--jobs", type=click.IntRange(min=1), help="How many processes work at once.")
@click.option("--no-search", is_flag=True, help="Make no search index.")
@as_of_option
@project_option
def build(
    site_dir: Path | None, strict: bool, jobs: int | None, no_search: bool, as_of: date | None, root: Path
) -> None:
    """Publish the catalog as a static site.

    A document with errors is left out and listed on a page of its own; with --strict it fails the build. The site that
    is there stays whole until the new one is ready.
    """
    from outcome_catalog.mkdocs_plugin.site import build_site  # noqa: PLC0415 - check and new need no MkDocs

    result = build_site(root, site_dir=site_dir, strict=strict, jobs=jobs, search=not no_search, as_of=as_of)
    for line in result.messages:
        click.echo(line, err=True)
    if not result.is_built:
        raise click.exceptions.Exit(1)
    if result.not_shown:
        click.echo(result.not_shown, err=True)
    click.echo(f"The site is in {result.site_dir}")
    click.echo("Look at it with `outcomes serve`, or through any web server.", err=True)
