"""The live preview keeps a broken document up as it last was: its message is shown on a page that is still there."""

from collections.abc import Iterable
from dataclasses import replace

from outcome_catalog.diagnostics import Severity
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.catalog import Catalog, Community
from outcome_catalog.rules import findings


def kept_up(catalog: Catalog, last_good: Catalog) -> Catalog:
    """*catalog*, with the communities and artifacts that were left out of it as they stand in *last_good*.

    Where they do not fit together any more, it is *catalog* as it is.
    """
    left_out = {document.ref for document in catalog.left_out}
    lost = {ref: a for ref, a in last_good.artifacts.items() if ref in left_out or a.community in left_out}
    communities = dict(catalog.communities)
    for slug, community in last_good.communities.items():
        if slug in left_out and slug not in communities:
            communities[slug] = replace(community, artifacts=())
    communities = {slug: _with(community, lost.values()) for slug, community in sorted(communities.items())}
    artifacts = {a.ref: a for community in communities.values() for a in community.artifacts}
    whole = replace(catalog, communities=communities, artifacts=dict(sorted(artifacts.items())))
    kept_paths = {artifact.origin.path for artifact in lost.values()}
    errors = {finding.span.path for finding in findings(whole) if finding.severity is Severity.ERROR}
    return catalog if errors & kept_paths or not lost else whole


def _with(community: Community, lost: Iterable[Artifact]) -> Community:
    own = {artifact.slug: artifact for artifact in lost if artifact.community == community.id}
    own |= {artifact.slug: artifact for artifact in community.artifacts}
    return replace(community, artifacts=tuple(own[slug] for slug in sorted(own)))
