"""Pages that lead from an address something had to the one it has now; never over a page that is there."""

import posixpath
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from markupsafe import Markup

from outcome_catalog.model.catalog import Catalog
from outcome_catalog.publish.addresses import artifact_url, community_url
from outcome_catalog.publish.former_names import former_artifact_names, former_community_names
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.relative_links import relative_link
from outcome_catalog.publish.words import interface_language

_PAGE = Markup(
    '<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
    '<link rel="canonical" href="{link}">\n<meta name="robots" content="noindex">\n'
    '<meta http-equiv="refresh" content="0; url={link}">\n</head>\n'
    '<body><p>{text} <a href="{link}">{link}</a></p></body>\n</html>\n'
)


def redirects(catalog: Catalog, words: Mapping[str, Any], taken: Collection[str]) -> Iterator[Output]:
    """A redirect page for each former address that is not among the *taken* ones, by address."""
    language, told = interface_language(words), words["moved"]
    for former, present in sorted(former_addresses(catalog).items()):
        if former not in taken:
            link = relative_link(present, former)
            page = _PAGE.format(language=language, title=told["title"], text=told["text"], link=link)
            yield Output(path=f"{former}index.html", content=str(page))


def former_addresses(catalog: Catalog) -> dict[str, str]:
    """From each address that an artifact or a community had to the one it has.

    What the files say (``former``, ``former_slugs``) rules; git's own rename record tells the rest. An address that a
    community had covers those of its artifacts.
    """
    found: dict[str, str] = {}
    for artifact in catalog.artifacts.values():
        for former in former_artifact_names(catalog, artifact.origin.path):
            found[f"{former}/"] = artifact_url(artifact.ref)
    for community in catalog.communities.values():
        for former in former_community_names(catalog, community.charter.origin.path):
            found[f"{former}/"] = community_url(community.id)
    for slug, community_id in catalog.former_communities.items():
        found[f"{slug}/"] = community_url(community_id)
        for artifact in catalog.communities[community_id].artifacts:
            found[posixpath.join(slug, artifact.slug, "")] = artifact_url(artifact.ref)
    for former_ref, present in catalog.former_artifacts.items():
        found[f"{former_ref}/"] = artifact_url(present)
    return found
