"""The files of one community's folder: its charter, and the folders of its records (data-model §1)."""

from collections.abc import Iterator

from outcome_catalog.diagnostics import Severity
from outcome_catalog.sources.document import Role, SourceFile
from outcome_catalog.sources.folder import Entry, Found, fault, folder_entries
from outcome_catalog.sources.names import shown_name
from outcome_catalog.sources.record_files import media_files, record_files

_RECORD_FOLDERS = {"artifacts": Role.ARTIFACT, "measurements": Role.MEASUREMENT, "reuse": Role.REUSE}
_NOT_READ = "In a community's folder lie charter.yml, artifacts/, measurements/, reuse/ and media/."
_OTHER_CHARTERS = frozenset(["charter.yaml", "charter.yml", "charter.md", "charta.yml"])


def community_files(folder: Entry) -> Iterator[Found]:
    """All that is found in the *folder* of the community of that name."""
    entries, findings = folder_entries(folder.location, folder.path)
    yield from findings
    has_charter = False
    for entry in entries:
        has_charter |= entry.name.lower() in _OTHER_CHARTERS
        yield from _folder(entry, folder.name) if entry.is_folder else _file(entry, folder.name)
    if not has_charter:
        message = f"The community “{folder.name}” has no charter: charter.yml is missing in its folder."
        yield fault("charter-missing", f"{folder.path}/charter.yml", message, "Write one, or move the folder away.")


def _folder(entry: Entry, community: str) -> Iterator[Found]:
    if entry.name == "media":
        yield from media_files(entry)
    elif (role := _RECORD_FOLDERS.get(entry.name)) is not None:
        yield from record_files(entry, role, community)
    else:
        message = f"The folder “{shown_name(entry.name)}” is not read."
        yield fault("unexpected-file", entry.path, message, _NOT_READ, Severity.WARNING)


def _file(entry: Entry, community: str) -> Iterator[Found]:
    if entry.name == "charter.yml":
        yield SourceFile(path=entry.path, role=Role.CHARTER, community=community, slug=community)
    elif entry.name.lower() in _OTHER_CHARTERS:
        message = f"“{entry.name}” is not read under this name."
        yield fault("file-name", entry.path, message, "Rename it to “charter.yml”.")
    else:
        message = f"“{shown_name(entry.name)}” is not read."
        yield fault("unexpected-file", entry.path, message, _NOT_READ, Severity.WARNING)
