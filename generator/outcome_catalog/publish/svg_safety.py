"""Whether an SVG picture is only a picture: an allow-list of elements and attributes, and no way out of the file.

A browser that opens an SVG file by its address runs what is in it, as a page of this site. So a file with anything else
in it than shapes, text and paint is not published at all.
"""

import re
from xml.parsers import expat

_ELEMENTS = frozenset(
    [
        "a", "circle", "clipPath", "defs", "desc", "ellipse", "feBlend", "feColorMatrix", "feComposite",
        "feFlood", "feGaussianBlur", "feMerge", "feMergeNode", "feOffset", "filter", "g", "line",
        "linearGradient", "marker", "mask", "metadata", "path", "pattern", "polygon", "polyline",
        "radialGradient", "rect", "stop", "style", "svg", "switch", "symbol", "text", "textPath", "title",
        "tspan", "use", "view",
    ]
)  # fmt: skip
_FOREIGN_METADATA = re.compile(r"(rdf|cc|dc|sodipodi|inkscape|serif|sketch|xlink):")
_OWN_FRAGMENT = re.compile(r"#[\w.:-]+")
_STYLE_REACHES_OUT = re.compile(r"@import|url\(\s*['\"]?(?!#)|expression|javascript|\\", re.IGNORECASE)
_MOST_DEEP = 64


class _UnsafeError(Exception):
    """The picture holds something that is not on the list; the text says what."""


def why_svg_is_unsafe(data: bytes) -> str | None:
    """What in the SVG file *data* is more than a picture, in words that follow "it has"; None where nothing is."""
    parser = expat.ParserCreate()
    reader = _Reader()
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.EntityDeclHandler = _refuse_entities
    parser.ProcessingInstructionHandler = _refuse_instructions
    try:
        parser.Parse(data, True)
    except _UnsafeError as unsafe:
        return str(unsafe)
    except expat.ExpatError:
        return "no well-formed XML"
    return None


class _Reader:
    def __init__(self) -> None:
        self.depth = 0
        self.style = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self.depth == 0 and name != "svg":
            raise _UnsafeError("no svg element")
        self.depth += 1
        if self.depth > _MOST_DEEP:
            raise _UnsafeError(f"elements more than {_MOST_DEEP} deep")
        if name not in _ELEMENTS and not _FOREIGN_METADATA.match(name):
            raise _UnsafeError(f"a <{name}> element")
        self.style = name == "style"
        for attribute, value in attributes.items():
            _check(attribute, value)

    def end(self, _name: str) -> None:
        self.depth -= 1
        self.style = False

    def text(self, data: str) -> None:
        if self.style and _STYLE_REACHES_OUT.search(data):
            raise _UnsafeError("a style that reaches out of the file")


def _check(attribute: str, value: str) -> None:
    name = attribute.lower()
    if name.startswith("on"):
        raise _UnsafeError(f"an {attribute} attribute")
    if name in {"href", "xlink:href", "src", "xml:base"} and not _OWN_FRAGMENT.fullmatch(value.strip()):
        raise _UnsafeError(f"an {attribute} that leads out of the file")
    if not name.startswith("xmlns") and _STYLE_REACHES_OUT.search(value):
        raise _UnsafeError(f"an {attribute} that reaches out of the file")


def _refuse_entities(*_declaration: object) -> None:
    raise _UnsafeError("an entity declaration")


def _refuse_instructions(target: str, _data: str) -> None:
    raise _UnsafeError(f"a <?{target}?> instruction")
