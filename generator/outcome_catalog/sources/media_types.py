"""Which files may lie beside the artifacts, told by their ending and by what is in them (trust)."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.parsers import expat

MOST_BYTES = 20 * 1024 * 1024
_MOST_SVG_BYTES = 2 * 1024 * 1024
_HEAD = 4096

_ZIP = (b"PK\x03\x04",)
_BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
    ".pdf": (b"%PDF-",),
    **dict.fromkeys((".odt", ".ods", ".odp", ".docx", ".xlsx", ".pptx"), _ZIP),
    ".webm": (b"\x1a\x45\xdf\xa3",),
    ".ico": (b"\x00\x00\x01\x00",),
    ".woff": (b"wOFF",),
    ".woff2": (b"wOF2",),
}
_TEXTS = frozenset([".txt", ".csv", ".tsv", ".css"])
_OF_THE_SITE = frozenset([".css", ".ico", ".woff", ".woff2"])
_ALLOWED = frozenset([*_BEGINNINGS, *_TEXTS, ".svg", ".avif", ".mp4"])
_SCRIPT_ADDRESS = re.compile(r"\s*(?:javascript|vbscript|data:text)", re.IGNORECASE)
_ACTIVE = frozenset(["script", "foreignobject", "iframe", "object", "embed", "handler"])


_WHAT_IS_ALLOWED = (
    "Allowed are images (png, jpg, gif, webp, avif, svg), pdf, txt, csv, tsv, office documents without macros, mp4."
)
PLAIN_DRAWING = "Take that out, or save the drawing as a plain SVG or as a .png."
"""What to do about a drawing that is more than a picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFault:
    """Why a file is not published, at which *line* and *column* of it (from 1), and what to do about it."""

    reason: str
    line: int = 1
    column: int = 1
    help: str = _WHAT_IS_ALLOWED


def media_fault(path: Path, *, of_the_site: bool = False) -> MediaFault | None:
    """Why the ordinary file at *path* is not published, or None where it may be.

    Style sheets, fonts and icons are allowed for the site itself only, not beside artifacts.
    """
    ending = path.suffix.lower()
    if ending not in _ALLOWED - (frozenset() if of_the_site else _OF_THE_SITE):
        unknown = f"files that end with “{ending}” are not published" if ending else "its name has no ending"
        return MediaFault(reason=unknown)
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
        if ending == ".svg":
            return _svg_fault(head + stream.read(_MOST_SVG_BYTES))
    return None if _is_what_it_says(ending, head) else MediaFault(reason=f"its content is not what “{ending}” says")


def _is_what_it_says(ending: str, head: bytes) -> bool:
    if ending in _TEXTS:
        return b"\0" not in head
    if ending in (".mp4", ".avif"):
        return head[4:8] == b"ftyp" and (ending == ".mp4" or head[8:12] in (b"avif", b"avis"))
    return head.startswith(_BEGINNINGS[ending]) and (ending != ".webp" or head[8:12] == b"WEBP")


class _ActiveError(Exception):
    """The image does something, at *line* and *column*."""

    line, column = 1, 1


def _svg_fault(content: bytes) -> MediaFault | None:
    """Why an SVG is not only a picture: it must be well-formed and hold neither scripts nor entities of its own."""
    if len(content) > _MOST_SVG_BYTES:
        return MediaFault(reason=f"an SVG larger than {_MOST_SVG_BYTES // 1024 // 1024} MiB is not published")
    root: list[str] = []
    parser = expat.ParserCreate("utf-8")
    parser.XmlDeclHandler = _placed(parser, _refuse_encoding)
    parser.StartElementHandler = _placed(parser, _element_check(root))
    parser.EntityDeclHandler = _placed(parser, _refuse_entity)
    parser.ProcessingInstructionHandler = _placed(parser, _refuse_instruction)
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        reason = f"it is not well-formed SVG: {error}"
        return MediaFault(reason=reason, line=error.lineno, column=error.offset + 1, help=PLAIN_DRAWING)
    except _ActiveError as error:
        reason = f"it is not only a picture: it holds {error}"
        return MediaFault(reason=reason, line=error.line, column=error.column, help=PLAIN_DRAWING)
    return None if root[0] == "svg" else MediaFault(reason="it is not SVG")


def _placed(parser: expat.XMLParserType, check: Callable[..., None]) -> Callable[..., None]:
    """*check*, which says where what it refuses begins: afterwards the parser knows only where that ends."""

    def checked(*found: Any) -> None:
        try:
            check(*found)
        except _ActiveError as error:
            error.line, error.column = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
            raise

    return checked


def _element_check(root: list[str]) -> Callable[[str, dict[str, str]], None]:
    """The check of each element; the first one's name is put into *root*."""

    def check(tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2].lower()
        if not root:
            root.append(name)
        if name in _ACTIVE:
            raise _ActiveError(f"<{name}>")
        for key, value in attributes.items():
            if key.lower().startswith("on"):
                raise _ActiveError(f"the script “{key}”")
            if _SCRIPT_ADDRESS.match(value):
                raise _ActiveError(f"a script in “{key}”")

    return check


def _refuse_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding is not None and encoding.lower() not in ("utf-8", "utf8", "us-ascii"):
        raise _ActiveError(f"text in the encoding {encoding}, which programs read in more than one way")


def _refuse_entity(*_: object) -> None:
    raise _ActiveError("entities of its own")


def _refuse_instruction(target: str, _: str) -> None:
    if target.lower() == "xml-stylesheet":
        raise _ActiveError("a style sheet from elsewhere")
