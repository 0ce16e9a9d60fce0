"""Pages that lead from an address something had to the one it has now; never over a page that is there."""

import posixpath
import re
from collections.abc import Collection, Iterator

from markupsafe import Markup

from outcome_catalog.model.catalog import Catalog
from outcome_catalog.publish.addresses import artifact_url, community_url
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.relative_links import relative_link

_ARTIFACT_PATH = re.compile(r"communities/([a-z0-9-]+)/artifacts/([a-z0-9-]+)\.md")
_CHARTER_PATH = re.compile(r"communities/([a-z0-9-]+)/charter\.yml")
_PAGE = Markup(
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Moved</title>\n'
    '<link rel="canonical" href="{link}">\n<meta name="robots" content="noindex">\n'
    '<meta http-equiv="refresh" content="0; url={link}">\n</head>\n'
    '<body><p>This page has moved to <a href="{link}">{link}</a>.</p></body>\n</html>\n'
)


def redirects(catalog: Catalog, taken: Collection[str]) -> Iterator[Output]:
    """A redirect page for each former address that is not among the *taken* ones, by address."""
    for former, present in sorted(former_addresses(catalog).items()):
        if former not in taken:
            link = relative_link(present, former)
            yield Output(path=f"{former}index.html", content=str(_PAGE.format(link=link)))


def former_addresses(catalog: Catalog) -> dict[str, str]:
    """From each address that an artifact or a community had to the one it has.

    What the files say (``former``, ``former_slugs``) rules; git's own rename record tells the rest. An address that a
    community had covers those of its artifacts.
    """
    found: dict[str, str] = {}
    for artifact in catalog.artifacts.values():
        for former in _names(catalog, artifact.origin.path, _ARTIFACT_PATH):
            found[f"{former}/"] = artifact_url(artifact.ref)
    for community in catalog.communities.values():
        for former in _names(catalog, community.charter.origin.path, _CHARTER_PATH):
            found[f"{former}/"] = community_url(community.id)
    for slug, community_id in catalog.former_communities.items():
        found[f"{slug}/"] = community_url(community_id)
        for artifact in catalog.communities[community_id].artifacts:
            found[posixpath.join(slug, artifact.slug, "")] = artifact_url(artifact.ref)
    for former_ref, present in catalog.former_artifacts.items():
        found[f"{former_ref}/"] = artifact_url(present)
    return found


def _names(catalog: Catalog, path: str, pattern: re.Pattern[str]) -> Iterator[str]:
    lineage = catalog.history.lineages.get(path)
    for former in () if lineage is None else lineage.former_paths:
        match = pattern.fullmatch(former)
        if match is not None:
            yield "/".join(match.groups())
