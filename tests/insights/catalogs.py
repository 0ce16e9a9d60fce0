"""Small catalogs, named for what they give: every value that a test does not name has a plain default."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from outcome_catalog.diagnostics import Span
from outcome_catalog.model.artifact import Artifact, BasedOn, Body, Link, Mode
from outcome_catalog.model.catalog import Catalog, Community
from outcome_catalog.model.charter import (
    Charter,
    DatedValue,
    Direction,
    Goal,
    Indicator,
    Lifecycle,
    Outcome,
)
from outcome_catalog.model.dates import PartialDate
from outcome_catalog.model.history import Commit, Depth, History, Lineage, Revision
from outcome_catalog.model.ids import (
    ArtifactRef,
    BlobId,
    CommitId,
    CommunityId,
    IndicatorId,
    KindId,
    OutcomeId,
    PersonId,
    UnitId,
)
from outcome_catalog.model.measurement import MeasuredValue, Measurement
from outcome_catalog.model.organisation import Organisation, Settings, Unit
from outcome_catalog.model.origin import Origin
from outcome_catalog.model.people import Person
from outcome_catalog.model.reuse import Confirmation, ReuseRecord, UsedBy, UsedIn, stated_mode

TODAY = datetime.date(2026, 6, 30)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def artifact_path(ref: str) -> str:
    community, _, slug = ref.partition("/")
    return f"communities/{community}/artifacts/{slug}.md"


def record_path(record_id: str) -> str:
    community, _, name = record_id.partition("/")
    return f"communities/{community}/reuse/{name}.yml"


def an_artifact(ref: str, **values: Any) -> Artifact:
    community, _, slug = ref.partition("/")
    path = artifact_path(ref)
    links = tuple(Link(target=target, is_image=False, span=Span(path=path)) for target in values.pop("links", ()))
    given: dict[str, Any] = {
        "title": slug,
        "kind": KindId("how-to"),
        "summary": slug,
        "date": day("2025-01-15"),
        "authors": (PersonId("author"),),
        "body": Body(text="", span=Span(path=path), links=links),
        "origin": Origin(path=path),
    }
    return Artifact(ref=ArtifactRef(ref), community=CommunityId(community), slug=slug, **(given | values))


def based_on(ref: str, mode: Mode | None = Mode.ADAPTED) -> BasedOn:
    return BasedOn(artifact=ArtifactRef(ref), mode=mode)


def a_record(record_id: str, artifact: str, **values: Any) -> ReuseRecord:
    community = record_id.partition("/")[0]
    given: dict[str, Any] = {
        "used_by": UsedBy(external="Harbour Works"),
        "used_in": UsedIn(title="Harbour Works, internally", visibility="internal"),
        "mode": Mode.AS_IS,
        "origin": Origin(path=record_path(record_id)),
    }
    return ReuseRecord(
        id=record_id, community=CommunityId(community), artifact=ArtifactRef(artifact), **(given | values)
    )


def confirmation_by(person: str, on: str = "2025-06-01") -> Confirmation:
    return Confirmation(person=PersonId(person), date=day(on))


def used_since(text: str) -> PartialDate:
    return PartialDate.parse(text)


def a_person(name: str, **values: Any) -> Person:
    given: dict[str, Any] = {"name": name, "emails": (f"{name}@example.org",)}
    return Person(id=PersonId(name), **(given | values))


def an_indicator(name: str = "response-time", **values: Any) -> Indicator:
    given: dict[str, Any] = {
        "title": name,
        "unit": "hours",
        "direction": Direction.INCREASE,
        "baseline": DatedValue(date=day("2025-01-01"), value=0.0),
        "targets": (DatedValue(date=day("2027-01-01"), value=100.0),),
    }
    return Indicator(id=IndicatorId(name), **(given | values))


def a_charter(community: str, **values: Any) -> Charter:
    indicators = values.pop("indicators", ())
    given: dict[str, Any] = {
        "title": community,
        "summary": community,
        "lifecycle": Lifecycle.ACTIVE,
        "started": day("2024-01-01"),
        "goal": Goal(statement="People find what others already solved."),
        "outcomes": (Outcome(id=OutcomeId("faster"), title="Faster", indicators=tuple(indicators)),),
        "origin": Origin(path=f"communities/{community}/charter.yml"),
    }
    return Charter(**(given | values))


def measured(community: str, indicator: str, *values: tuple[str, float | bool]) -> Measurement:
    return Measurement(
        community=CommunityId(community),
        indicator=IndicatorId(indicator),
        values=tuple(MeasuredValue(date=day(on), value=value) for on, value in values),
        origin=Origin(path=f"communities/{community}/measurements/{indicator}.yml"),
    )


class Git:
    """A history written commit by commit; each names its author's e-mail, its day and what it brought in."""

    def __init__(self, depth: Depth = Depth.COMPLETE, remote_url: str | None = None) -> None:
        self.depth = depth
        self.remote_url = remote_url
        self.commits: dict[CommitId, Commit] = {}
        self.revisions: dict[str, list[Revision]] = {}
        self.introductions: dict[tuple[str, str], CommitId] = {}
        self.reused_from: dict[CommitId, tuple[str, ...]] = {}

    def commit(
        self,
        author: str,
        on: str,
        *paths: str,
        brings: Iterable[tuple[str, str]] = (),
        content: str | None = None,
        hash_: str | None = None,
    ) -> CommitId:
        """A commit by *author* that writes *paths* (*content* anew unless given) and brings references in."""
        number = len(self.commits) + 1
        commit = CommitId(hash_ or f"{number:040x}")
        self.commits[commit] = Commit(
            id=commit, name=author, email=f"{author}@example.org", day=day(on), committed=day(on)
        )
        for path in paths:
            blob = BlobId(content or f"{number:040x}")
            self.revisions.setdefault(path, []).append(Revision(commit=commit, path=path, blob=blob))
        for reference in brings:
            self.introductions[reference] = commit
        return commit

    def move(self, author: str, on: str, old: str, new: str, *, edited: bool = False) -> CommitId:
        """A commit that renames *old* to *new*, with another content where it is *edited*."""
        earlier = self.revisions.pop(old)
        self.revisions[new] = earlier
        return self.commit(author, on, new, content=None if edited else earlier[-1].blob)

    @property
    def history(self) -> History:
        return History(
            depth=self.depth,
            remote_url=self.remote_url,
            commits=self.commits,
            lineages={p: Lineage(path=p, revisions=tuple(found)) for p, found in sorted(self.revisions.items())},
            introductions=self.introductions,
            reused_from=self.reused_from,
        )


