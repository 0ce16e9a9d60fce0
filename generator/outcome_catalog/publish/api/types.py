"""What ``/api/v1/catalog.json`` holds. Keys are added, never renamed; a break is ``/api/v2/``."""

from dataclasses import dataclass

SCHEMA_VERSION = "1.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedSource:
    """The file that a record was read from, and a commit that touched it."""

    path: str
    commit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedCommunity:
    """A community."""

    id: str
    title: str
    summary: str
    type: str | None
    lifecycle: str
    vitality: str
    started: str
    artifacts: int
    former_slugs: tuple[str, ...]
    url: str
    source: PublishedSource


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedReuseCounts:
    """Counted uses by grade (claimed, attested, verified), and events that are not counted, by reason."""

    claimed: int
    attested: int
    verified: int
    broken: int
    withdrawn: int
    rejected: int
    internal: int
    planned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedArtifact:
    """An artifact."""

    id: str
    community: str
    kind: str
    title: str
    summary: str
    status: str
    date: str
    created: str | None
    modified: str | None
    revisions: int
    contributors: int
    authors: tuple[str, ...]
    output: str | None
    outcomes: tuple[str, ...]
    audience: tuple[str, ...]
    tags: tuple[str, ...]
    language: str | None
    license: str | None
    period: str | None
    former: tuple[str, ...]
    superseded_by: str | None
    translation_of: str | None
    reused: int
    reuse_state: str
    reuse: PublishedReuseCounts
    url: str
    source: PublishedSource


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedParty:
    """Who reuses."""

    unit: str | None
    external: str | None
    community: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedPlace:
    """Where it is used."""

    title: str | None
    url: str | None
    artifact: str | None
    repository: str | None
    path: str | None
    commit: str | None
    internal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedReuse:
    """One source that says an artifact is reused: a reuse record, or a ``based_on`` entry."""

    id: str
    use: str
    artifact: str
    used_by: PublishedParty
    used_in: PublishedPlace
    mode: str
    date: str | None
    ended: str | None
    recorded: str | None
    grade: str
    counted: bool
    not_counted: str | None
    reason: str
    proof: str | None
    source: PublishedSource


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedCatalog:
    """The whole catalog as data."""

    schema_version: str
    as_of: str
    commit: str | None
    history: str
    site_url: str | None
    organisation: str
    communities: tuple[PublishedCommunity, ...]
    artifacts: tuple[PublishedArtifact, ...]
    reuses: tuple[PublishedReuse, ...]
