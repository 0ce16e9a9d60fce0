"""Which files may lie beside the artifacts, told by their ending and by what is in them (trust)."""

import re
from collections.abc import Callable
from pathlib import Path
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


def media_fault(path: Path, *, of_the_site: bool = False) -> str | None:
    """Why the ordinary file at *path* is not published, or None where it may be.

    Style sheets, fonts and icons are allowed for the site itself only, not beside artifacts.
    """
    ending = path.suffix.lower()
    if ending not in _ALLOWED - (frozenset() if of_the_site else _OF_THE_SITE):
        return f"files that end with “{ending}” are not published" if ending else "its name has no ending"
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
        if ending == ".svg":
            return _svg_fault(head + stream.read(_MOST_SVG_BYTES))
    return None if _is_what_it_says(ending, head) else f"its content is not what “{ending}” says"


def _is_what_it_says(ending: str, head: bytes) -> bool:
    if ending in _TEXTS:
        return b"\0" not in head
    if ending in (".mp4", ".avif"):
        return head[4:8] == b"ftyp" and (ending == ".mp4" or head[8:12] in (b"avif", b"avis"))
    return head.startswith(_BEGINNINGS[ending]) and (ending != ".webp" or head[8:12] == b"WEBP")


class _ActiveError(Exception):
    """The image does something."""


def _svg_fault(content: bytes) -> str | None:
    """Why an SVG is not only a picture: it must be well-formed and hold neither scripts nor entities of its own."""
    if len(content) > _MOST_SVG_BYTES:
        return f"an SVG larger than {_MOST_SVG_BYTES // 1024 // 1024} MiB is not published"
    root: list[str] = []
    parser = expat.ParserCreate("utf-8")
    parser.XmlDeclHandler = _refuse_encoding
    parser.StartElementHandler = _element_check(root)
    parser.EntityDeclHandler = _refuse_entity
    parser.ProcessingInstructionHandler = _refuse_instruction
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        return f"it is not well-formed SVG: {error}"
    except _ActiveError as error:
        return f"it is not only a picture: it holds {error}"
    return None if root[0] == "svg" else "it is not SVG"


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