def a_catalog(
    *parts: Artifact | ReuseRecord | Person | Measurement,
    charters: Mapping[str, Charter] | None = None,
    history: History | None = None,
    **values: Any,
) -> Catalog:
    """The catalog that holds *parts*; a community is there for each that a part names, with a plain charter."""
    charters = charters or {}
    artifacts = {part.ref: part for part in sorted_by_ref(parts)}
    named = {part.community for part in parts if not isinstance(part, Person)} | set(charters)
    people = {part.id: part for part in parts if isinstance(part, Person)}
    given: dict[str, Any] = {
        "as_of": TODAY,
        "organisation": an_organisation(),
        "people": people,
        "communities": {CommunityId(name): a_community(name, parts, charters.get(name)) for name in sorted(named)},
        "artifacts": artifacts,
        "former_artifacts": {former: ref for ref, artifact in artifacts.items() for former in artifact.former},
        "person_by_email": {email: person.id for person in people.values() for email in person.emails},
        "history": _with_first_words(history or History(depth=Depth.NONE), parts),
    }
    return Catalog(**(given | values))


def _with_first_words(history: History, parts: Iterable[object]) -> History:
    """*history* in which every record said from its first commit what it says, where a test tells nothing else."""
    introductions = dict(history.introductions)
    for record in (part for part in parts if isinstance(part, ReuseRecord)):
        lineage = history.lineages.get(record.origin.path)
        for words in () if lineage is None else (record.artifact, stated_mode(record.mode)):
            introductions.setdefault((record.origin.path, words), lineage.revisions[0].commit)
    return replace(history, introductions=introductions)


def sorted_by_ref(parts: Iterable[object]) -> list[Artifact]:
    return sorted((part for part in parts if isinstance(part, Artifact)), key=lambda artifact: artifact.ref)


def a_community(name: str, parts: Iterable[object] = (), charter: Charter | None = None) -> Community:
    parts = tuple(parts)
    return Community(
        id=CommunityId(name),
        charter=charter or a_charter(name),
        artifacts=tuple(artifact for artifact in sorted_by_ref(parts) if artifact.community == name),
        measurements={p.indicator: p for p in parts if isinstance(p, Measurement) and p.community == name},
        reuse_records=tuple(p for p in parts if isinstance(p, ReuseRecord) and p.community == name),
    )


def an_organisation(*units: tuple[str, str | None], **settings: Any) -> Organisation:
    return Organisation(
        name="Meadow Union",
        units=tuple(
            Unit(id=UnitId(unit), title=unit, parent=None if parent is None else UnitId(parent))
            for unit, parent in units
        ),
        settings=Settings(**settings),
        origin=Origin(path="communities/organisation.yml"),
    )
