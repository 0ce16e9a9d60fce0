"""Pictures and attachments beside the records: which of them are published, and where."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from outcome_catalog.diagnostics import Diagnostic, Severity, Span
from outcome_catalog.publish.picture_sizes import PictureSize, picture_size
from outcome_catalog.publish.svg_safety import why_svg_is_unsafe

_MEDIA_PATH = re.compile(r"communities/((?:[a-z0-9-]+/media|assets)/.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFile:
    """A file that is copied to the site: its path from the project's root, its address, and a picture's size."""

    source_path: str
    address: str
    size: PictureSize | None = None


def media_files(root: Path, files: Iterable[str]) -> Iterator[MediaFile | Diagnostic]:
    """Of the *files* whose types discovery allowed those in media folders: as what each is published, or why not."""
    for path in sorted(files):
        match = _MEDIA_PATH.fullmatch(path)
        if match is not None:
            unsafe = why_svg_is_unsafe((root / path).read_bytes()) if path.lower().endswith(".svg") else None
            yield _published(root, path, match[1]) if unsafe is None else _refusal(path, unsafe)


def _published(root: Path, path: str, address: str) -> MediaFile:
    return MediaFile(source_path=path, address=address, size=picture_size(root / path))


def _refusal(path: str, unsafe: str) -> Diagnostic:
    return Diagnostic(
        code="media-refused",
        severity=Severity.WARNING,
        message=f"{path.rpartition('/')[2]} is left out of the site: it has {unsafe}, and so is more than a picture",
        span=Span(path=path),
        help="save it as a plain SVG, or as a .png",
    )
