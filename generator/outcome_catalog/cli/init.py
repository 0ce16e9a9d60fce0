"""``outcomes init``: a catalog to begin with, or one of a fictional organisation to look at."""

from pathlib import Path

import click

from outcome_catalog.cli.first_catalog import first_files, put
from outcome_catalog.demo import LAST_DAY, DirectoryTakenError, write_demo
from outcome_catalog.history.git_command import GitFailedError, GitMissingError, git_answer
from outcome_catalog.pipeline import default_day


@click.command(short_help="Write a catalog to begin with.")
@click.option("--demo", is_flag=True, help="Write a fictional organisation with two years of history instead.")
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path), default=".", metavar="[DIR]")
def init(directory: Path, *, demo: bool) -> None:
    """Write a new catalog into DIR: one community to edit, and what checks and publishes it.

    Nothing is ever written over: a file that is there is named and left. Where DIR is in no git repository, it becomes
    one. With --demo, DIR must be absent or empty; it gets a git repository of eight invented communities, in which
    every figure and every state can be seen.
    """
    try:
        if demo:
            _write_demo(directory)
        else:
            _write_first_catalog(directory)
    except DirectoryTakenError as error:
        raise click.UsageError(f"{error}. The demo needs a folder that is absent or empty.") from None
    except GitMissingError:
        raise click.ClickException("git is not installed, and a catalog's dates and authors come from git") from None
    except (GitFailedError, OSError) as error:
        raise click.ClickException(f"{directory} could not be written: {error}") from None


def _write_demo(directory: Path) -> None:
    written = write_demo(directory)
    click.echo(f"{directory}: eight invented communities, {written.commits} commits, the last one {written.head}")
    _say_next(directory, _NEXT_WITH_DEMO)


def _write_first_catalog(directory: Path) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    is_new = git_answer(directory, "rev-parse", "--git-dir").status != 0
    if is_new:
        _ = git_answer(directory, "init", "--quiet", "--initial-branch=main", ".").checked
    written, taken = put(directory, first_files(default_day()))
    for path in written:
        click.echo(path)
    for path in taken:
        click.echo(f"  left as it is: {path}", err=True)
    if is_new:
        click.echo("  now a git repository; nothing is committed yet", err=True)
    _say_next(directory, _NEXT)


def _say_next(directory: Path, steps: tuple[tuple[str, str], ...]) -> None:
    where = "" if directory == Path() else f" in {directory}"
    click.echo(f"\nWhat to do next{where}:", err=True)
    longest = max(len(command) for command, _ in steps)
    for command, purpose in steps:
        click.echo(f"  {command:<{longest}}  {purpose}", err=True)


_NEXT = (
    ("README.md", "what to change first"),
    ("outcomes check", "what is still to do"),
    ("outcomes serve", "see every saved file at once"),
)
_NEXT_WITH_DEMO = (
    ("README.md", "the story, and what to look at"),
    ("outcomes serve", "the site"),
    (f"outcomes report 2026-Q1 --as-of {LAST_DAY}", "what goes before a budget review"),
    (f"outcomes check --as-of {LAST_DAY}", "the few findings that are meant"),
)
