"""Files to read: written below a temporary project, as bytes or as text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from outcome_catalog.sources.discover import Discovery, discover
from outcome_catalog.sources.document import Document, Role, SourceFile
from outcome_catalog.sources.read import read_document

Read = Callable[..., Document]
Discover = Callable[..., Discovery]
CORPORA = Path(__file__).parents[3] / "shared" / "corpora"


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads a text or bytes as a document of a role."""

    def document(content: str | bytes, role: Role = Role.CHARTER) -> Document:
        path = "communities/guild/artifacts/note.md" if role is Role.ARTIFACT else "communities/guild/charter.yml"
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_document(tmp_path, SourceFile(path=path, role=role, community="guild", slug="note"))

    return document


@pytest.fixture
def found(tmp_path: Path) -> Discover:
    """Discovers a project that holds the files of a mapping from path to content, and an organisation unless told."""

    def discovery(files: dict[str, str | bytes], *, organisation: bool = True) -> Discovery:
        if organisation:
            files = {"communities/organisation.yml": "name: Alderbrook", **files}
        for path, content in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(content if isinstance(content, bytes) else content.encode())
        return discover(tmp_path)

    return discovery
