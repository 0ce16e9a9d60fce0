"""What a build starts from: the catalog, or why there is none, and everything beside it that is published."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from outcome_catalog.diagnostics import Diagnostic, Report
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.pipeline import load_catalog
from outcome_catalog.publish.hand_written import HAND_WRITTEN_PATH
from outcome_catalog.publish.media import MediaFile, media_files
from outcome_catalog.resources import cache_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project's folder as it was read. *texts* are the hand-written pages' Markdown, by source path."""

    root: Path
    catalog: Catalog | None
    report: Report
    media: tuple[MediaFile, ...] = ()
    texts: dict[str, str]


def read_project(root: Path, as_of: date | None) -> Project:
    """The project in *root*; whatever its files hold, this raises nothing."""
    loaded = load_catalog(root, as_of=as_of, cache=cache_folder(root))
    files = frozenset[str]() if loaded.catalog is None else loaded.catalog.files
    media = tuple(media_files(root, files))
    refused = Report.of(found for found in media if isinstance(found, Diagnostic))
    return Project(
        root=root,
        catalog=loaded.catalog,
        report=loaded.report + refused,
        media=tuple(found for found in media if isinstance(found, MediaFile)),
        texts=_hand_written_texts(root, files),
    )


def _hand_written_texts(root: Path, files: frozenset[str]) -> dict[str, str]:
    texts = {}
    for path in sorted(files):
        if HAND_WRITTEN_PATH.fullmatch(path):
            texts[path] = (root / path).read_text(encoding="utf-8-sig", errors="replace")
    return texts
