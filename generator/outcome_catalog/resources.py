"""Finds schemas/ and overrides/: inside an installed wheel, or at the top of a checkout."""

from pathlib import Path

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
