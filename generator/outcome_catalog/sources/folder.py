"""The entries of one folder: links, odd files and names that cannot be kept apart are refused here, once for all."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from outcome_catalog.diagnostics import Diagnostic, Related, Severity, Span
from outcome_catalog.sources.document import SourceFile
from outcome_catalog.sources.names import folded_name, is_device_name, shown_name, unfit_reason

Found = SourceFile | str | Diagnostic
"""A document to read, the path of another ordinary file, or a finding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A file or folder. *path* is relative to the project's root, *location* where the system finds it."""

    name: str
    path: str
    location: str
    is_folder: bool


def folder_entries(folder: str | Path, path: str) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """The files and folders in *folder*, whose path in the project is *path*, by name; hidden ones are left out."""
    try:
        with os.scandir(folder) as entries:
            ordered = sorted(entries, key=lambda e: e.name)
    except OSError as error:
        return (), (fault("unreadable", path, f"The folder cannot be read: {error.strerror}.", None),)
    kept: dict[str, Entry] = {}
    findings: list[Diagnostic] = []
    for found in ordered:
        refused = _refused(found, path)
        if refused is not None:
            findings.append(refused)
        elif not found.name.startswith("."):
            entry = Entry(
                name=found.name,
                path=f"{path}/{found.name}",
                location=found.path,
                is_folder=found.is_dir(follow_symlinks=False),
            )
            first = kept.setdefault(folded_name(found.name), entry)
            if first is not entry:
                findings.append(_collision(entry, first))
    return tuple(kept.values()), tuple(findings)


def _refused(found: os.DirEntry[str], path: str) -> Diagnostic | None:
    shown = shown_name(found.name)
    place = f"{path}/{shown}"
    if found.is_symlink() or _is_junction(found):
        message = f"“{shown}” is a link; links are not followed, because they can lead out of the project."
        return fault("symlink", place, message, "Put the file itself here, or link to it from the text.")
    if found.name.startswith("."):
        return None
    if (reason := unfit_reason(found.name)) is not None:
        return fault("file-name", place, f"“{shown}” cannot be used as a name: {reason}.", "Rename it.")
    if is_device_name(found.name):
        message = f"“{shown}” is a device's name on Windows; nobody there could open this project."
        return fault("reserved-name", place, message, "Rename it.")
    if not found.is_dir(follow_symlinks=False) and not found.is_file(follow_symlinks=False):
        return fault("unexpected-file", place, f"“{shown}” is neither a file nor a folder.", "Remove it.")
    return None


def _is_junction(found: os.DirEntry[str]) -> bool:
    """True for the links between folders that Windows alone has."""
    attributes = getattr(found.stat(follow_symlinks=False), "st_file_attributes", 0) if os.name == "nt" else 0
    return bool(attributes & stat.FILE_ATTRIBUTE_REPARSE_POINT)


def _collision(entry: Entry, first: Entry) -> Diagnostic:
    related = Related(message="the other one", span=Span(path=first.path))
    return Diagnostic(
        code="name-collision",
        severity=Severity.ERROR,
        message=f"“{entry.name}” and “{first.name}” are one name on many disks; one would replace the other.",
        span=Span(path=entry.path),
        help="Rename or remove one of the two.",
        related=(related,),
    )


def fault(code: str, path: str, message: str, mend: str | None, severity: Severity = Severity.ERROR) -> Diagnostic:
    """A finding about the file or folder at *path* as a whole."""
    return Diagnostic(code=code, severity=severity, message=message, span=Span(path=path), help=mend)
