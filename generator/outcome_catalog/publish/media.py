"""Pictures and attachments beside the records: which of them are published, and where."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from outcome_catalog.diagnostics import Diagnostic
from outcome_catalog.publish.picture_sizes import PictureSize, picture_size
from outcome_catalog.sources.svg_safety import unsafe_svg

_MEDIA_PATH = re.compile(r"communities/((?:[a-z0-9-]+/media|assets)/.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFile:
    """A file that is copied to the site: its path from the project's root, its address, and a picture's size."""

    source_path: str
    address: str
    size: PictureSize | None = None


def media_files(root: Path, files: Iterable[str]) -> Iterator[MediaFile | Diagnostic]:
    """Of the *files* whose types discovery allowed those in media folders: as what each is published, or why not.

    A drawing is looked at once more, as it is now: the finding is the one that discovery gave.
    """
    for path in sorted(files):
        match = _MEDIA_PATH.fullmatch(path)
        if match is not None:
            unsafe = unsafe_svg(path, (root / path).read_bytes()) if path.lower().endswith(".svg") else None
            yield _published(root, path, match[1]) if unsafe is None else unsafe


def _published(root: Path, path: str, address: str) -> MediaFile:
    return MediaFile(source_path=path, address=address, size=picture_size(root / path))
