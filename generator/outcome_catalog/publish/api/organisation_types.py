"""What ``/api/v1/organisation.json`` and ``/api/v1/index.json`` hold. Keys are added, never renamed."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from outcome_catalog.publish.api.value_types import AttentionItem, RollUp


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """What the organisation wants."""

    id: Annotated[str, "Its id in organisation.yml."]
    title: Annotated[str, "Its title."]
    owner: Annotated[str | None, "Who answers for it."]
    start: Annotated[datetime.date | None, "The first day of its period."]
    end: Annotated[datetime.date | None, "The last day of its period."]
    described_at: Annotated[str | None, "Where it is described."]
    url: Annotated[str, "Its page."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Who is meant to find and use outputs."""

    id: Annotated[str, "Its id in organisation.yml."]
    title: Annotated[str, "Its title."]
    summary: Annotated[str | None, "Who belongs to it."]
    artifacts: Annotated[int, "How many artifacts are meant for it, drafts aside."]
    url: Annotated[str, "Its page."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of the organisation."""

    id: Annotated[str, "Its id in organisation.yml."]
    title: Annotated[str, "Its title."]
    parent: Annotated[str | None, "The unit that it is a part of."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of artifact."""

    id: Annotated[str, "Its id."]
    title: Annotated[str, "Its title."]
    plural: Annotated[str, "The title of several."]
    summary: Annotated[str, "What it is."]
    artifacts: Annotated[int, "How many artifacts are of this kind."]
    url: Annotated[str, "Its page."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Reuse that nobody recorded and that something gives away; no figure counts it."""

    artifact: Annotated[str, "What is perhaps reused, as community/artifact."]
    reusing: Annotated[str, "The artifact that perhaps reuses it."]
    mode: Annotated[str, "In which way, by the strongest sign."]
    sign: Annotated[str, "The strongest sign."]
    why: Annotated[str, "What it says, in a sentence."]
    path: Annotated[str, "The file where it can be seen."]
    line: Annotated[int | None, "The line there."]
    commit: Annotated[str | None, "The commit that shows it."]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutDocument:
    """One finding of a document that was not published for its errors; a document has a row for each."""

    path: Annotated[str, "The document."]
    ref: Annotated[str | None, "What other records call it; null where nothing refers to it."]
    found_in: Annotated[str, "The file of the finding."]
    line: Annotated[int, "The line of the finding."]
    code: Annotated[str, "The code of the finding."]
    message: Annotated[str, "What is wrong."]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterRecord:
    """A record that is not shown, because it came after the day that all figures are computed for."""

    path: Annotated[str, "The file that holds it."]
    sort: Annotated[str, "What sort of record it is."]
    name: Annotated[str, "What tells it from others of the file."]
    recorded: Annotated[datetime.date | None, "The day it was recorded; null where it is not committed yet."]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationFile:
    """The organisation and what the communities' records refer to."""

    schema_version: Annotated[str, "Version of this description."]
    as_of: Annotated[datetime.date, "The day that all figures are computed for."]
    name: Annotated[str, "The organisation's name."]
    summary: Annotated[str | None, "What it is."]
    homepage: Annotated[str | None, "Its own address."]
    objectives: tuple[Objective, ...]
    audiences: tuple[Audience, ...]
    units: tuple[Unit, ...]
    kinds: tuple[Kind, ...]
    rollups: tuple[RollUp, ...]
    attention: tuple[AttentionItem, ...]
    suggestions: tuple[Suggestion, ...]
    left_out: tuple[LeftOutDocument, ...]
    later: tuple[LaterRecord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """A published file of data."""

    url: Annotated[str, "The file, relative to the site."]
    media_type: Annotated[str, "What sort of file it is."]
    schema: Annotated[str | None, "The JSON Schema that it is valid against; null where it is no JSON."]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexFile:
    """The files that hold the catalog as data."""

    schema_version: Annotated[str, "Version of this description."]
    as_of: Annotated[datetime.date, "The day that all figures are computed for."]
    site_url: Annotated[str | None, "Where the site is read; every url in this file is relative to it."]
    files: tuple[DataFile, ...]
