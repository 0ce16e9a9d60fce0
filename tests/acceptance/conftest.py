"""A small catalog on disk, and the installed command run in it."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.synthetic.catalog_text import files

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def small_catalog(tmp_path: Path) -> Path:
    """A folder that holds nothing but a valid catalog of three artifacts, in a folder that holds nothing else."""
    root = tmp_path / "catalog"
    for path, text in files(3):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def run(outcomes: str) -> Run:
    """Run the installed command in a folder; nobody is there to answer a question."""

    def the_command(folder: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [outcomes, *arguments],
            cwd=folder,
            env={**os.environ, "COLUMNS": "200", **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )

    return the_command
