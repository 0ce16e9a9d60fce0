"""The keys of a document as its schema describes them, flat, in the schema's order."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from outcome_catalog.publish.pages.links import Meta
from outcome_catalog.publish.words import shipped_text
from outcome_catalog.resources import bundled

DOCUMENTS = ("charter", "artifact", "reuse", "measurements", "organisation", "people", "kind")
"""The documents of a catalog, in the order in which a contributor meets them; each is the name of a schema."""
_DEEPEST = 6


def document_schema(document: str) -> Mapping[str, Any]:
    """The JSON Schema of *document* as it travels with the package."""
    text = (bundled("schemas") / f"{document}.schema.json").read_text(encoding="utf-8")
    schema: Mapping[str, Any] = json.loads(text)
    return schema


def key_rows(schema: Mapping[str, Any], words: Mapping[str, Any]) -> list[Meta]:
    """Every key of the document: its path (``goal.members[].role``), whether it is required, its meaning in *words*."""
    rows = _keys(schema, schema, "", 0)
    return [row | {"description": shipped_text(words, "schemas", row["description"])} for row in rows]


def _keys(schema: Mapping[str, Any], root: Mapping[str, Any], prefix: str, depth: int) -> Iterator[Meta]:
    required = schema.get("required", [])
    for name, described in schema.get("properties", {}).items():
        whole = _resolved(described, root)
        path = f"{prefix}{name}"
        inner, suffix = _inner(whole, root)
        has_keys = inner is not None and depth < _DEEPEST
        yield _row(path, whole, is_required=name in required, depth=depth, has_keys=has_keys)
        if inner is not None and has_keys:
            yield from _keys(inner, root, f"{path}{suffix}.", depth + 1)


def _row(path: str, schema: Mapping[str, Any], *, is_required: bool, depth: int, has_keys: bool) -> Meta:
    """A key of the document; what has keys of its own shows no example, for theirs follow."""
    examples = schema.get("examples") or []
    return {
        "path": path,
        "depth": depth,
        "is_required": is_required,
        "description": schema.get("description", ""),
        "choices": [str(value) for value in schema.get("enum", [])],
        "example": _example(examples[0]) if examples and not has_keys else None,
    }


def _example(value: Any) -> str:
    """An example as it is written in YAML: text as it stands, the rest in JSON, which YAML reads too."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _inner(schema: Mapping[str, Any], root: Mapping[str, Any]) -> tuple[Mapping[str, Any] | None, str]:
    """The object that *schema* holds, itself or as the items of a list, and how the path goes on."""
    for choice in (schema, *schema.get("anyOf", []), *schema.get("oneOf", [])):
        whole = _resolved(choice, root)
        if "properties" in whole:
            return whole, ""
        items = _resolved(whole.get("items", {}), root)
        for item in (items, *items.get("anyOf", []), *items.get("oneOf", [])):
            found = _resolved(item, root)
            if "properties" in found:
                return found, "[]"
    return None, ""


def _resolved(schema: Mapping[str, Any], root: Mapping[str, Any]) -> Mapping[str, Any]:
    """*schema* laid over what its reference inside the same document names."""
    reference = schema.get("$ref", "")
    if not reference.startswith("#/"):
        return schema
    target: Any = root
    for step in reference.removeprefix("#/").split("/"):
        target = target[step]
    return {**target, **schema}
