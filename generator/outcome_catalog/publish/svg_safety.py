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
_SVG = "http://www.w3.org/2000/svg"
_METADATA = frozenset(
    [
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://creativecommons.org/ns#", "http://purl.org/dc/elements/1.1/",
        "http://www.inkscape.org/namespaces/inkscape", "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    ]
)  # fmt: skip
"""Namespaces of what drawing programs write beside the picture; no browser does anything with their elements."""
_OWN_FRAGMENT = re.compile(r"#[\w.:-]+")
_STYLE_REACHES_OUT = re.compile(
    r"@import|url\(\s*['\"]?(?!#)|(?:image|image-set|src)\(|expression|javascript|\\", re.IGNORECASE
)
_MOST_DEEP = 64


class _UnsafeError(Exception):
    """The picture holds something that is not on the list; the text says what."""


def why_svg_is_unsafe(data: bytes) -> str | None:
    """What in the SVG file *data* is more than a picture, in words that follow "it has"; None where nothing is."""
    parser = expat.ParserCreate(namespace_separator=" ")
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
        self.style: list[str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        if self.depth == 0 and (namespace, local) != (_SVG, "svg"):
            raise _UnsafeError("no svg element")
        self.depth += 1
        if self.depth > _MOST_DEEP:
            raise _UnsafeError(f"elements more than {_MOST_DEEP} deep")
        if namespace not in _METADATA and (namespace != _SVG or local not in _ELEMENTS):
            raise _UnsafeError(f"a <{local}> element")
        if self.style is not None:
            raise _UnsafeError(f"a <{local}> element within a style")
        self.style = [] if local == "style" else None
        for attribute, value in attributes.items():
            _check(attribute.rpartition(" ")[2], value)

    def end(self, name: str) -> None:
        self.depth -= 1
        if self.style is not None and name.endswith(" style"):
            if _STYLE_REACHES_OUT.search("".join(self.style)):
                raise _UnsafeError("a style that reaches out of the file")
            self.style = None

    def text(self, data: str) -> None:
        if self.style is not None:
            self.style.append(data)


def _check(attribute: str, value: str) -> None:
    name = attribute.lower()
    if name.startswith("on"):
        raise _UnsafeError(f"an {attribute} attribute")
    if name in {"href", "src", "base"} and not _OWN_FRAGMENT.fullmatch(value.strip()):
        raise _UnsafeError(f"an {attribute} that leads out of the file")
    if _STYLE_REACHES_OUT.search(value):
        raise _UnsafeError(f"an {attribute} that reaches out of the file")


def _refuse_entities(*_declaration: object) -> None:
    raise _UnsafeError("an entity declaration")


def _refuse_instructions(target: str, _data: str) -> None:
    raise _UnsafeError(f"a <?{target}?> instruction")
