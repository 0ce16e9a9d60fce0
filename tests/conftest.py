"""What tests of several stages share: the sets beside the checkout, the command, and one browser."""

import gzip
import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright

from outcome_catalog.demo import write_demo
from tests.made_once import made_once

# Every run draws the same examples, and a busy machine fails none of them.
settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.load_profile("steady")

REPOSITORY = Path(__file__).parent.parent
REAL_SETS = REPOSITORY.parent / "shared" / "realworld"
SET_NAMES = ("innersource-patterns", "kubernetes-sigs")
SETS = [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in SET_NAMES]
"""One process of a run looks at a set, so that what it has worked out of it is worked out once."""


@dataclass(frozen=True)
class RealSet:
    """A set made from a real community, imported into an empty folder; *source* holds its expectations."""

    name: str
    root: Path
    source: Path

    @property
    def expected(self) -> dict[str, Any]:
        return dict(json.loads((self.source / "expected.json").read_text(encoding="utf-8")))

    @property
    def dirty_cases(self) -> list[dict[str, Any]]:
        return list(json.loads((self.source / "dirty" / "expected.json").read_text(encoding="utf-8"))["cases"])


@pytest.fixture(scope="session")
def imported_set(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], RealSet]:
    """The set of a name, imported once; the test is skipped where the sets are not beside the checkout."""

    def the_set(name: str) -> RealSet:
        source = REAL_SETS / name
        if not source.is_dir():
            pytest.skip("the real sets are not beside this checkout")
        return RealSet(name, made_once(tmp_path_factory, name, partial(_import, source)), source)

    return the_set


def _import(source: Path, root: Path) -> None:
    stream = gzip.decompress((source / "history.fi.gz").read_bytes())
    subprocess.run(["git", "init", "-q", "-b", "main", str(root)], check=True)
    subprocess.run(["git", "-C", str(root), "fast-import", "--quiet"], input=stream, check=True)
    subprocess.run(["git", "-C", str(root), "checkout", "-q", "main"], check=True)


@pytest.fixture(params=SETS)
def real_set(request: pytest.FixtureRequest, imported_set: Callable[[str], RealSet]) -> RealSet:
    """Each of the real sets, read-only."""
    return imported_set(request.param)


@pytest.fixture(scope="session")
def demo_repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, written once: read-only. Its figures are those of 2026-06-30."""
    return made_once(tmp_path_factory, "example-transit", write_demo)


@pytest.fixture(scope="session")
def outcomes() -> str:
    """The installed command."""
    command = shutil.which("outcomes", path=str(REPOSITORY / ".venv" / "bin")) or shutil.which("outcomes")
    assert command, "the package is not installed"
    return command


PATIENCE_MILLISECONDS = 20_000
"""How long a page may take to become what is expected of it on a machine that is busy."""
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for all tests of a process: an installed one, or Playwright's own."""
    installed = next((path for path in map(shutil.which, _CHROMIUM) if path), None)
    expect.set_options(timeout=PATIENCE_MILLISECONDS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed, args=list(_FLAGS))
        yield browser
        browser.close()
