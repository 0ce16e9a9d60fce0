"""A validated document's plain data as the model's frozen record."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, TypeVar

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from outcome_catalog.model.artifact import Artifact, Body
from outcome_catalog.model.charter import Steward
from outcome_catalog.model.dates import PartialDate, Period, ReportingPeriod
from outcome_catalog.model.ids import ArtifactRef, CommunityId
from outcome_catalog.model.origin import Origin
from outcome_catalog.model.reuse import ReuseRecord
from outcome_catalog.sources.document import Document

Record = TypeVar("Record")


def _converter() -> Converter:
    converter = Converter(detailed_validation=False)
    converter.register_structure_hook_factory(is_dataclass, lambda kind: _structure_of(kind, converter))
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    converter.register_structure_hook(PartialDate, lambda value, _: PartialDate.parse(str(value)))
    converter.register_structure_hook(ReportingPeriod, lambda value, _: ReportingPeriod.parse(str(value)))
    converter.register_structure_hook(Period, _period)
    converter.register_structure_hook(Steward, _steward(_structure_of(Steward, converter)))
    converter.register_structure_hook_func(lambda kind: kind == float | bool, lambda value, _: value)
    for made_already in (Origin, Body):
        converter.register_structure_hook(made_already, lambda value, _: value)
    return converter


def _structure_of(kind: type[Any], converter: Converter) -> Callable[[Mapping[str, Any], Any], Any]:
    """How a record of *kind* is made of a mapping; a field's ``key`` metadata is its name in the file."""
    renamed = {f.name: override(rename=f.metadata["key"]) for f in fields(kind) if "key" in f.metadata}
    return make_dict_structure_fn(kind, converter, **renamed)  # type: ignore[arg-type]  # overrides by field name


def _steward(structured: Callable[[Mapping[str, Any], Any], Any]) -> Callable[[Any, Any], Steward]:
    """A steward may be written as a mapping or as the person's id alone (data-model §4)."""
    return lambda value, kind: structured({"person": value} if isinstance(value, str) else value, kind)


def _period(value: Mapping[str, str], _: Any) -> Period:
    end = value.get("end")
    return Period(date.fromisoformat(value["start"]), date.fromisoformat(end) if end else None)


_CONVERTER = _converter()
_ARTIFACT_KEYS = {f.name for f in fields(Artifact)}


def record(kind_of_record: type[Record], document: Document, **more: Any) -> Record:
    """The *document*'s data as a record, with its origin and what its place on disk adds (*more*)."""
    return _CONVERTER.structure({**(document.data or {}), **more, "origin": document.origin}, kind_of_record)


def artifact_record(document: Document) -> Artifact:
    """The artifact that *document* holds; the keys that its kind adds stand in ``fields``."""
    data = document.data or {}
    community, slug = str(document.file.community), str(document.file.slug)
    own = {key: value for key, value in data.items() if key not in _ARTIFACT_KEYS}
    return record(
        Artifact,
        document,
        ref=ArtifactRef(f"{community}/{slug}"),
        community=CommunityId(community),
        slug=slug,
        fields=own,
        body=document.body,
    )


def reuse_record(document: Document) -> ReuseRecord:
    """The reuse record that *document* holds; its id is ``community/<file name>``."""
    community, slug = str(document.file.community), str(document.file.slug)
    return record(ReuseRecord, document, id=f"{community}/{slug}", community=CommunityId(community))
