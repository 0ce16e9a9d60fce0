"""A template to copy: an artifact of a kind with everything that its author has to fill in."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from outcome_catalog.model.charter import ExpectedOutput
from outcome_catalog.model.kind import Kind


def artifact_template(kind: Kind, *, day: date, words: Mapping[str, Any], promise: ExpectedOutput | None = None) -> str:
    """The Markdown of a new artifact of *kind*, dated *day*, for *promise* where given; hints stand in comments."""
    front_matter = "\n".join(_front_matter(kind, day, words["draft"], promise))
    body = "\n".join(_body(kind, words["draft"]))
    return f"---\n{front_matter}\n---\n\n{body}"


def _front_matter(kind: Kind, day: date, hints: Mapping[str, str], promise: ExpectedOutput | None) -> Iterator[str]:
    yield f"title:            # {hints['title']}"
    yield f"kind: {kind.id}"
    yield f"summary:          # {hints['summary']}"
    yield f"date: {day.isoformat()}"
    yield "authors:"
    yield f"  -               # {hints['authors']}"
    if promise is None:
        yield f"# output:         # {hints['output']}"
    else:
        yield f"output: {promise.id}"
    for name in kind.required_fields:
        yield f"{name}:  # {_hint(kind.fields.get(name))}"
    yield f"# license:        # {hints['license']}"
    yield f"# based_on:       # {hints['based_on']}"


def _hint(schema: Any) -> str:
    """What a field's own schema says of it: the allowed values, or its description, on one line."""
    if not isinstance(schema, Mapping):
        return ""
    if isinstance(schema.get("enum"), list | tuple):
        return " · ".join(str(value) for value in schema["enum"])
    return " ".join(str(schema.get("description", "")).split())


def _body(kind: Kind, hints: Mapping[str, str]) -> Iterator[str]:
    for section in kind.sections:
        note = section.hint or ""
        if not section.required:
            note = f"{hints['optional']} {note}".strip()
        yield f"## {section.heading}\n"
        yield f"<!-- {note.replace('--', '–')} -->\n" if note else ""
