"""Which files beside the records are published."""

from pathlib import Path

import pytest

from outcome_catalog.diagnostics import Diagnostic
from outcome_catalog.publish.media import MediaFile, media_files
from outcome_catalog.publish.svg_safety import why_svg_is_unsafe

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


def found(root: Path, path: str, content: bytes) -> list[MediaFile | Diagnostic]:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(content)
    return list(media_files(root, [path]))


@pytest.mark.parametrize("name", ["a.png", "deep/a.pdf", "a.svg"])
def test_a_file_of_a_media_folder_is_published_at_its_place(tmp_path: Path, name: str) -> None:
    (file,) = found(tmp_path, f"communities/guild/media/{name}", SVG.format("").encode())
    assert isinstance(file, MediaFile)
    assert (file.source_path, file.address) == (f"communities/guild/media/{name}", f"guild/media/{name}")


def test_a_drawing_that_does_something_is_left_out_and_named(tmp_path: Path) -> None:
    hostile = SVG.format("<script>alert(1)</script>").encode()
    (finding,) = found(tmp_path, "communities/guild/media/a.svg", hostile)
    assert isinstance(finding, Diagnostic)
    assert (finding.code, finding.span.path) == ("media-refused", "communities/guild/media/a.svg")


def test_files_outside_media_folders_are_nobody_s_media(tmp_path: Path) -> None:
    assert found(tmp_path, "communities/guild/charter.yml", b"x") == []
    assert len(found(tmp_path, "communities/assets/a.txt", b"x")) == 1


@pytest.mark.parametrize(
    "inside",
    [
        "<g fill='url(#a)'><circle r='1' style='fill:red'/></g>",
        "<defs><linearGradient id='a'><stop offset='0'/></linearGradient></defs>",
        "<use href='#a'/><text>x &amp; y</text><style>.a{fill:red}</style>",
        "<metadata><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></metadata>",
    ],
)
def test_a_picture_is_only_a_picture(inside: str) -> None:
    assert why_svg_is_unsafe(SVG.format(inside).encode()) is None


@pytest.mark.parametrize(
    "hostile",
    [
        SVG.format("<script>alert(1)</script>"),
        SVG.format("<SCRIPT>alert(1)</SCRIPT>"),
        SVG.format("<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>"),
        SVG.format("<rdf:x xmlns:rdf='http://www.w3.org/1999/xhtml'/>"),
        SVG.format("<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>"),
        SVG.format("<circle onclick='alert(1)'/>"),
        SVG.format("<a href='javascript:alert(1)'><text>x</text></a>"),
        SVG.format("<a xmlns:z='http://www.w3.org/1999/xlink' z:href='javascript:alert(1)'><text>x</text></a>"),
        SVG.format("<image href='https://evil.example/x.png'/>"),
        SVG.format("<use href='https://evil.example/x.svg#a'/>"),
        SVG.format("<style>@import 'https://evil.example/x.css';</style>"),
        SVG.format("<style>@im<!-- -->port 'https://evil.example/x.css';</style>"),
        SVG.format("<style>@import 'https://evil.example/x.css';<style/></style>"),
        SVG.format(
            "<style>@import 'https://evil.example/x.css';<y:style xmlns:y='http://purl.org/dc/elements/1.1/'/></style>"
        ),
        SVG.format("<style>svg { background: image-set('https://evil.example/x.png' 1x) }</style>"),
        SVG.format("<style>svg { background: image('https://evil.example/x.png') }</style>"),
        SVG.format("<style>svg { background: src('https://evil.example/x.png') }</style>"),
        SVG.format("<rect style='cursor: -webkit-image-set(&quot;https://evil.example/x.png&quot; 1x)'/>"),
        SVG.format("<rect fill='url(https://evil.example/x)'/>"),
        SVG.format("<rect style='fill:u\\72l(//evil.example)'/>"),
        SVG.format("<set attributeName='href' to='javascript:alert(1)'/>"),
        SVG.format("<animate attributeName='href' values='javascript:alert(1)'/>"),
        '<!DOCTYPE svg [<!ENTITY x "<script/>">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>',
        '<?xml-stylesheet href="https://evil.example/x.css"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        "<html xmlns='http://www.w3.org/1999/xhtml'/>",
        "<svg xmlns='http://www.w3.org/1999/xhtml'/>",
        "<svg",
        "",
        SVG.format("<g>" * 100 + "</g>" * 100),
    ],
)
def test_nothing_more_than_a_picture_passes(hostile: str) -> None:
    assert why_svg_is_unsafe(hostile.encode()) is not None
