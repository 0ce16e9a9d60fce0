"""The real sets that lie beside the checkout, imported once; tests that ask for them are skipped where they are not."""

import gzip
import subprocess
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import pytest

BESIDE = Path(__file__).parents[2].parent / "shared/realworld"
SETS = ("innersource-patterns", "kubernetes-sigs")


class RealSet(NamedTuple):
    """A real set's repository and the folder that says what is expected of it."""

    root: Path
    beside: Path


@pytest.fixture(scope="session", params=SETS)
def real_set(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> RealSet:
    beside = BESIDE / request.param
    if not (beside / "history.fi.gz").exists():
        pytest.skip("the real sets do not lie beside this checkout")
    return RealSet(imported(beside, tmp_path_factory.getbasetemp()), beside)


@lru_cache
def imported(beside: Path, below: Path) -> Path:
    root = below / beside.name
    subprocess.run(["git", "init", "-q", "-b", "main", root], check=True)
    history = gzip.decompress((beside / "history.fi.gz").read_bytes())
    subprocess.run(["git", "-C", root, "fast-import", "--quiet"], input=history, check=True)
    subprocess.run(["git", "-C", root, "checkout", "-q", "main"], check=True)
    return root
