"""The open list of kinds: those that travel with the package, and the project's own (data-model §5)."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import Any

from jsonschema.protocols import Validator

from outcome_catalog.diagnostics import Severity
from outcome_catalog.model.ids import ArtifactRef, KindId
from outcome_catalog.model.kind import Kind, KindSection
from outcome_catalog.resources import bundled
from outcome_catalog.sources.discover import Role, SourceFile
from outcome_catalog.sources.document import Document
from outcome_catalog.sources.read import read_document
from outcome_catalog.validation.faults import Fault
from outcome_catalog.validation.keywords import Schema, validator_for
from outcome_catalog.validation.kind_fields import field_faults
from outcome_catalog.validation.schema_faults import schema_faults
from outcome_catalog.validation.schemas import schema_of, validator_of

SHIPPED_FOLDER = "outcome_catalog/"
"""Stands before the path of a kind that travels with the package, so that it is no path of the project."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindSet:
    """The kinds that artifacts may have, in the order of their ids.

    *own* holds those that a file of the project defines; *broken* leads from a kind whose file has errors, and which
    no shipped file stands in for, to the path of that file.
    """

    kinds: Mapping[KindId, Kind]
    own: frozenset[KindId] = frozenset()
    broken: Mapping[KindId, str] = field(default_factory=dict)


def shipped_and_own_kinds(documents: Iterable[Document]) -> KindSet:
    """The shipped kinds with those of *documents* added; a file of the same name takes a shipped kind's place."""
    own = {_id(document): document for document in documents if document.file.role is Role.KIND}
    sound = {name: _kind(document) for name, document in own.items() if _is_sound(document)}
    kinds = dict(sorted((shipped_kinds() | sound).items()))
    broken = {name: document.file.path for name, document in own.items() if name not in kinds}
    return KindSet(kinds=kinds, own=frozenset(sound), broken=broken)


@cache
def shipped_kinds() -> dict[KindId, Kind]:
    """The kinds that travel with the package."""
    root = bundled("schemas").parent
    files = (
        SourceFile(path=path.relative_to(root).as_posix(), role=Role.KIND, slug=path.stem)
        for path in root.glob("schemas/kinds/*.yml")
    )
    documents = (read_document(root, file) for file in files)
    return {_id(d): _kind(replace(d, origin=replace(d.origin, path=SHIPPED_FOLDER + d.file.path))) for d in documents}


def _id(document: Document) -> KindId:
    return KindId(document.file.slug or "")


def _is_sound(document: Document) -> bool:
    if document.data is None or any(d.severity is Severity.ERROR for d in document.diagnostics):
        return False
    return not any(kind_faults(document.data))


def _kind(document: Document) -> Kind:
    """The kind that *document*, a file without faults, describes."""
    data = document.data or {}
    return Kind(
        id=_id(document),
        title=data["title"],
        plural=data["plural"],
        summary=data["summary"],
        icon=data.get("icon"),
        done_when=tuple(data.get("done_when", ())),
        sections=tuple(map(_section, data.get("sections", ()))),
        fields=data.get("fields", {}),
        required_fields=tuple(data.get("required_fields", ())),
        example=ArtifactRef(data["example"]) if "example" in data else None,
        note=data.get("note"),
        origin=document.origin,
    )


def _section(data: Mapping[str, Any]) -> KindSection:
    return KindSection(
        heading=data["heading"],
        also=tuple(data.get("also", ())),
        required=data.get("required", False),
        hint=data.get("hint"),
    )


def kind_faults(data: Mapping[str, Any]) -> Iterator[Fault]:
    """All faults of *data*, a kind's file."""
    yield from schema_faults(validator_of(Role.KIND), data, schema_of(Role.KIND))
    yield from field_faults(data)


def artifact_schema_and_validator(kind: Kind) -> tuple[Schema, Validator]:
    """The schema of the front matter of an artifact of *kind*, and its validator; each is made once."""
    return _made(kind.id, json.dumps([kind.fields, kind.required_fields]))


@lru_cache(maxsize=1024)
def _made(kind: KindId, additions: str) -> tuple[Schema, Validator]:
    added, required = json.loads(additions)
    artifact = schema_of(Role.ARTIFACT)
    schema = {
        **artifact,
        "title": f'Artifact of the kind "{kind}"',
        "required": [*dict.fromkeys((*artifact["required"], *required))],
        "properties": {**added, **artifact["properties"]},
    }
    return schema, validator_for(schema)


@cache
def open_artifact_validator() -> Validator:
    """The validator of an artifact whose kind is not known: keys that the kind may add are let pass."""
    return validator_for({**schema_of(Role.ARTIFACT), "additionalProperties": True})


def kindless_artifact_validator(kinds: Iterable[Kind]) -> Validator:
    """The validator of an artifact that names no kind: keys that any of *kinds* adds are let pass."""
    artifact = schema_of(Role.ARTIFACT)
    added: dict[str, Any] = {name: {} for kind in kinds for name in kind.fields}
    return validator_for({**artifact, "properties": {**added, **artifact["properties"]}})
