"""A source file as it was read: its data, the places in it, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from outcome_catalog.diagnostics import Diagnostic
from outcome_catalog.model.artifact import Body
from outcome_catalog.model.origin import Origin


class Role(StrEnum):
    """What a source file is to the catalog."""

    ORGANISATION = "organisation"
    PEOPLE = "people"
    CHARTER = "charter"
    ARTIFACT = "artifact"
    MEASUREMENT = "measurement"
    REUSE = "reuse"
    KIND = "kind"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file to read. *path* is relative to the project's root, *slug* the file's name without its ending."""

    path: str
    role: Role
    community: str | None = None
    slug: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file that was read. *data* is None where it holds no mapping to use; *body* is an artifact's text."""

    file: SourceFile
    data: Mapping[str, Any] | None
    origin: Origin
    body: Body | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
