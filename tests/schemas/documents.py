"""Full valid documents of each role, and what the schemas find in a text."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from outcome_catalog.diagnostics import Diagnostic
from outcome_catalog.model.origin import Pointer
from outcome_catalog.sources.discover import Role, SourceFile
from outcome_catalog.sources.document import Document
from outcome_catalog.sources.yaml_document import parse_yaml
from outcome_catalog.validation.check import schema_diagnostics
from outcome_catalog.validation.codes import code_pages
from outcome_catalog.validation.kinds import shipped_and_own_kinds

EXAMPLES = Path(__file__).parent / "examples"
REALWORLD = Path(__file__).parents[3] / "shared" / "realworld"

PATHS = {
    Role.ORGANISATION: "communities/organisation.yml",
    Role.PEOPLE: "communities/people.yml",
    Role.CHARTER: "communities/customer-care/charter.yml",
    Role.ARTIFACT: "communities/customer-care/artifacts/refund-in-one-call.md",
    Role.MEASUREMENT: "communities/customer-care/measurements/response-hours.yml",
    Role.REUSE: "communities/customer-care/reuse/2026-03-02-depot-north.yml",
    Role.KIND: "schemas/kinds/checklist.yml",
}
_STEMS = {"measurements": Role.MEASUREMENT}


def role_of(example: Path) -> Role:
    """The role of an example: the first word of its file's name."""
    stem = example.stem.split("-")[0]
    return _STEMS.get(stem) or Role(stem)


def examples(role: Role | None = None) -> list[Path]:
    """The examples of *role*, or all of them."""
    return [path for path in sorted(EXAMPLES.glob("*.yml")) if role in (None, role_of(path))]


def document(role: Role, text: str) -> Document:
    """The document of *role* that holds *text*; an artifact's text is its front matter alone."""
    path = PATHS[role]
    parsed = parse_yaml(text, path)
    assert not parsed.has_errors, parsed.diagnostics
    file = SourceFile(path=path, role=role, community="customer-care", slug=Path(path).stem)
    return Document(file=file, data=parsed.data, origin=parsed.origin)


def findings(role: Role, text: str, *kinds: str) -> list[Diagnostic]:
    """What the schemas find in *text*, by place, where the project has *kinds* of its own."""
    known = shipped_and_own_kinds([document(Role.KIND, kind) for kind in kinds])
    return explained(schema_diagnostics(document(role, text), known))


def data_findings(role: Role, data: Any) -> list[Diagnostic]:
    """What the schemas find in *data*, which stands in no text, so that every place is the file's first."""
    without_places = document(role, "{}")
    made = Document(file=without_places.file, data=data, origin=without_places.origin)
    return explained(schema_diagnostics(made, shipped_and_own_kinds(())))


def explained(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """*found* by place, after making sure that each has a code that is explained, and words on one line."""
    explained_codes = {page.code for page in code_pages()} | {"unknown-kind"}  # a rule explains that one
    ordered = sorted(found, key=lambda finding: finding.sort_key)
    for finding in ordered:
        assert finding.code in explained_codes
        assert finding.message.strip()
        assert finding.message.isprintable()
    return ordered


def places(found: Iterable[Diagnostic]) -> list[tuple[str, int, int]]:
    """Code, line and column of each of *found*."""
    return [(finding.code, finding.span.line, finding.span.column) for finding in found]


def groups(data: Any, pointer: Pointer = ()) -> Iterator[tuple[Pointer, Mapping[str, Any]]]:
    """Every group of keys in *data* and where it stands."""
    if isinstance(data, dict):
        yield pointer, data
    for step, value in _below(data):
        yield from groups(value, (*pointer, step))


def values(data: Any, pointer: Pointer = ()) -> Iterator[tuple[Pointer, Any]]:
    """Every value in *data*, the whole aside, and where it stands."""
    for step, value in _below(data):
        yield (*pointer, step), value
        yield from values(value, (*pointer, step))


def _below(data: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(data, dict):
        return data.items()
    return enumerate(data) if isinstance(data, list) else ()


def with_value(data: Any, pointer: Pointer, value: Any) -> Any:
    """A copy of *data* with *value* at *pointer*."""
    if not pointer:
        return value
    step, *rest = pointer
    below = {key: with_value(item, tuple(rest), value) if key == step else item for key, item in _below(data)}
    return below if isinstance(data, dict) else list(below.values())


def without(data: Any, pointer: Pointer, key: str) -> Any:
    """A copy of *data* without *key* in the group at *pointer*."""
    group = data
    for step in pointer:
        group = group[step]
    return with_value(data, pointer, {name: value for name, value in group.items() if name != key})
