"""Pictures and attachments beside the records: which are published, by an allow-list of types and by content."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from outcome_catalog.diagnostics import Diagnostic, Severity, Span
from outcome_catalog.publish.svg_safety import why_svg_is_unsafe

_MEDIA_PATH = re.compile(r"communities/((?:[a-z0-9-]+/media|assets)/.+)")
_OFFICE = (b"PK\x03\x04",)
_BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
    ".pdf": (b"%PDF-",),
    ".zip": _OFFICE,
    ".docx": _OFFICE,
    ".xlsx": _OFFICE,
    ".pptx": _OFFICE,
    ".odt": _OFFICE,
    ".ods": _OFFICE,
    ".odp": _OFFICE,
}
_TEXTS = frozenset({".csv", ".txt"})
_BEGINNING = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFile:
    """A file that is copied to the site: its path from the project's root, and its address."""

    source_path: str
    address: str


def media_files(root: Path, files: Iterable[str]) -> Iterator[MediaFile | Diagnostic]:
    """Of the ordinary *files* below ``communities/`` those in media folders: as what each is published, or why not."""
    for path in sorted(files):
        match = _MEDIA_PATH.fullmatch(path)
        if match is None:
            continue
        reason = _why_not(root / path)
        yield MediaFile(source_path=path, address=match[1]) if reason is None else _refusal(path, reason)


def _why_not(file: Path) -> str | None:
    ending = PurePosixPath(file.name).suffix.lower()
    if ending == ".svg":
        unsafe = why_svg_is_unsafe(file.read_bytes())
        return None if unsafe is None else f"is more than a picture: it has {unsafe}"
    if ending not in _BEGINNINGS and ending not in _TEXTS:
        return "is of a type that is not published"
    with file.open("rb") as opened:
        beginning = opened.read(_BEGINNING)
    is_so = beginning.startswith(_BEGINNINGS[ending]) if ending in _BEGINNINGS else b"\0" not in beginning
    return None if is_so else f"is not what its name's ending {ending} says"


def _refusal(path: str, reason: str) -> Diagnostic:
    return Diagnostic(
        code="media-refused",
        severity=Severity.WARNING,
        message=f"{path.rpartition('/')[2]} {reason}, so it is left out of the site.",
        span=Span(path=path),
        help="Pictures may be .png, .jpg, .gif, .webp or plain .svg; attachments .pdf, .csv, .txt, .zip, office files.",
    )
