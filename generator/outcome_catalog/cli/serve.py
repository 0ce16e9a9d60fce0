"""``outcomes serve``: a live preview on this machine."""

from datetime import date
from pathlib import Path

import click

from outcome_catalog.cli.project import as_of_option, project_option


@click.command(short_help="Show the site on this machine, and follow every saved file.")
@click.option(
    "--port", type=click.IntRange(1, 65_535), default=8000, show_default=True, help="The port on this machine."
)
@as_of_option
@project_option
def serve(port: int, as_of: date | None, root: Path) -> None:
    """Show the catalog on this machine only, and follow every file that is saved."""
    from outcome_catalog.mkdocs_plugin.site import serve_site  # noqa: PLC0415 - check and new need no MkDocs

    serve_site(root, host="127.0.0.1", port=port, as_of=as_of)
