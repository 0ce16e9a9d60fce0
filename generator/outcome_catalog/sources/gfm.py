"""GitHub-Flavored Markdown: one linear-time parser for the rendered page and for the structure that checks look at."""

import re

import comrak

_ANCHOR = re.compile(r'<a href="#[^"]*" aria-label="[^"]*" data-heading-content="[^"]*" class="anchor"></a>')


def _extensions(*, heading_ids: bool) -> comrak.ExtensionOptions:
    options = comrak.ExtensionOptions()
    options.table = options.strikethrough = options.autolink = options.tasklist = options.footnotes = True
    if heading_ids:
        options.header_id_prefix = ""
    return options


def _rendering(*, positions: bool) -> comrak.RenderOptions:
    options = comrak.RenderOptions()
    options.unsafe_ = True
    options.sourcepos = positions
    return options


def _parsing() -> comrak.ParseOptions:
    options = comrak.ParseOptions()
    options.sourcepos_chars = True
    return options


def markdown_html(text: str) -> str:
    """*text* as HTML, each heading with an id. Raw HTML passes through: the result is not safe before a sanitiser."""
    html = comrak.render_markdown(text, _extensions(heading_ids=True), None, _rendering(positions=False))
    return _ANCHOR.sub("", html)


def positioned_html(text: str) -> str:
    """*text* as HTML in which every element that Markdown made carries ``data-sourcepos`` in characters."""
    return comrak.render_markdown(text, _extensions(heading_ids=False), _parsing(), _rendering(positions=True))
