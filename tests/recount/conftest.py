"""What the comparisons share: this repository's own catalog, and what the installed command says."""

import json
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).parents[2]


def git(root: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=True)
    return done.stdout.decode().strip()


@pytest.fixture(scope="session")
def own_catalog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's own catalog as it is committed, in a clone, so that no edit under way is counted."""
    if not (REPOSITORY / ".git").exists():
        pytest.skip("this is no git checkout")
    if git(REPOSITORY, "rev-parse", "--is-shallow-repository") == "true":
        pytest.skip("the whole history is needed: git fetch --unshallow")
    root = tmp_path_factory.mktemp("own") / "catalog"
    subprocess.run(["git", "clone", "-q", str(REPOSITORY), str(root)], check=True)
    return root


@pytest.fixture(scope="session")
def said(outcomes: str) -> Callable[[Path, str, str], dict[str, Any]]:
    """What the installed command says of a period, or of a period and a community, as of a day."""

    @cache
    def the_report(root: Path, asked: str, day: str) -> dict[str, Any]:
        period, _, community = asked.partition(" ")
        chosen = ["--community", community] if community else []
        command = [outcomes, "report", period, "--format", "json", "--as-of", day, "-C", str(root), *chosen]
        done = subprocess.run(command, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return dict(json.loads(done.stdout))

    return the_report
