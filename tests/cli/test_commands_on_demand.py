"""Each command is loaded when it is asked for, and is there under its name."""

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from outcome_catalog.cli.main import outcomes

LOADED = "import sys; from outcome_catalog.cli.main import main\ntry: main()\nfinally: print(*sorted(sys.modules))"


@pytest.mark.parametrize("command", ["check", "explain", "new"])
def test_who_publishes_nothing_loads_nothing_of_what_publishes(command: str) -> None:
    done = subprocess.run([sys.executable, "-c", LOADED, command, "--help"], capture_output=True, text=True, check=True)
    assert f"outcome_catalog.cli.{command}" in done.stdout.split()
    assert "outcome_catalog.publish" not in done.stdout.split()


@pytest.mark.parametrize("group", [[], ["new"]])
def test_a_list_of_commands_says_what_each_does_in_a_line(group: list[str]) -> None:
    listed = CliRunner().invoke(outcomes, [*group, "--help"], terminal_width=80).output.partition("Commands:")[2]
    assert len(listed.split("\n")) > 3
    assert all(line.endswith(".") and not line.endswith("..") for line in listed.strip().split("\n"))


def test_every_command_bears_its_name() -> None:
    assert {name: command.name for name, command in outcomes.commands.items()} == {n: n for n in outcomes.commands}
    assert len(outcomes.commands) == 7
    with pytest.raises(click.UsageError) as told:
        outcomes(["chekc"], standalone_mode=False)
    assert "Did you mean 'check'?" in told.value.format_message()
