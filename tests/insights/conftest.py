"""The real sets with what is expected of them; tests that ask for them are skipped where they are not."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests import conftest


class RealSet(NamedTuple):
    """A real set's repository and the folder that says what is expected of it."""

    root: Path
    beside: Path


@pytest.fixture(scope="session", params=conftest.SETS)
def real_set(request: pytest.FixtureRequest, imported_set: Callable[[str], conftest.RealSet]) -> RealSet:
    found = imported_set(request.param)
    return RealSet(found.root, found.source)
