"""Which files make up a catalog: every name checked, no link followed, nothing read from outside (trust)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from outcome_catalog.diagnostics import Diagnostic, Severity, Span
from outcome_catalog.sources.community_files import community_files
from outcome_catalog.sources.document import Role as Role
from outcome_catalog.sources.document import SourceFile as SourceFile
from outcome_catalog.sources.folder import Entry, Found, fault, folder_entries
from outcome_catalog.sources.hand_written_pages import hand_written_page
from outcome_catalog.sources.names import RESERVED_COMMUNITIES, folded_name, is_slug, nearest_slug, shown_name
from outcome_catalog.sources.record_files import media_files, record_files

_TOP_FILES = {"organisation.yml": Role.ORGANISATION, "people.yml": Role.PEOPLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """What lies in a project.

    *files* are the documents to read, by path; *media* the paths of all files below ``communities/`` that are read or
    published, documents among them; *diagnostics* what is wrong with names and places.
    """

    files: tuple[SourceFile, ...] = ()
    media: frozenset[str] = frozenset()
    diagnostics: tuple[Diagnostic, ...] = ()


def discover(root: Path) -> Discovery:
    """The files of the catalog in the folder *root*. Documents are not opened; pages and media are, to judge them."""
    files: list[SourceFile] = []
    media: list[str] = []
    findings: list[Diagnostic] = []
    for found in (*_top(root), *_kinds(root)):
        if isinstance(found, Diagnostic):
            findings.append(found)
        elif isinstance(found, SourceFile):
            files.append(found)
        else:
            media.append(found)
    media += [f.path for f in files if f.role is not Role.KIND]
    findings.sort(key=lambda d: d.sort_key)
    return Discovery(
        files=tuple(sorted(files, key=lambda f: f.path)), media=frozenset(media), diagnostics=tuple(findings)
    )


def _top(root: Path) -> Iterator[Found]:
    folder = root / "communities"
    if folder.is_symlink():
        yield fault("symlink", "communities", "The folder “communities” is a link; links are not followed.", None)
    elif not folder.is_dir():
        message = "There is no folder “communities” here."
        yield fault("communities-missing", "communities", message, "Run the command in the folder that holds it.")
    else:
        entries, findings = folder_entries(folder, "communities")
        yield from findings
        for entry in entries:
            yield from _top_folder(entry) if entry.is_folder else _top_file(entry)
        yield from _shared_addresses(entries)
        if not any(e.name == "organisation.yml" for e in entries):
            message = "communities/organisation.yml is missing: it says who the organisation is and what it wants."
            mend = "Write it with name, objectives, audiences and units."
            yield fault("organisation-missing", "communities/organisation.yml", message, mend)


def _top_folder(entry: Entry) -> Iterator[Found]:
    if entry.name == "assets":
        yield from media_files(entry, of_the_site=True)
    elif entry.name in RESERVED_COMMUNITIES:
        message = f"“{entry.name}” is an address of the site itself and cannot be a community's."
        yield fault("reserved-name", _shown_place(entry), message, "Rename the folder.")
    elif not is_slug(entry.name):
        wanted = nearest_slug(entry.name)
        message = (
            f"The community's folder “{shown_name(entry.name)}” must be named by small letters, digits and hyphens."
        )
        yield fault("file-name", _shown_place(entry), message, f"Rename it to “{wanted}”." if wanted else None)
    else:
        yield from community_files(entry)


def _shown_place(entry: Entry) -> str:
    """The path that a finding about a community's folder names: its charter's where there is one."""
    charter = Path(entry.location) / "charter.yml"
    return f"{entry.path}/charter.yml" if charter.is_file() and not charter.is_symlink() else entry.path


def _top_file(entry: Entry) -> Iterator[Found]:
    if (role := _TOP_FILES.get(entry.name)) is not None:
        yield SourceFile(path=entry.path, role=role)
    elif entry.name.endswith(".md"):
        yield from hand_written_page(entry)
    elif entry.name.lower().replace(".yaml", ".yml") in _TOP_FILES:
        wanted = entry.name.lower().replace(".yaml", ".yml")
        yield fault(
            "file-name", entry.path, f"“{entry.name}” is not read under this name.", f"Rename it to “{wanted}”."
        )
    else:
        message = f"“{shown_name(entry.name)}” is not read here."
        mend = "At the top of communities/ lie organisation.yml, people.yml, pages (.md), assets/ and the communities."
        yield fault("unexpected-file", entry.path, message, mend, Severity.WARNING)


def _shared_addresses(entries: tuple[Entry, ...]) -> Iterator[Diagnostic]:
    """Errors for pages that would have a community's address."""
    communities = {folded_name(e.name) for e in entries if e.is_folder}
    for page in entries:
        if not page.is_folder and page.name.endswith(".md") and folded_name(page.name[:-3]) in communities:
            message = f"The page “{page.name}” would have the same address as the community “{page.name[:-3]}”."
            yield fault("name-collision", page.path, message, "Rename the page.")


def _kinds(root: Path) -> Iterator[Found]:
    """The project's own kinds."""
    for path in ("schemas", "schemas/kinds"):
        if (root / path).is_symlink():
            yield Diagnostic(
                code="symlink",
                severity=Severity.ERROR,
                message=f"The folder “{path}” is a link; links are not followed.",
                span=Span(path=path),
            )
            return
    if (root / "schemas" / "kinds").is_dir():
        kinds = Entry(name="kinds", path="schemas/kinds", location=str(root / "schemas" / "kinds"), is_folder=True)
        yield from record_files(kinds, Role.KIND, None)
