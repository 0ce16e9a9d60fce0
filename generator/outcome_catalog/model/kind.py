"""A kind of artifact: what a good one looks like. The list is open; one file is one kind (data-model §5)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from outcome_catalog.model.ids import ArtifactRef, KindId
from outcome_catalog.model.origin import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class KindSection:
    """A section that an artifact of the kind has; *also* lists other headings that are accepted for it."""

    heading: str
    also: tuple[str, ...] = ()
    required: bool = False
    hint: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What a result of this kind looks like; *fields* are JSON Schema properties added to the front matter."""

    id: KindId
    title: str
    plural: str
    summary: str
    icon: str | None = None
    done_when: tuple[str, ...] = ()
    sections: tuple[KindSection, ...] = ()
    fields: Mapping[str, Any] = field(default_factory=dict)
    required_fields: tuple[str, ...] = ()
    example: ArtifactRef | None = None
    note: str | None = None
    origin: Origin
