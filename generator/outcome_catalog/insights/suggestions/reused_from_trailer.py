"""A sign of reuse: the message of a commit ends with the trailer ``Reused-from: community/artifact``.

What the commit brought in reuses what the trailer names; where it brought in no artifact, what it changed does. Whoever
made the commit said so, which makes this the strongest sign. A name that no artifact has or had is listed as such.
"""

import re
from collections.abc import Iterator

from outcome_catalog.insights.sentences import says
from outcome_catalog.insights.suggestions.suggestion import Clue, CopiesOf, Sign, UnknownSource
from outcome_catalog.model.artifact import Artifact, Mode
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.ids import ArtifactRef, CommitId

_FILE = re.compile(r"(?:.*/)?communities/([^/]+)/artifacts/([^/]+)\.md")


def clues(catalog: Catalog, _: CopiesOf) -> Iterator[Clue]:
    """One clue for each artifact that a commit reuses and each that it names."""
    for commit, reference, reusing in _trailers(catalog):
        source = catalog.artifact(reference)
        if source is not None and source is not reusing:
            made = catalog.history.commits[commit]
            yield Clue(
                sign=SIGN.id,
                source=source.ref,
                reusing=reusing.ref,
                mode=Mode.ADAPTED,
                why=says("clue.trailer", commit=made.short, day=made.day),
                path=reusing.origin.path,
                commit=commit,
                excerpt=f"Reused-from: {reference}",
            )


def unknown_sources(catalog: Catalog) -> Iterator[UnknownSource]:
    """The names in trailers that lead to nothing."""
    for commit, reference, reusing in _trailers(catalog):
        if catalog.artifact(reference) is None:
            yield UnknownSource(reference=reference, reusing=reusing.ref, commit=commit)


def _trailers(catalog: Catalog) -> Iterator[tuple[CommitId, str, Artifact]]:
    """Every commit with a trailer, the reference that it names, and an artifact that the commit is about."""
    history = catalog.history
    about = _artifacts_of_commits(catalog) if history.reused_from else {}
    for commit, values in history.reused_from.items():
        for value in values:
            for reusing in about.get(commit, ()):
                yield commit, _reference(value), reusing


def _artifacts_of_commits(catalog: Catalog) -> dict[CommitId, list[Artifact]]:
    """The artifacts that each commit with a trailer brought in, or else changed."""
    wanted = catalog.history.reused_from.keys()
    changed: dict[CommitId, list[Artifact]] = {}
    added: dict[CommitId, list[Artifact]] = {}
    for artifact in catalog.artifacts.values():
        lineage = catalog.history.lineages.get(artifact.origin.path)
        revisions = () if lineage is None else lineage.revisions
        for number, revision in enumerate(revisions):
            if revision.commit in wanted:
                changed.setdefault(revision.commit, []).append(artifact)
                if number == 0:
                    added.setdefault(revision.commit, []).append(artifact)
    return changed | added


def _reference(value: str) -> ArtifactRef:
    """The reference that a trailer's value begins with: ``community/artifact``, or the path of the artifact's file."""
    first = value.split(maxsplit=1)[0].rstrip(",;.")
    file = _FILE.fullmatch(first)
    return ArtifactRef(first if file is None else f"{file[1]}/{file[2]}")


SIGN = Sign(id="reused-from-trailer", clues=clues)
