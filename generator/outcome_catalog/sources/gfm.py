"""GitHub-Flavored Markdown to HTML by one linear-time parser, for the published page and for the checks alike."""

import comrak


def _extensions() -> comrak.ExtensionOptions:
    options = comrak.ExtensionOptions()
    options.table = options.strikethrough = options.autolink = options.tasklist = True
    options.footnotes = options.alerts = True
    return options


def _rendering(*, positions: bool) -> comrak.RenderOptions:
    options = comrak.RenderOptions()
    options.unsafe_ = True  # raw HTML passes: what may stay of it is the sanitiser's to say
    options.sourcepos = positions
    return options


_EXTENSIONS = _extensions()
_PLAIN = _rendering(positions=False)
_POSITIONED = _rendering(positions=True)


def markdown_html(text: str) -> str:
    """*text* as HTML. Raw HTML passes: the result is not safe before a sanitiser.

    Only for a text in which ``markdown_faults`` finds none: those that would grow without bound are not refused here.
    """
    return comrak.render_markdown(text, _EXTENSIONS, None, _PLAIN)


def positioned_html(text: str) -> str:
    """*text* as HTML in which every element that Markdown made carries ``data-sourcepos``, columns in bytes."""
    return comrak.render_markdown(text, _EXTENSIONS, None, _POSITIONED)
