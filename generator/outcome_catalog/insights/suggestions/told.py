"""Which pairs of artifacts no suggestion is made for: their reuse is told already, or one is the other in new clothes.

A ``based_on`` entry or a reuse record tells of a pair whatever its mode, and so does a record that is withdrawn. To say
"this is no reuse", the record is added with ``withdrawn``: it counts nowhere, and it says who found out, when and why.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from outcome_catalog.insights.suggestions.suggestion import Clue
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.ids import ArtifactRef

Pair = frozenset[ArtifactRef]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told of pairs of artifacts, whichever of the two is the source."""

    catalog: Catalog
    pairs: frozenset[Pair]

    @classmethod
    def of(cls, catalog: Catalog) -> "Told":
        """What *catalog* tells."""
        return cls(catalog=catalog, pairs=frozenset(_pairs(catalog)))

    def is_open(self, clue: Clue) -> bool:
        """True where the clue may be news: two communities' artifacts, of which nothing is told."""
        artifacts = self.catalog.artifacts
        source, reusing = artifacts[clue.source], artifacts[clue.reusing]
        if source.community == reusing.community or reusing.translation_of is not None:
            return False
        pair = frozenset((original(self.catalog, source), clue.reusing))
        return pair not in self.pairs and not _share_a_lineage(self.catalog, source, reusing)


def is_about_a_period(artifact: Artifact) -> bool:
    """True for a report: that it speaks of others' work, or fills in the form that others filled in, is no reuse."""
    return artifact.period is not None


def original(catalog: Catalog, artifact: Artifact) -> ArtifactRef:
    """What *artifact* is a translation of, or itself: a translation is its original in another language."""
    found = None if artifact.translation_of is None else catalog.artifact(artifact.translation_of)
    return artifact.ref if found is None else found.ref


def _pairs(catalog: Catalog) -> Iterator[Pair]:
    for artifact in catalog.artifacts.values():
        named = (artifact.superseded_by, *(entry.artifact for entry in artifact.based_on))
        yield from (_pair(catalog, artifact.ref, ref) for ref in named if ref is not None)
    for record in catalog.reuse_records():
        if record.used_in.artifact is not None:
            yield _pair(catalog, record.artifact, record.used_in.artifact)


def _pair(catalog: Catalog, *refs: ArtifactRef) -> Pair:
    artifacts = (catalog.artifact(ref) for ref in refs)
    return frozenset(original(catalog, artifact) for artifact in artifacts if artifact is not None)


def _share_a_lineage(catalog: Catalog, one: Artifact, other: Artifact) -> bool:
    """True where both were one file once: what branches named differently is no copy."""
    lineages = (catalog.history.lineages.get(artifact.origin.path) for artifact in (one, other))
    revisions = [set(lineage.revisions) for lineage in lineages if lineage is not None]
    return len(revisions) > 1 and not revisions[0].isdisjoint(revisions[1])
