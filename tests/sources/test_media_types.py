from pathlib import Path

import pytest

from outcome_catalog.sources.media_types import media_fault
from tests.sources.conftest import Discover

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
GOOD = {
    "a.png": b"\x89PNG\r\n\x1a\nrest", "a.jpg": b"\xff\xd8\xff\xe0", "A.JPEG": b"\xff\xd8\xff\xdb", "a.gif": b"GIF89a",
    "a.webp": b"RIFF\x10\0\0\0WEBPVP8 ", "a.pdf": b"%PDF-1.7", "a.txt": "Größe".encode(), "a.csv": b"a,b\n",
    "e.txt": b"",
    "a.docx": b"PK\x03\x04", "a.ods": b"PK\x03\x04", "a.avif": b"\0\0\0\x20ftypavif", "a.mp4": b"\0\0\0\x20ftypisom",
    "a.svg": SVG.format("<path d='M0 0'/><style>a{}</style>").encode(),
    "b.svg": b'<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">\n<svg/>',
    "c.svg": SVG.format("<a href='https://example.org/'><image href='data:image/png;base64,AA=='/></a>").encode(),
}  # fmt: skip
BAD = {
    "a.html": b"<p>", "a.js": b"x", "a.exe": b"MZ", "a.docm": b"PK\x03\x04", "a.xhtml": b"<p/>",
    "a.svgz": b"\x1f\x8b", "a": b"x", "a.css": b"a{}", "a.woff2": b"wOF2", "a.zip": b"PK\x03\x04", "a.htm": b"",
    "a.xml": b"<a/>",
    "b.png": b"<svg onload='x()'/>", "b.jpg": b"\x89PNG\r\n\x1a\n", "b.pdf": b"<script>",
    "b.webp": b"RIFF\x10\0\0\0WAVE",
    "b.txt": b"a\0b", "b.docx": b"<html>", "b.avif": b"\0\0\0\x20ftypisom", "b.gif": b"",
}  # fmt: skip
ACTIVE = [
    "<script>alert(1)</script>", "<SCRIPT/>", "<g onload='x()'/>", "<g ONCLICK='x()'/>", "<a href='javascript:x()'/>",
    "<a xlink:href=' JavaScript:x()'/>", "<foreignObject/>", "<iframe/>",
    "<set attributeName='href' to='javascript:x()'/>",
    "<x:script xmlns:x='http://www.w3.org/2000/svg'/>", "<a href='data:text/html,x'/>", "<handler/>", "<embed/>",
]  # fmt: skip


@pytest.mark.parametrize("name", GOOD)
def test_what_may_lie_beside_artifacts(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(GOOD[name])
    assert media_fault(tmp_path / name) is None


@pytest.mark.parametrize("name", BAD)
def test_what_may_not(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    assert media_fault(tmp_path / name)


@pytest.mark.parametrize("name", ["a.css", "a.woff2"])
def test_style_sheets_and_fonts_are_for_the_site_itself(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    assert media_fault(tmp_path / name, of_the_site=True) is None


@pytest.mark.parametrize("inside", ACTIVE)
def test_an_svg_that_does_something_is_refused(tmp_path: Path, inside: str) -> None:
    path = tmp_path / "a.svg"
    path.write_text(SVG.format(inside))
    assert "not only a picture" in str(media_fault(path))


@pytest.mark.parametrize(
    "content",
    [
        b"<svg", b"", b"text", b"<html/>", b"<svg/><svg/>", b"\xff\xfe<\0s\0v\0g\0/\0", b"<svg a=b/>",
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', b'<?xml-stylesheet href="a.css"?><svg/>',
        b"<svg>" + b"x" * (2 * 1024 * 1024) + b"</svg>",
        '<?xml version="1.0" encoding="utf-7"?><svg>+ADw-script+AD4-</svg>'.encode("ascii"),
    ],
)  # fmt: skip
def test_what_is_no_plain_svg_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.svg"
    path.write_bytes(content)
    assert media_fault(path)


@pytest.mark.parametrize(
    ("content", "place", "what"),
    [
        ("<svg>\n <g>\n  <script/></g></svg>", "3:3", "<script>"),
        ("<svg>\n<g>é<rect onclick='x()'/></g></svg>", "2:5", "the script “onclick”"),
        ('<!DOCTYPE svg [\n<!ENTITY x "y">]><svg/>', "2:12", "entities of its own"),
        ("<svg>\n<g></svg>", "2:48", "well-formed"),
    ],
)
def test_what_an_svg_does_is_one_finding_at_its_place(found: Discover, content: str, place: str, what: str) -> None:
    """A file that is refused is not also told to be left out of the site."""
    image = "<image href='https://evil.example/x.png'/>"
    path = "communities/guild/media/a.svg"
    discovery = found({"communities/guild/charter.yml": "", path: content.replace("</svg>", f"{image}</svg>")})
    (finding,) = discovery.diagnostics
    assert (finding.code, str(finding.span)) == ("media-type", f"{path}:{place}")
    assert what in finding.message
    assert finding.help == "Take that out, or save the drawing as a plain SVG or as a .png."


def test_entities_do_not_grow(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    levels = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(12))
    path.write_text(f'<!DOCTYPE svg [<!ENTITY l0 "ha">{levels}]><svg>&l12;</svg>')
    assert "entities" in str(media_fault(path))


def test_a_refused_file_is_not_among_the_media(found: Discover) -> None:
    discovery = found({
        "communities/guild/charter.yml": "",
        "communities/guild/media/a.html": "<p>",
        "communities/guild/media/b.png": "text",
        "communities/guild/media/large.png": b"\x89PNG\r\n\x1a\n" + b"\0" * (20 * 1024 * 1024),
        "communities/assets/extra.css": "a{}",
        "communities/assets/extra.js": "x",
    })  # fmt: skip
    assert [(d.code, d.span.path.rpartition("/")[2]) for d in discovery.diagnostics] == [
        ("media-type", "extra.js"),
        ("media-type", "a.html"),
        ("media-type", "b.png"),
        ("media-too-large", "large.png"),
    ]
    assert {m for m in discovery.media if "/media/" in m or "/assets/" in m} == {"communities/assets/extra.css"}
