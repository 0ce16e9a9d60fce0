"""Strictness grows with maturity: a proposed charter may be unfinished, an active one may not."""

from dataclasses import replace

from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.artifact import Artifact, ArtifactStatus
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import Lifecycle
from outcome_catalog.model.ids import CommunityId


def fitting_severity(finding: Diagnostic, catalog: Catalog) -> Diagnostic:
    """*finding*, as a warning where it is an error in the folder of a community that is only proposed.

    A reuse record is not softened: it counts as soon as it is there, however young the community is.
    """
    path = finding.span.path
    if finding.severity is Severity.ERROR and "/reuse/" not in path and _is_proposed(catalog, path):
        return replace(finding, severity=Severity.WARNING)
    return finding


def section_severity(artifact: Artifact, severity: Severity) -> Severity:
    """*severity* of a finding about *artifact*'s text: a warning at most while the artifact is a draft."""
    if severity is Severity.ERROR and artifact.status is ArtifactStatus.DRAFT:
        return Severity.WARNING
    return severity


def _is_proposed(catalog: Catalog, path: str) -> bool:
    top, _, rest = path.partition("/")
    community = catalog.communities.get(CommunityId(rest.partition("/")[0])) if top == "communities" else None
    return community is not None and community.charter.lifecycle is Lifecycle.PROPOSED
