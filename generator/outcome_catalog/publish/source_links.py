"""Links between source files, as contributors write them, turned into addresses of the site."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urlsplit

from outcome_catalog.model.catalog import Catalog
from outcome_catalog.publish.addresses import artifact_url, community_url, home_url, kind_url
from outcome_catalog.publish.media import MediaFile
from outcome_catalog.publish.picture_sizes import PictureSize


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLinks:
    """Which address of the site each source file, folder and media file has, by its path from the project's root.

    *sizes* are those of the pictures, in pixels, by their addresses.
    """

    addresses: Mapping[str, str] = field(default_factory=dict)
    sizes: Mapping[str, PictureSize] = field(default_factory=dict)

    def address(self, source_path: str, href: str) -> str | None:
        """The site address that *href* means when written in *source_path*; None where it means no file of the site.

        A leading slash means the project's root, as at the forges. The fragment is kept, a query is not.
        """
        try:
            parts = urlsplit(href)
        except ValueError:
            return None
        if parts.scheme or parts.netloc or "\\" in href or not parts.path:
            return None
        written = unquote(parts.path)
        folder = "" if written.startswith("/") else posixpath.dirname(source_path)
        target = posixpath.normpath(posixpath.join(folder, written.lstrip("/")))
        found = self.addresses.get(target)
        if found is None or not parts.fragment:
            return found
        return f"{found.partition('#')[0]}#{quote(unquote(parts.fragment))}"


def source_links(catalog: Catalog, media: Iterable[MediaFile], pages: Mapping[str, str]) -> SourceLinks:
    """The addresses of all that is in *catalog*, of *media* files and hand-written *pages*, former names included."""
    files = tuple(media)
    addresses: dict[str, str] = {}
    for former, present in _former_paths(catalog):
        addresses[former] = present
    addresses.update(_present_paths(catalog))
    addresses.update({file.source_path: file.address for file in files})
    addresses.update(pages)
    sizes = {file.address: file.size for file in files if file.size is not None}
    return SourceLinks(addresses=addresses, sizes=sizes)


def _present_paths(catalog: Catalog) -> Iterator[tuple[str, str]]:
    yield "communities", home_url()
    yield catalog.organisation.origin.path, home_url()
    for kind in catalog.kinds.values():
        yield kind.origin.path, kind_url(kind.id)
    for community in catalog.communities.values():
        address = community_url(community.id)
        folder = posixpath.dirname(community.charter.origin.path)
        yield community.charter.origin.path, address
        for name in ("", "/artifacts", "/measurements", "/reuse", "/README.md"):
            yield folder + name, address
        for measurement in community.measurements.values():
            yield measurement.origin.path, f"{address}#indicator-{measurement.indicator}"
        for artifact in community.artifacts:
            yield artifact.origin.path, artifact_url(artifact.ref)
        for record in community.reuse_records:
            artifact_used = catalog.artifact(record.artifact)
            yield record.origin.path, address if artifact_used is None else artifact_url(artifact_used.ref)


def _former_paths(catalog: Catalog) -> Iterator[tuple[str, str]]:
    for former, present in catalog.former_artifacts.items():
        community, _, slug = former.partition("/")
        yield f"communities/{community}/artifacts/{slug}.md", artifact_url(present)
    for former_slug, community_id in catalog.former_communities.items():
        yield f"communities/{former_slug}/charter.yml", community_url(community_id)
        yield f"communities/{former_slug}", community_url(community_id)
    for artifact in catalog.artifacts.values():
        lineage = catalog.history.lineages.get(artifact.origin.path)
        for path in () if lineage is None else lineage.former_paths:
            yield path, artifact_url(artifact.ref)
