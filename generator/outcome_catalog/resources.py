"""Finds schemas/ and overrides/: inside an installed wheel, or at the top of a checkout."""

import hashlib
from pathlib import Path

from platformdirs import user_cache_path

_PACKAGE = Path(__file__).parent


def bundled(name: str) -> Path:
    """The folder *name* ("schemas" or "overrides") that travels with the package.

    A wheel carries it in ``_bundled/``; an editable install reads the checkout's own.
    Raises FileNotFoundError where the installation is not whole.
    """
    for folder in (_PACKAGE / "_bundled" / name, _PACKAGE.parent.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"outcome-catalog is installed without its {name}/ folder; install it again")


def cache_folder(root: Path) -> Path | None:
    """Where what was read of the project at *root* may be kept between runs; None where nothing can be written.

    It lies in the user's own cache, so that a checkout stays as it is.
    """
    name = hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:16]
    try:
        return user_cache_path("outcome-catalog", ensure_exists=True) / name
    except OSError:
        return None
