"""The whole catalog: every record that was read without an error, and the ways between them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from outcome_catalog.diagnostics import Diagnostic
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.charter import Charter
from outcome_catalog.model.history import History
from outcome_catalog.model.ids import ArtifactRef, CommunityId, IndicatorId, KindId, PersonId
from outcome_catalog.model.kind import Kind
from outcome_catalog.model.measurement import Measurement
from outcome_catalog.model.organisation import Organisation
from outcome_catalog.model.people import PeopleRegister, Person
from outcome_catalog.model.reuse import ReuseRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Community:
    """A community: its charter and all that lies in its folder."""

    id: CommunityId
    charter: Charter
    artifacts: tuple[Artifact, ...] = ()
    measurements: Mapping[IndicatorId, Measurement] = field(default_factory=dict)
    reuse_records: tuple[ReuseRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A document that was not published, and the findings that say why.

    *ref* is what other records call it (a community's slug, ``community/artifact``), None where nothing refers to it.
    """

    path: str
    ref: str | None
    former: tuple[str, ...] = ()
    """What it was called before, as far as the file itself or git tells."""
    because: tuple[Diagnostic, ...]


class RecordKind(StrEnum):
    """What sort of record is recorded on a day of its own."""

    COMMUNITY = "community"
    ARTIFACT = "artifact"
    BASED_ON = "based_on entry"
    REUSE = "reuse record"
    CONFIRMATION = "confirmation"
    VALUE = "measured value"
    CHARTER_CHANGE = "change of a charter"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotShown:
    """A record of the file at *path* that is not in the catalog, because it was recorded after the catalog's day.

    *name* tells it from others of the file: what it names or the day it is of. *recorded* is the day it was recorded,
    None where it names something that was recorded later, or is not committed yet.
    """

    path: str
    kind: RecordKind
    name: str
    recorded: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """Everything that was read, as of one day.

    *read_on* is the day it was read, which may be later than *as_of*: what has not come by then lies in the future,
    whatever day the figures are as of; None where that is not known. *not_shown* is what was recorded after *as_of*,
    *whole* then the catalog that holds that as well (see :mod:`outcome_catalog.assembly.as_of`).

    Mappings are in the order of their keys. *people_register* is people.yml as it stands, an id that is given twice
    included. *former_artifacts* and *former_communities* lead from a former name to the present one. *files* holds
    every path below ``communities/`` that is an ordinary file, so that links can be checked.
    """

    as_of: date
    read_on: date | None = None
    organisation: Organisation
    people: Mapping[PersonId, Person] = field(default_factory=dict)
    people_register: PeopleRegister | None = None
    kinds: Mapping[KindId, Kind] = field(default_factory=dict)
    communities: Mapping[CommunityId, Community] = field(default_factory=dict)
    artifacts: Mapping[ArtifactRef, Artifact] = field(default_factory=dict)
    former_artifacts: Mapping[ArtifactRef, ArtifactRef] = field(default_factory=dict)
    former_communities: Mapping[CommunityId, CommunityId] = field(default_factory=dict)
    person_by_email: Mapping[str, PersonId] = field(default_factory=dict)
    history: History
    files: frozenset[str] = frozenset()
    left_out: tuple[LeftOut, ...] = ()
    not_shown: tuple[NotShown, ...] = ()
    whole: "Catalog | None" = None

    def artifact(self, ref: str) -> Artifact | None:
        """The artifact that *ref* names today or named formerly, or None."""
        name = ArtifactRef(ref)
        return self.artifacts.get(self.former_artifacts.get(name, name))

    def community(self, slug: str) -> Community | None:
        """The community that *slug* names today or named formerly, or None."""
        name = CommunityId(slug)
        return self.communities.get(self.former_communities.get(name, name))

    def names_left_out(self) -> frozenset[str]:
        """Every name, present or former, of a document that exists but was left out for its errors."""
        return frozenset(
            name for document in self.left_out for name in (document.ref, *document.former) if name is not None
        )

    def author(self, email: str) -> Person | None:
        """The person whose e-mails hold *email* (case aside), or None."""
        person = self.person_by_email.get(email.casefold())
        return None if person is None else self.people[person]

    def reuse_records(self) -> Iterator[ReuseRecord]:
        """All reuse records, by community and file name."""
        for community in self.communities.values():
            yield from community.reuse_records
