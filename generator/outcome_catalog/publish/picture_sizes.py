"""How large a contributor's picture is, as its own file tells: by it a page keeps the picture's place free."""

import re
from pathlib import Path
from xml.parsers import expat

import imagesize

PictureSize = tuple[int, int]
"""Width and height in CSS pixels, turned as the file says that the picture is to be shown."""
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+)(px|pt|pc|in|cm|mm)?\s*")
_NUMBERS_OF_BOX = re.compile(r"[\s,]+")
_PIXELS = {None: 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4}
"""CSS Values and Units, section 6.2: absolute lengths."""
_BEYOND_BELIEF = 100_000
_FULL_WIDTH = 1000
"""A drawing that tells only its proportions fills the line, which on no page is longer than this."""


def picture_size(path: Path) -> PictureSize | None:
    """The size of the picture file at *path*, an SVG being safe already; None where the file does not tell."""
    if path.suffix.lower() == ".svg":
        width, height = _drawing_size(path.read_bytes())
    else:
        with path.open("rb") as file:
            width, height = imagesize.get(file)
    is_told = all(1 <= side < _BEYOND_BELIEF for side in (width, height))  # so is no side that is not a number
    return (round(width), round(height)) if is_told else None


def _drawing_size(data: bytes) -> tuple[float, float]:
    """Of the SVG document *data*: its own width and height, else its proportions at full width (SVG 2, section 8.2)."""
    root = _root_attributes(data)
    width, height = _length(root.get("width")), _length(root.get("height"))
    if width and height:
        return width, height
    ratio = _height_by_width(root.get("viewBox", ""))
    if width or not height:
        full = width or _FULL_WIDTH
        return full, full * ratio
    return (height / ratio if ratio else 0), height


def _root_attributes(data: bytes) -> dict[str, str]:
    found: list[dict[str, str]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda _, attributes: found.append(attributes) if not found else None
    parser.Parse(data, True)
    return found[0]


def _length(written: str | None) -> float:
    match = _LENGTH.fullmatch(written or "")
    return 0 if match is None else float(match[1]) * _PIXELS[match[2]]


def _height_by_width(view_box: str) -> float:
    match _NUMBERS_OF_BOX.split(view_box.strip()):
        case [_, _, width, height] if _length(width):
            return _length(height) / _length(width)
    return 0
