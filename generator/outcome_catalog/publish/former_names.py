"""The names that artifacts and communities had before, as git recorded the renames of their files."""

import re
from collections.abc import Iterator

from outcome_catalog.model.catalog import Catalog

_ARTIFACT_PATH = re.compile(r"communities/([a-z0-9-]+)/artifacts/([a-z0-9-]+)\.md")
_CHARTER_PATH = re.compile(r"communities/([a-z0-9-]+)/charter\.yml")


def former_artifact_names(catalog: Catalog, path: str) -> Iterator[str]:
    """What the artifact in the file *path* was called before, as ``community/artifact``, the oldest first."""
    return _names(catalog, path, _ARTIFACT_PATH)


def former_community_names(catalog: Catalog, path: str) -> Iterator[str]:
    """What the community with the charter *path* was called before, the oldest first."""
    return _names(catalog, path, _CHARTER_PATH)


def _names(catalog: Catalog, path: str, pattern: re.Pattern[str]) -> Iterator[str]:
    lineage = catalog.history.lineages.get(path)
    for former in () if lineage is None else lineage.former_paths:
        match = pattern.fullmatch(former)
        if match is not None:
            yield "/".join(match.groups())
