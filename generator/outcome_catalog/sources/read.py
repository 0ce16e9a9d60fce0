"""One source file as a document: its data, the places in it, and an artifact's body."""

import os
import re
import stat
from dataclasses import replace
from pathlib import Path

from outcome_catalog.diagnostics import Diagnostic, Severity, Span
from outcome_catalog.model.artifact import Body
from outcome_catalog.model.origin import Origin
from outcome_catalog.sources import markdown_limits, yaml_reader
from outcome_catalog.sources.document import Document as Document
from outcome_catalog.sources.document import Role, SourceFile
from outcome_catalog.sources.front_matter import FrontMatter, split_front_matter, unclosed_front_matter
from outcome_catalog.sources.markdown import markdown_body
from outcome_catalog.sources.markdown_limits import markdown_faults
from outcome_catalog.sources.merge_conflicts import merge_conflicts
from outcome_catalog.sources.source_text import hidden_characters, source_text
from outcome_catalog.sources.yaml_document import YamlDocument, parse_yaml

_KEY = re.compile(r"\s*[\w-]+:(?:\s|$)")
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_document(root: Path, file: SourceFile) -> Document:
    """The document that *file* below *root* holds. It never raises for what the file says, and reads no link."""
    try:
        content = _content(root / file.path, _most_bytes(file))
    except OSError as error:
        return _unread(
            file, _fault("unreadable", file.path, f"The file cannot be read: {error.strerror or error}.", None)
        )
    if content is None:
        return _unread(file, _too_large(file))
    read = source_text(content, file.path)
    if read.text is None:
        return replace(_unread(file), diagnostics=read.diagnostics)
    conflicts = tuple(merge_conflicts(read.text, file.path))
    document = (
        _artifact(file, read.text) if file.role is Role.ARTIFACT else _record(file, parse_yaml(read.text, file.path))
    )
    if document.data is None and any(c.severity is Severity.ERROR for c in conflicts):
        document = replace(document, diagnostics=())  # what the markers broke is not worth a word of its own
    return replace(document, diagnostics=(*read.diagnostics, *conflicts, *document.diagnostics))


def _content(path: Path, most: int) -> bytes | None:
    """The bytes of the ordinary file at *path*, or None where there are more than *most*."""
    descriptor = os.open(path, _OPEN_FLAGS)
    with os.fdopen(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(0, "it is no ordinary file")
        content = stream.read(most + 1)
    return content if len(content) <= most else None


def _most_bytes(file: SourceFile) -> int:
    """A little more than what the file's parts may have, so that the nearer limit speaks first."""
    body = markdown_limits.MOST_BYTES if file.role is Role.ARTIFACT else 0
    return body + 2 * yaml_reader.MOST_BYTES


def _artifact(file: SourceFile, text: str) -> Document:
    parts = split_front_matter(text, file.path)
    body, faults = _body(parts, file.path)
    if parts.yaml is None:
        return replace(_unread(file), body=body, diagnostics=(*parts.diagnostics, *faults))
    parsed = parse_yaml(parts.yaml, file.path, parts.yaml_line)
    record = _record(file, parsed)
    if record.data is None and _ends_early(parts.yaml, parsed):
        return replace(record, body=body, diagnostics=(unclosed_front_matter(text, file.path),))
    whole = (1, 1, parts.body_line - 1, 4)
    origin = replace(record.origin, values={**record.origin.values, (): whole})
    return replace(record, origin=origin, body=body, diagnostics=(*record.diagnostics, *faults))


def _ends_early(yaml: str, parsed: YamlDocument) -> bool:
    """True where the front matter is good up to an empty line and what follows is text: ``---`` is a rule in that."""
    head, gap, rest = yaml.partition("\n\n")
    if not gap or not parsed.has_errors or _KEY.match(rest):
        return False
    early = parse_yaml(head, "")
    return isinstance(early.data, dict) and not early.has_errors


def _body(parts: FrontMatter, path: str) -> tuple[Body, tuple[Diagnostic, ...]]:
    """The body and its faults; a body that would take too much to parse is left empty."""
    faults = tuple(markdown_faults(parts.body, path, parts.body_line))
    hidden = tuple(hidden_characters(parts.body, path, parts.body_line, is_prose=True)) if not faults else ()
    text = "" if faults else parts.body
    return markdown_body(text, path, parts.body_line), (*faults, *hidden)


def _record(file: SourceFile, parsed: YamlDocument) -> Document:
    data, diagnostics = parsed.data, parsed.diagnostics
    if not isinstance(data, dict):
        if not parsed.has_errors:
            mend = "Write one key a line, as in “title: My community”."
            diagnostics += (_fault("not-a-mapping", file.path, "The file holds no keys with values.", mend),)
        data = None
    return Document(file=file, data=data, origin=parsed.origin, diagnostics=diagnostics)


def _unread(file: SourceFile, *diagnostics: Diagnostic) -> Document:
    return Document(file=file, data=None, origin=Origin(path=file.path), diagnostics=diagnostics)


def _too_large(file: SourceFile) -> Diagnostic:
    code = "body-too-large" if file.role is Role.ARTIFACT else "yaml-too-large"
    message = f"The file is larger than {_most_bytes(file) // 1024:,} KiB and was not read."
    return _fault(code, file.path, message, "Split it into several files.")


def _fault(code: str, path: str, message: str, mend: str | None) -> Diagnostic:
    return Diagnostic(code=code, severity=Severity.ERROR, message=message, span=Span(path=path), help=mend)
