"""The catalog that valid documents and their history make, with every way between its records."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import chain

from outcome_catalog.assembly.records import artifact_record, record, reuse_record
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.catalog import Catalog, Community, LeftOut
from outcome_catalog.model.charter import Charter
from outcome_catalog.model.history import History
from outcome_catalog.model.ids import ArtifactRef, CommunityId, IndicatorId, KindId
from outcome_catalog.model.kind import Kind
from outcome_catalog.model.measurement import Measurement
from outcome_catalog.model.organisation import Organisation
from outcome_catalog.model.people import PeopleRegister
from outcome_catalog.sources.discover import Role
from outcome_catalog.sources.document import Document


def assemble(
    documents: Iterable[Document],
    kinds: Mapping[KindId, Kind],
    *,
    history: History,
    as_of: date,
    files: frozenset[str] = frozenset(),
    left_out: tuple[LeftOut, ...] = (),
) -> Catalog | None:
    """The catalog of *documents*, which hold no error, and of the *kinds* there are; None without an organisation.

    It holds all that was read, whatever day it was recorded (see :mod:`outcome_catalog.assembly.as_of`).
    A document of a community that has no charter among *documents* is passed over: it has no page to stand on.
    """
    by_role: dict[Role, list[Document]] = {role: [] for role in Role}
    for document in documents:
        by_role[document.file.role].append(document)
    if not by_role[Role.ORGANISATION]:
        return None
    register = record(PeopleRegister, by_role[Role.PEOPLE][0]) if by_role[Role.PEOPLE] else None
    people = {person.id: person for person in register.people} if register else {}
    communities = _communities(by_role)
    artifacts = {a.ref: a for c in communities.values() for a in c.artifacts}
    former_communities = _former_communities(communities)
    return Catalog(
        as_of=as_of,
        organisation=record(Organisation, by_role[Role.ORGANISATION][0]),
        people=people,
        people_register=register,
        kinds=kinds,
        communities=communities,
        artifacts=artifacts,
        former_artifacts=_former_artifacts(artifacts, former_communities),
        former_communities=former_communities,
        person_by_email={mail.casefold(): person.id for person in people.values() for mail in person.emails},
        history=history,
        files=files,
        left_out=left_out,
    )


def _communities(by_role: Mapping[Role, list[Document]]) -> dict[CommunityId, Community]:
    charters = {CommunityId(str(d.file.community)): record(Charter, d) for d in by_role[Role.CHARTER]}
    artifacts = _by_community(by_role[Role.ARTIFACT])
    measurements = _by_community(by_role[Role.MEASUREMENT])
    reuses = _by_community(by_role[Role.REUSE])
    return {
        slug: Community(
            id=slug,
            charter=charters[slug],
            artifacts=tuple(sorted(map(artifact_record, artifacts.get(slug, ())), key=lambda a: a.slug)),
            measurements={
                IndicatorId(str(d.file.slug)): record(Measurement, d, community=slug)
                for d in measurements.get(slug, ())
            },
            reuse_records=tuple(sorted(map(reuse_record, reuses.get(slug, ())), key=lambda r: r.id)),
        )
        for slug in sorted(charters)
    }


def _by_community(documents: Iterable[Document]) -> dict[CommunityId, list[Document]]:
    grouped: dict[CommunityId, list[Document]] = {}
    for document in documents:
        grouped.setdefault(CommunityId(str(document.file.community)), []).append(document)
    return grouped


def _former_communities(communities: Mapping[CommunityId, Community]) -> dict[CommunityId, CommunityId]:
    """Former slugs to present ones; a slug that is in use today is never a former one."""
    return {
        former: slug
        for slug, community in communities.items()
        for former in community.charter.former_slugs
        if former not in communities
    }


def _former_artifacts(
    artifacts: Mapping[ArtifactRef, Artifact], former_communities: Mapping[CommunityId, CommunityId]
) -> dict[ArtifactRef, ArtifactRef]:
    """Former references to present ones: those an artifact states, and its own below a former slug of its community."""
    slugs: dict[CommunityId, list[CommunityId]] = {}
    for former, slug in former_communities.items():
        slugs.setdefault(slug, []).append(former)
    moved = (
        (ArtifactRef(f"{former}/{artifact.slug}"), artifact.ref)
        for artifact in artifacts.values()
        for former in slugs.get(artifact.community, ())
    )
    stated = ((former, artifact.ref) for artifact in artifacts.values() for former in artifact.former)
    return {former: ref for former, ref in chain(moved, stated) if former not in artifacts}
