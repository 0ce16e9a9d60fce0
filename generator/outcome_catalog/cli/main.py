"""The ``outcomes`` command and its way out: what ends with which exit code, and what a bug leaves behind."""

import platform
import sys
import tempfile
import traceback
from importlib.metadata import version
from io import TextIOWrapper
from pathlib import Path

import click

from outcome_catalog.cli.commands_on_demand import CommandsOnDemand

FINE, FOUND, WRONG_USAGE, BUG, INTERRUPTED = 0, 1, 2, 3, 130
"""The exit codes that scripts may rely on (cli.md)."""


COMMANDS = CommandsOnDemand("outcome_catalog.cli", "init", "check", "explain", "new", "build", "serve", "report")


@click.group(
    commands=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(version("outcome-catalog"), prog_name="outcomes")
def outcomes() -> None:
    """Say what communities produce, who reuses it, and what came of it.

    Checks a folder of charters and artifacts, and publishes a searchable catalog of them.
    """


def main() -> None:
    """Run the command line and leave with one of the documented exit codes; never with a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that knows few letters still gets every finding
    try:
        sys.exit(outcomes.main(standalone_mode=False) or FINE)  # click returns what a command left with
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output went away; there is nobody left to tell
        sys.exit(FINE)
    except Exception:
        sys.exit(_told_as_bug(traceback.format_exc()))


def _told_as_bug(trace: str) -> int:
    """Exit code 3, after the log to paste was written and named."""
    with tempfile.NamedTemporaryFile("w", prefix="outcomes-", suffix=".log", delete=False, encoding="utf-8") as log:
        log.write(f"outcomes {version('outcome-catalog')}\nPython {sys.version}\n{platform.platform()}\n")
        log.write(f"arguments: {sys.argv[1:]}\n\n{trace}")
    last_line = trace.rstrip().splitlines()[-1]
    click.echo(f"This is a bug in outcomes, not in your files: {last_line}", err=True)
    click.echo(f"Please report it with the log {Path(log.name)} (read it first: it may name your files).", err=True)
    return BUG
