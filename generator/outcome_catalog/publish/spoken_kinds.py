"""The shipped kinds in the organisation's language; a kind of the project's own speaks as its file does."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.kind import Kind, KindSection
from outcome_catalog.publish.words import shipped_text, translations_of

_OWN = "schemas/"
"""Where a project's own kinds lie; a file there takes the place of the shipped kind of the same name."""


def with_spoken_kinds(catalog: Catalog, words: Mapping[str, Any]) -> Catalog:
    """*catalog* with its shipped kinds in the language of *words*."""
    kinds = {id_: _spoken(kind, words) if is_shipped(kind) else kind for id_, kind in catalog.kinds.items()}
    return catalog if kinds == catalog.kinds else replace(catalog, kinds=kinds)


def is_shipped(kind: Kind) -> bool:
    """True where the project does not define the kind itself."""
    return not kind.origin.path.startswith(_OWN)


def _spoken(kind: Kind, words: Mapping[str, Any]) -> Kind:
    def say(text: str) -> str:
        return shipped_text(words, "kinds", text)

    return replace(
        kind,
        title=say(kind.title),
        plural=say(kind.plural),
        summary=say(kind.summary),
        done_when=tuple(say(text) for text in kind.done_when),
        sections=tuple(_spoken_section(section, words) for section in kind.sections),
        fields={name: _spoken_field(schema, words) for name, schema in kind.fields.items()},
    )


def _spoken_section(section: KindSection, words: Mapping[str, Any]) -> KindSection:
    """The section under its heading in the language, which the kind accepts too; without those of other languages."""
    heading = shipped_text(words, "kinds", section.heading)
    elsewhere = translations_of("kinds", section.heading)
    also = tuple(other for other in section.also if other not in elsewhere) if heading == section.heading else ()
    hint = None if section.hint is None else shipped_text(words, "kinds", section.hint)
    return replace(section, heading=heading, also=also, hint=hint)


def _spoken_field(schema: Any, words: Mapping[str, Any]) -> Any:
    if not isinstance(schema, Mapping) or "description" not in schema:
        return schema
    return {**schema, "description": shipped_text(words, "kinds", str(schema["description"]))}
