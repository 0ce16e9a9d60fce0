"""Which files make up a catalog: every name checked, every link refused, nothing outside ``communities/`` followed."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from outcome_catalog.diagnostics import Diagnostic, Severity, Span
from outcome_catalog.sources.names import RESERVED_COMMUNITIES, is_slug, nearest_slug


class Role(StrEnum):
    """What a source file is to the catalog."""

    ORGANISATION = "organisation"
    PEOPLE = "people"
    CHARTER = "charter"
    ARTIFACT = "artifact"
    MEASUREMENT = "measurement"
    REUSE = "reuse"
    KIND = "kind"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class SourceFile:
    """A file to read; *path* is relative to the project's root, *slug* the file's name without its ending."""

    path: str
    role: Role
    community: str | None = None
    slug: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """All source files in order, all ordinary files below ``communities/``, and what is wrong with their names."""

    files: tuple[SourceFile, ...] = ()
    media: frozenset[str] = frozenset()
    diagnostics: tuple[Diagnostic, ...] = field(default=())


_FOLDERS = {
    "artifacts": (Role.ARTIFACT, ".md"),
    "measurements": (Role.MEASUREMENT, ".yml"),
    "reuse": (Role.REUSE, ".yml"),
}


def discover(root: Path) -> Discovery:
    """The files of the catalog in *root*; nothing is opened."""
    files: list[SourceFile] = []
    diagnostics: list[Diagnostic] = []
    media: list[str] = []
    communities = root / "communities"
    if not communities.is_dir():
        return Discovery(
            diagnostics=(_fault("communities-missing", "communities", "There is no folder “communities” here.", None),)
        )
    for path in _files(root, communities, diagnostics):
        media.append(path)
        parts = path.split("/")
        found = _source_file(path, parts, diagnostics)
        if found is not None:
            files.append(found)
    kinds = root / "schemas" / "kinds"
    if kinds.is_dir():
        files += [
            SourceFile(path=f"schemas/kinds/{k.name}", role=Role.KIND, slug=k.stem) for k in sorted(kinds.glob("*.yml"))
        ]
    if not any(f.role is Role.ORGANISATION for f in files):
        diagnostics.append(
            _fault(
                "organisation-missing", "communities/organisation.yml", "communities/organisation.yml is missing.", None
            )
        )
    charters = {f.community for f in files if f.role is Role.CHARTER}
    for slug in sorted({p.split("/")[1] for p in media if p.count("/") > 1} - charters - {"assets"}):
        diagnostics.append(
            _fault(
                "charter-missing",
                f"communities/{slug}/charter.yml",
                f"The community “{slug}” has no charter.yml.",
                None,
            )
        )
    return Discovery(files=tuple(sorted(files)), media=frozenset(media), diagnostics=tuple(diagnostics))


def _source_file(path: str, parts: list[str], diagnostics: list[Diagnostic]) -> SourceFile | None:
    match parts[1:]:
        case ["organisation.yml" | "people.yml" as name]:
            return SourceFile(path=path, role=Role(name.removesuffix(".yml")))
        case [community, "charter.yml"] if community not in RESERVED_COMMUNITIES:
            return SourceFile(path=path, role=Role.CHARTER, community=community, slug=community)
        case [community, folder, name] if folder in _FOLDERS:
            role, ending = _FOLDERS[folder]
            slug = name.removesuffix(ending)
            if name.endswith(ending) and is_slug(slug):
                return SourceFile(path=path, role=role, community=community, slug=slug)
            mend = f"Rename it to {nearest_slug(slug)}{ending}."
            diagnostics.append(_fault("file-name", path, f"The file's name “{name}” is no slug.", mend))
    return None


def _files(root: Path, folder: Path, diagnostics: list[Diagnostic]) -> Iterator[str]:
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda e: e.name)
    for entry in ordered:
        path = Path(entry.path)
        if entry.is_symlink():
            diagnostics.append(
                _fault("symlink", path.relative_to(root).as_posix(), "This is a link; links are not followed.", None)
            )
        elif entry.name.startswith("."):
            continue
        elif entry.is_dir(follow_symlinks=False):
            yield from _files(root, path, diagnostics)
        elif entry.is_file(follow_symlinks=False):
            yield path.relative_to(root).as_posix()


def _fault(code: str, path: str, message: str, mend: str | None) -> Diagnostic:
    return Diagnostic(code=code, severity=Severity.ERROR, message=message, span=Span(path=path), help=mend)
