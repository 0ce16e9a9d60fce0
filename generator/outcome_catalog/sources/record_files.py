"""Folders of one kind of file: records, one a file, named by slugs; and media, told by what is in them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from outcome_catalog.diagnostics import Diagnostic, Severity, Span
from outcome_catalog.sources import media_types
from outcome_catalog.sources.document import Role, SourceFile
from outcome_catalog.sources.folder import Entry, Found, fault, folder_entries
from outcome_catalog.sources.names import is_dated_slug, is_slug, nearest_slug, shown_name
from outcome_catalog.sources.svg_safety import unsafe_svg

_ENDINGS = {Role.ARTIFACT: ".md"}
_MISSPELT = {".yaml": ".yml", ".yml": ".yml", ".md": ".md", ".markdown": ".md", ".mdown": ".md"}
_MOST_DEPTH = 8


def record_files(folder: Entry, role: Role, community: str | None) -> Iterator[Found]:
    """The records in *folder*, each a file of its own; folders in it are not read."""
    entries, findings = folder_entries(folder.location, folder.path)
    yield from findings
    ending = _ENDINGS.get(role, ".yml")
    for entry in entries:
        name, dot, rest = entry.name.rpartition(".")
        if entry.is_folder or _MISSPELT.get(dot + rest.lower()) != ending:
            yield _unexpected(entry, folder, ending)
        elif dot + rest == ending and _is_named_well(name, role):
            yield SourceFile(path=entry.path, role=role, community=community, slug=name)
        else:
            yield _misnamed(entry, name, role, ending)


def _is_named_well(name: str, role: Role) -> bool:
    return is_dated_slug(name) if role is Role.REUSE else is_slug(name)


def _unexpected(entry: Entry, folder: Entry, ending: str) -> Diagnostic:
    message = (
        f"“{shown_name(entry.name)}” is not read: {folder.name}/ holds files that end with {ending}, and no folders."
    )
    mend = "Images and attachments belong in the community's media/ folder." if ending == ".md" else None
    return fault("unexpected-file", entry.path, message, mend, Severity.WARNING)


def _misnamed(entry: Entry, name: str, role: Role, ending: str) -> Diagnostic:
    wanted = nearest_slug(name)
    shown = shown_name(entry.name)
    if role is Role.REUSE and not is_dated_slug(wanted):
        message = f"The file's name “{shown}” must be the day of the record and a few words, joined by hyphens."
        mend = f"Rename it as in “2026-03-09-{wanted or 'tool-adopted'}{ending}”."
    else:
        message = (
            f"The file's name “{shown}” must be small letters, digits and hyphens, at most 63, and end with {ending}."
        )
        mend = f"Rename it to “{wanted}{ending}”." if wanted else "Rename it in small letters without accents."
    return fault("file-name", entry.path, message, mend)


def media_files(folder: Entry, *, of_the_site: bool = False, depth: int = 0) -> Iterator[Found]:
    """The images and attachments in *folder* and the folders in it."""
    entries, findings = folder_entries(folder.location, folder.path)
    yield from findings
    for entry in entries:
        if not entry.is_folder:
            yield from _judged_media(entry, of_the_site)
        elif depth < _MOST_DEPTH:
            yield from media_files(entry, of_the_site=of_the_site, depth=depth + 1)
        else:
            message = f"Folders lie more than {_MOST_DEPTH} levels deep here and are not read."
            yield fault("unexpected-file", entry.path, message, None, Severity.WARNING)


def _judged_media(entry: Entry, of_the_site: bool) -> Iterator[Found]:
    """The file's path, or why it is refused; both for a drawing that is in order and is not published."""
    path = Path(entry.location)
    try:
        refused = _refused_media(entry, path, of_the_site)
        is_drawing = refused is None and path.suffix.lower() == ".svg"
        unsafe = unsafe_svg(entry.path, path.read_bytes()) if is_drawing else None
    except OSError as error:
        refused, unsafe = fault("unreadable", entry.path, f"The file cannot be read: {error.strerror}.", None), None
    yield entry.path if refused is None else refused
    if unsafe is not None:
        yield unsafe


def _refused_media(entry: Entry, path: Path, of_the_site: bool) -> Diagnostic | None:
    if path.stat().st_size > media_types.MOST_BYTES:
        message = f"The file is larger than {media_types.MOST_BYTES // 1024 // 1024} MiB and is not published."
        return fault("media-too-large", entry.path, message, "Make it smaller, or link to where it lies.")
    found = media_types.media_fault(path, of_the_site=of_the_site)
    if found is None:
        return None
    refused = fault("media-type", entry.path, f"“{entry.name}” is not published: {found.reason}.", found.help)
    line, column = found.line, found.column
    return replace(refused, span=Span(path=entry.path, line=line, column=column, end_line=line, end_column=column))
