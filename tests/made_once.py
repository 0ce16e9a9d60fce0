"""What is costly to make and only read, made once in a test run, whichever of its processes asks first."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder *name*, which *make* fills for the first who asks; every other process of this run is given the same.

    *make* is handed a folder that is not there yet. Nobody may change what is given. What failed is not tried again.
    """
    own = factory.getbasetemp()
    shared = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "made-once"
    shared.mkdir(exist_ok=True)
    folder, outcome = shared / name, shared / f"{name}.outcome"
    with FileLock(f"{folder}.lock"):
        if not outcome.exists():
            outcome.write_text("failed; the first test that asked for it says why", encoding="utf-8")
            make(folder)
            outcome.write_text("made", encoding="utf-8")
    if outcome.read_text(encoding="utf-8") != "made":
        raise RuntimeError(f"making {name} {outcome.read_text(encoding='utf-8')}")
    return folder
