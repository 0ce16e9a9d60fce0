"""What evidence is looked up in, prepared once for a catalog so that every record is judged in constant time."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from outcome_catalog.insights.membership import Parents, unit_parents
from outcome_catalog.insights.repository_places import RepositoryPlaces
from outcome_catalog.insights.sentences import Sentences, says
from outcome_catalog.model.artifact import Artifact, Mode
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.history import Commit, Depth, History, no_history
from outcome_catalog.model.ids import ArtifactRef, CommitId, UnitId
from outcome_catalog.model.people import Belonging, Person

_ARTIFACT_FILE = re.compile(r"communities/([^/]+)/artifacts/([^/]+)\.md")
NOT_USED = frozenset({Mode.PLANNED, Mode.TRIED_REJECTED})
"""The modes that are worth recording and are no use (data-model §6)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookups:
    """A catalog and what is looked up in it again and again.

    *named_by* says which artifacts a place of use derives from or links to.
    """

    catalog: Catalog
    parents: Parents
    unit_titles: Mapping[UnitId, str]
    left_out: frozenset[str]
    repository: RepositoryPlaces
    named_by: Mapping[ArtifactRef, frozenset[ArtifactRef]]

    @classmethod
    def of(cls, catalog: Catalog) -> "Lookups":
        """The lookups of *catalog*."""
        places = {record.used_in.artifact for record in catalog.reuse_records() if record.used_in.artifact is not None}
        artifacts = {a.ref: a for a in map(catalog.artifact, sorted(places)) if a is not None}
        return cls(
            catalog=catalog,
            parents=unit_parents(catalog.organisation),
            unit_titles={unit.id: unit.title for unit in catalog.organisation.units},
            left_out=catalog.names_left_out(),
            repository=_repository_places(catalog),
            named_by={ref: frozenset(_named(artifact, catalog)) for ref, artifact in artifacts.items()},
        )

    def author(self, commit: Commit) -> Person | None:
        """The person who made *commit*, where people.yml holds the e-mail."""
        return self.catalog.author(commit.email)

    def belonging(self, commit: Commit) -> Belonging:
        """Where the author of *commit* belonged on its day; nowhere, for an author whom people.yml does not know."""
        person = self.author(commit)
        return Belonging() if person is None else person.belonging_on(commit.day)

    def title_of(self, belonging: Belonging) -> str:
        """What the unit or the organisation of *belonging* is called; a unit that is not listed by its id."""
        if belonging.unit is None:
            return belonging.external or ""
        return self.unit_titles.get(belonging.unit, belonging.unit)

    def places_in_lineage(self, path: str) -> Mapping[CommitId, int]:
        """The commits of the file at *path*, each with its number in history order, from 0."""
        lineage = self.catalog.history.lineages.get(path)
        return {} if lineage is None else {revision.commit: n for n, revision in enumerate(lineage.revisions)}

    def introduction(self, path: str, reference: str | None = None) -> Commit | None:
        """The commit that brought the file at *path*, or *reference* in it, in; None where that is not known.

        In a shallow clone the oldest commit at hand seems to bring in every file it finds, so a file's first known
        commit is not known to have brought in anything (trust: dates that lie). Nobody stands for a file as it lies
        here while it holds changes that are not committed.
        """
        history = self.catalog.history
        if reference is None and path in history.dirty_paths:
            return None
        first = first_commit(history, path)
        commit = first if reference is None else history.introduced(path, reference)
        return None if history.depth is Depth.SHALLOW and commit == first else commit

    def unknown_because(self, path: str) -> Sentences:
        """Why :meth:`introduction` knows no commit for the file at *path*, as a clause."""
        history = self.catalog.history
        if history.depth is Depth.NONE:
            return says("unknown.no_history")
        if history.depth is Depth.SHALLOW:
            return says("unknown.shallow")
        if first_commit(history, path) is None:
            return says("unknown.not_committed")
        if path in history.dirty_paths:
            return says("unknown.changed")
        return says("unknown.not_told")


def first_commit(history: History, path: str) -> Commit | None:
    """The first known commit of the lineage of the file at *path*, or None where git does not know the file."""
    lineage = history.lineages.get(path)
    return None if lineage is None else history.commits[lineage.revisions[0].commit]


def _repository_places(catalog: Catalog) -> RepositoryPlaces:
    """The places of this repository, where any record names a repository at all."""
    is_asked = any(record.used_in.repository is not None for record in catalog.reuse_records())
    return RepositoryPlaces.of(catalog.history if is_asked else no_history())


def _named(artifact: Artifact, catalog: Catalog) -> Iterator[ArtifactRef]:
    for entry in artifact.based_on:
        if entry.artifact is not None and entry.mode not in NOT_USED:
            source = catalog.artifact(entry.artifact)
            if source is not None:
                yield source.ref
    for link in artifact.body.links:
        target = linked_artifact(artifact, link.target)
        source = None if target is None else catalog.artifact(target)
        if source is not None:
            yield source.ref


def linked_artifact(artifact: Artifact, target: str) -> ArtifactRef | None:
    """The reference of the artifact that a relative link of *artifact*'s text leads to, or None."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(artifact.origin.path), unquote(parts.path)))
    match = _ARTIFACT_FILE.fullmatch(path)
    return None if match is None else ArtifactRef(f"{match[1]}/{match[2]}")
