"""Whether an SVG picture is only a picture: an allow-list of elements and attributes, and no way out of the file.

A browser that opens an SVG file by its address runs what is in it, as a page of this site. So a file with anything else
in it than shapes, text and paint is not published at all.
"""

import re
from xml.parsers import expat

from outcome_catalog.diagnostics import Diagnostic, Severity, Span
from outcome_catalog.sources.media_types import PLAIN_DRAWING

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


def unsafe_svg(path: str, data: bytes) -> Diagnostic | None:
    """The finding that the SVG file *data* at *path* is more than a picture, at what is; None where nothing is."""
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except _UnsafeError as unsafe:
        return _finding(path, str(unsafe), *reader.place)
    except expat.ExpatError as error:
        return _finding(path, "no well-formed XML", error.lineno, error.offset + 1)
    return None


def _finding(path: str, unsafe: str, line: int, column: int) -> Diagnostic:
    return Diagnostic(
        code="media-refused",
        severity=Severity.WARNING,
        message=f"“{path.rpartition('/')[2]}” is left out of the site: it has {unsafe}, and so is more than a picture.",
        span=Span(path=path, line=line, column=column, end_line=line, end_column=column + 1),
        help=PLAIN_DRAWING,
    )


class _Reader:
    """Looks at each part of the file as it is parsed; *place* is the line and column of what it looks at."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.EntityDeclHandler = self.entities
        self.parser.ProcessingInstructionHandler = self.instruction
        self.depth = 0
        self.style: list[str] | None = None
        self.place = (1, 1)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._look()
        namespace, _, local = name.rpartition(" ")
        if self.depth == 0 and (namespace, local) != (_SVG, "svg"):
            raise _UnsafeError("no svg element")
        self.depth += 1
        if self.depth > _MOST_DEEP:
            raise _UnsafeError(f"elements more than {_MOST_DEEP} deep")
        if namespace not in _METADATA and (namespace != _SVG or local not in _ELEMENTS):
            raise _UnsafeError(f"the element <{local}>")
        if self.style is not None:
            raise _UnsafeError(f"the element <{local}> within a style")
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

    def entities(self, *_declaration: object) -> None:
        self._look()
        raise _UnsafeError("an entity declaration")

    def instruction(self, target: str, _data: str) -> None:
        self._look()
        raise _UnsafeError(f"the instruction <?{target}?>")

    def _look(self) -> None:
        self.place = (self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)


def _check(attribute: str, value: str) -> None:
    name = attribute.lower()
    if name.startswith("on"):
        raise _UnsafeError(f"the attribute {attribute}")
    if name in {"href", "src", "base"} and not _OWN_FRAGMENT.fullmatch(value.strip()):
        raise _UnsafeError(f"the attribute {attribute} that leads out of the file")
    if _STYLE_REACHES_OUT.search(value):
        raise _UnsafeError(f"the attribute {attribute} that reaches out of the file")
