"""Whether an SVG file is only a picture, and where it is more."""

import pytest

from outcome_catalog.sources.svg_safety import unsafe_svg

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


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
    assert unsafe_svg("a.svg", SVG.format(inside).encode()) is None


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
    assert unsafe_svg("a.svg", hostile.encode()) is not None


@pytest.mark.parametrize(
    ("inside", "what", "place"),
    [
        ("\n <g>\n  <image href='https://evil.example/x.png'/></g>", "the element <image>", "a.svg:3:3"),
        ("\n<g>é<rect onclick='x()'/></g>", "the attribute onclick", "a.svg:2:5"),
        ("\n<style>\n.a { }\n@import 'https://evil.example/x.css';\n</style>", "a style that", "a.svg:2:1"),
        ("\n<?evil x?>", "the instruction <?evil?>", "a.svg:2:1"),
        ("\n<g>", "no well-formed XML", "a.svg:2:6"),
    ],
)
def test_the_finding_names_what_is_more_than_a_picture_and_where_it_begins(inside: str, what: str, place: str) -> None:
    finding = unsafe_svg("a.svg", SVG.format(inside).encode())
    assert finding is not None
    assert (finding.code, str(finding.span)) == ("media-refused", place)
    assert f"“a.svg” is left out of the site: it has {what}" in finding.message
    assert finding.help == "Take that out, or save the drawing as a plain SVG or as a .png."


def test_entities_are_named_where_they_are_declared() -> None:
    finding = unsafe_svg("a.svg", b'<!DOCTYPE svg [\n<!ENTITY x "y">]>\n<svg xmlns="http://www.w3.org/2000/svg"/>')
    assert finding is not None
    assert finding.span.line == 2
