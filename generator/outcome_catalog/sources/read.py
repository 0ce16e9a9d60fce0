"""Reads one source file as a document: its data, the places in it, and an artifact's body."""

from dataclasses import replace
from pathlib import Path

from outcome_catalog.diagnostics import Diagnostic, Severity, Span
from outcome_catalog.model.origin import Origin
from outcome_catalog.sources.discover import Role, SourceFile
from outcome_catalog.sources.document import Document
from outcome_catalog.sources.front_matter import split_front_matter
from outcome_catalog.sources.markdown import markdown_body
from outcome_catalog.sources.source_text import source_text
from outcome_catalog.sources.yaml_document import YamlDocument, parse_yaml


def read_document(root: Path, file: SourceFile) -> Document:
    """The document that *file* holds; it never raises for what the file says."""
    read = source_text((root / file.path).read_bytes(), file.path)
    if read.text is None:
        return Document(file=file, data=None, origin=Origin(path=file.path), diagnostics=read.diagnostics)
    document = (
        _artifact(file, read.text) if file.role is Role.ARTIFACT else _record(file, parse_yaml(read.text, file.path))
    )
    return replace(document, diagnostics=(*read.diagnostics, *document.diagnostics))


def _artifact(file: SourceFile, text: str) -> Document:
    parts = split_front_matter(text, file.path)
    body = markdown_body(parts.body, file.path, parts.body_line)
    if parts.yaml is None:
        return Document(file=file, data=None, origin=Origin(path=file.path), body=body, diagnostics=parts.diagnostics)
    record = _record(file, parse_yaml(parts.yaml, file.path, parts.yaml_line))
    whole = (1, 1, parts.body_line - 1, 4)
    origin = replace(record.origin, values={**record.origin.values, (): whole})
    return replace(record, origin=origin, body=body)


def _record(file: SourceFile, parsed: YamlDocument) -> Document:
    data, diagnostics = parsed.data, parsed.diagnostics
    if not isinstance(data, dict):
        if not parsed.has_errors:
            diagnostics += (_not_a_mapping(file.path),)
        data = None
    return Document(file=file, data=data, origin=parsed.origin, diagnostics=diagnostics)


def _not_a_mapping(path: str) -> Diagnostic:
    return Diagnostic(
        code="not-a-mapping",
        severity=Severity.ERROR,
        message="The file holds no keys.",
        span=Span(path=path),
        help="Write one key a line, as in “title: My community”.",
    )
