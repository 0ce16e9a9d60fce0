"""``outcomes new``: files that pass ``check``, written from a few answers."""

import click

from outcome_catalog.cli.new.artifact import artifact
from outcome_catalog.cli.new.community import community
from outcome_catalog.cli.new.reuse import reuse


@click.group(short_help="Write a community, an artifact or a reuse record.")
def new() -> None:
    """Write a new community, artifact or reuse record that passes the check.

    What is not given as an option is asked for, where there is somebody to ask.
    """


for command in (community, artifact, reuse):
    new.add_command(command)
