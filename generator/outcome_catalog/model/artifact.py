"""An artifact: what a community produced, with its text (data-model §5)."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from outcome_catalog.diagnostics import Span
from outcome_catalog.model.dates import ReportingPeriod
from outcome_catalog.model.ids import ArtifactRef, AudienceId, CommunityId, KindId, OutcomeId, OutputId, PersonId
from outcome_catalog.model.origin import Origin


class ArtifactStatus(StrEnum):
    """Where an artifact stands in its life."""

    DRAFT = "draft"
    PUBLISHED = "published"
    SUPERSEDED = "superseded"
    RETIRED = "retired"


class Mode(StrEnum):
    """How something is reused; the last two are recorded and not counted as use."""

    AS_IS = "as-is"
    ADAPTED = "adapted"
    CITED = "cited"
    TAUGHT = "taught"
    PLANNED = "planned"
    TRIED_REJECTED = "tried-rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class BasedOn:
    """Reuse seen from the reusing side: what this artifact builds on."""

    artifact: ArtifactRef | None = None
    url: str | None = None
    mode: Mode | None = None
    version: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading of a body and what stands under it, up to the next heading of its level or above.

    *heading* is the heading's plain text; *text* is the section's visible plain text without the heading,
    white space folded (an image or a table's cells count as text: their alt text, or a placeholder mark).
    """

    heading: str
    level: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link or an image of a body, with the target as written (entities and escapes resolved)."""

    target: str
    is_image: bool
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An artifact's text in GitHub-Flavored Markdown, and what its structure shows."""

    text: str
    span: Span
    sections: tuple[Section, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """One thing a community produced. *fields* holds the values of the keys that its kind adds."""

    ref: ArtifactRef
    community: CommunityId
    slug: str
    title: str
    kind: KindId
    summary: str
    date: datetime.date
    authors: tuple[PersonId, ...] = ()
    output: OutputId | None = None
    outcomes: tuple[OutcomeId, ...] = ()
    audience: tuple[AudienceId, ...] = ()
    tags: tuple[str, ...] = ()
    language: str | None = None
    license: str | None = None
    status: ArtifactStatus = ArtifactStatus.PUBLISHED
    superseded_by: ArtifactRef | None = None
    review_by: datetime.date | None = None
    period: ReportingPeriod | None = None
    former: tuple[ArtifactRef, ...] = ()
    translation_of: ArtifactRef | None = None
    contributions: Mapping[str, tuple[PersonId, ...]] = field(default_factory=dict)
    based_on: tuple[BasedOn, ...] = ()
    note: str | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)
    body: Body
    origin: Origin
