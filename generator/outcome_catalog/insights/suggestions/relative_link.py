"""A sign of reuse: one community's text links to another's artifact, and no entry and no record tells about it.

A link is the least that reuse leaves behind, so what it suggests is a citation. Images are no links, and a report on a
period is passed over: of 63 such links in a real catalog 34 stood in reports that told what others had written.
"""

from collections.abc import Iterator

from outcome_catalog.insights.lookups import linked_artifact
from outcome_catalog.insights.sentences import says
from outcome_catalog.insights.suggestions.suggestion import Clue, CopiesOf, Sign
from outcome_catalog.insights.suggestions.told import is_about_a_period
from outcome_catalog.model.artifact import Artifact, Mode
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.ids import ArtifactRef


def clues(catalog: Catalog, _: CopiesOf) -> Iterator[Clue]:
    """One clue for each artifact that another's text links to, at the first of the links."""
    for artifact in catalog.artifacts.values():
        if not is_about_a_period(artifact):
            yield from _clues_of(artifact, catalog)


def _clues_of(artifact: Artifact, catalog: Catalog) -> Iterator[Clue]:
    seen: set[ArtifactRef] = set()
    for link in artifact.body.links:
        target = None if link.is_image else linked_artifact(artifact, link.target)
        source = None if target is None else catalog.artifact(target)
        if source is None or source.ref in seen or source is artifact:
            continue
        seen.add(source.ref)
        yield Clue(
            sign=SIGN.id,
            source=source.ref,
            reusing=artifact.ref,
            mode=Mode.CITED,
            why=says("clue.link"),
            path=artifact.origin.path,
            line=link.span.line,
            excerpt=link.target,
        )


SIGN = Sign(id="relative-link", clues=clues)
