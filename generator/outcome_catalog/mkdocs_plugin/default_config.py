"""The configuration that stands in where a project has no mkdocs.yml of its own."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def default_config(root: Path) -> dict[str, Any]:
    """What mkdocs.yml would say for the catalog in *root*; names and addresses come from the catalog itself."""
    return {
        "site_name": "Catalog",
        "docs_dir": str(root.resolve() / "communities"),
        "site_dir": str(root.resolve() / "site"),
        "theme": {"name": "material"},
        "plugins": [{"outcome-catalog": {"standalone": True}}],
    }


def own_config_file(root: Path) -> Path | None:
    """The project's own mkdocs.yml, or None."""
    return next((root / name for name in ("mkdocs.yml", "mkdocs.yaml") if (root / name).is_file()), None)


@contextmanager
def config_file(root: Path) -> Iterator[Path]:
    """The project's own mkdocs.yml, or for as long as it is needed a file that holds the default configuration."""
    own = own_config_file(root)
    if own is not None:
        yield own
        return
    with tempfile.TemporaryDirectory(prefix="outcomes-") as folder:
        file = Path(folder) / "mkdocs.yml"
        file.write_text(json.dumps(default_config(root)), encoding="utf-8")
        yield file
