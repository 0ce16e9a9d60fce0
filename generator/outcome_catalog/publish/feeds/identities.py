"""Names of feeds and entries that stay the same for good (RFC 4287 §4.2.6), whatever is renamed, retitled or moved.

A name is made from the organisation's name and from the first name that the thing is known to have had. The site's
address is no part of it, so that a site may move and no reader is shown everything again.
"""

from collections.abc import Mapping
from uuid import NAMESPACE_URL, uuid5

from outcome_catalog.insights.figures import ReuseEvent
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.catalog import Catalog, Community
from outcome_catalog.model.ids import ArtifactRef
from outcome_catalog.publish.former_names import former_artifact_names, former_community_names


def permanent_id(catalog: Catalog, sort: str, name: str) -> str:
    """The identity of the *sort* of thing that was first called *name*, in git perhaps by bytes that are no text."""
    whole = "\n".join(("outcome-catalog", catalog.organisation.name, sort, name))
    return uuid5(NAMESPACE_URL, whole.encode("utf-8", "backslashreplace").decode("utf-8")).urn


def first_community_name(catalog: Catalog, community: Community) -> str:
    """What *community* was first called, as far as git or its charter tells."""
    charter = community.charter
    return next(former_community_names(catalog, charter.origin.path), (*charter.former_slugs, community.id)[0])


def first_artifact_names(catalog: Catalog) -> Mapping[ArtifactRef, str]:
    """What each artifact was first called, each name once.

    Where one has the place that another had before it, the older one keeps the name alone.
    """
    oldest_first = sorted(catalog.artifacts.values(), key=lambda a: catalog.history.created(a.origin.path) or a.date)
    names: dict[ArtifactRef, str] = {}
    taken: set[str] = set()
    for artifact in oldest_first:
        name = _first_name(catalog, artifact)
        names[artifact.ref] = f"{name} of {_first_commit(catalog, artifact)}" if name in taken else name
        taken.add(name)
    return names


def event_name(catalog: Catalog, event: ReuseEvent, names: Mapping[ArtifactRef, str]) -> str:
    """What the reuse *event* was first called: an entry by the *names* of its two artifacts, a record by its file."""
    reusing, is_entry, _ = event.id.partition(">")
    if is_entry:
        return ">".join(_named(catalog, ref, names) for ref in (reusing, event.artifact))
    lineage = catalog.history.lineages.get(event.source_path)
    return (*(() if lineage is None else lineage.former_paths), event.source_path)[0]


def _named(catalog: Catalog, ref: str, names: Mapping[ArtifactRef, str]) -> str:
    artifact = catalog.artifact(ref)
    return ref if artifact is None else names[artifact.ref]


def _first_name(catalog: Catalog, artifact: Artifact) -> str:
    return next(former_artifact_names(catalog, artifact.origin.path), (*artifact.former, artifact.ref)[0])


def _first_commit(catalog: Catalog, artifact: Artifact) -> str:
    commits = catalog.history.revisions_of(artifact.origin.path)
    return commits[0].id if commits else artifact.ref
