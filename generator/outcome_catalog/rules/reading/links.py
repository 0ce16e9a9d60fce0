"""Where the links and images of a body lead: to the web, to a place of the catalog, or nowhere."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote, urlsplit

from outcome_catalog.model.artifact import Artifact, Link
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.ids import ArtifactRef
from outcome_catalog.nearest_names import nearest_name

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_AROUND = "".join(map(chr, range(ord(" ") + 1)))
_INSIDE = re.compile(r"[\t\n\r]")
_PAGES_OF_A_COMMUNITY = ("", "/artifacts", "/measurements", "/reuse")


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalTarget:
    """A link's target inside the project: *path* from the project's root, *fragment* without its ``#``.

    *is_absolute* where it was written with a leading slash, which means the project's root, as at the forges.
    """

    path: str
    fragment: str
    is_absolute: bool

    @property
    def is_outside(self) -> bool:
        """True where it leads out of ``communities/``."""
        return self.path != "communities" and not self.path.startswith("communities/")


def links(catalog: Catalog) -> Iterator[tuple[Artifact, Link]]:
    """Every link and image of every artifact's body."""
    for artifact in catalog.artifacts.values():
        for link in artifact.body.links:
            yield artifact, link


def as_browsers_read(target: str) -> str:
    """*target* without what browsers read over: ``java&#10;script:`` is a scheme too."""
    return _INSIDE.sub("", target).strip(_AROUND)


def scheme_of(target: str) -> str | None:
    """The scheme that a browser would see in *target*, in lower case, or None where it has none."""
    match = _SCHEME.match(as_browsers_read(target))
    return None if match is None else match[1].lower()


def local_target(artifact: Artifact, target: str) -> LocalTarget | None:
    """The place of the project that *target* means in *artifact*'s body; None for a web address."""
    address = as_browsers_read(target)
    if scheme_of(address) is not None or address.startswith("//"):
        return None
    parts = urlsplit(address)
    written = unquote(parts.path)
    folder = "" if written.startswith("/") else posixpath.dirname(artifact.origin.path)
    path = posixpath.normpath(posixpath.join(folder, written.lstrip("/"))) if written else artifact.origin.path
    return LocalTarget(path=path, fragment=unquote(parts.fragment), is_absolute=written.startswith("/"))


class Destinations:
    """What links may lead to, by path from the project's root."""

    def __init__(self, catalog: Catalog) -> None:
        self._files = catalog.files
        self._kinds = {kind.origin.path for kind in catalog.kinds.values()}
        self._pages = {"communities"} | {
            f"communities/{community}{folder}" for community in catalog.communities for folder in _PAGES_OF_A_COMMUNITY
        }
        self._moved = dict(_former_paths(catalog))

    def __contains__(self, path: str) -> bool:
        return path in self._files or path in self._pages or path in self._kinds

    def moved_to(self, path: str) -> str | None:
        """Where the file formerly at *path* lies today, or None."""
        return self._moved.get(path)

    def nearest(self, path: str) -> str | None:
        """The existing place that somebody who wrote *path* most likely meant, or None."""
        if f"{path}.md" in self._files:
            return f"{path}.md"
        folder, name = posixpath.split(path)
        by_name = self._by_ending.get(_ending(path), {})
        nearest = nearest_name(name, by_name)
        return None if nearest is None else by_name[nearest].get(folder) or min(by_name[nearest].values())

    @cached_property
    def _by_ending(self) -> dict[str, dict[str, dict[str, str]]]:
        """All places by ending, name and folder: a page is not offered for an image."""
        found: dict[str, dict[str, dict[str, str]]] = {}
        for place in (*self._files, *self._pages):
            folder, name = posixpath.split(place)
            found.setdefault(_ending(place), {}).setdefault(name, {})[folder] = place
        return found


def written_from(artifact: Artifact, path: str) -> str:
    """*path* as a link in *artifact*'s body writes it."""
    return posixpath.relpath(path, posixpath.dirname(artifact.origin.path))


def _ending(path: str) -> str:
    return posixpath.splitext(path)[1].casefold()


def _former_paths(catalog: Catalog) -> Iterator[tuple[str, str]]:
    for artifact in catalog.artifacts.values():
        lineage = catalog.history.lineages.get(artifact.origin.path)
        for path in () if lineage is None else lineage.former_paths:
            yield path, artifact.origin.path
    for former, present in catalog.former_artifacts.items():
        if present in catalog.artifacts:
            yield _artifact_path(former), catalog.artifacts[present].origin.path
    for former_slug, slug in catalog.former_communities.items():
        if slug in catalog.communities:
            yield f"communities/{former_slug}", f"communities/{slug}"


def _artifact_path(ref: ArtifactRef) -> str:
    community, _, slug = ref.partition("/")
    return f"communities/{community}/artifacts/{slug}.md"
