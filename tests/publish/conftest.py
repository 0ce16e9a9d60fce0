"""What tests of printed pages share: the demonstration's site, served."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from tests.made_once import made_once
from tests.publish.engine.browser import served

from outcome_catalog.mkdocs_plugin.site import build_site


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory, demo_repository: Path) -> Iterator[str]:
    """The address of the demonstration's site, which has a figure of every sort; built once for the whole run."""
    with served(made_once(tmp_path_factory, "demo-to-print", partial(_build, demo_repository))) as base:
        yield base


def _build(repository: Path, folder: Path) -> None:
    built = build_site(repository, site_dir=folder, search=False, jobs=1)
    assert built.is_built, built.messages
