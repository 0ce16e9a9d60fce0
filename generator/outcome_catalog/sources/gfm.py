"""GitHub-Flavored Markdown to HTML by one linear-time parser, for the published page and for the checks alike."""

import re
from html import unescape

import comrak

_TAG = re.compile(r"<[^<>]*>")
_HEADING_TAG = re.compile(r"<(/?)h[1-6]>")
_NOT_IN_ID = re.compile(r"[^\w\- ]")


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
    """*text* as HTML, each heading with an id of its own. Raw HTML passes: the result is not safe before a sanitiser.

    Only for a text in which ``markdown_faults`` finds none: those that would grow without bound are not refused here.
    """
    return _with_heading_ids(comrak.render_markdown(text, _EXTENSIONS, None, _PLAIN))


def positioned_html(text: str) -> str:
    """*text* as HTML in which every element that Markdown made carries ``data-sourcepos``, columns in bytes."""
    return comrak.render_markdown(text, _EXTENSIONS, None, _POSITIONED)


def _with_heading_ids(html: str) -> str:
    """*html* with an id on each heading; the parser's own ids take quadratic time where many headings are alike."""
    parts: list[str] = []
    used: dict[str, int] = {}
    done = opened = 0
    for tag in _HEADING_TAG.finditer(html):
        if not tag[1]:
            opened = tag.end()
        elif opened > done:
            words = unescape(_TAG.sub("", html[opened : tag.start()]))
            parts += (html[done : opened - 1], f' id="{_unused(_heading_id(words), used)}">')
            done = opened
    parts.append(html[done:])
    return "".join(parts)


def _heading_id(words: str) -> str:
    return _NOT_IN_ID.sub("", words.strip().lower()).replace(" ", "-") or "section"


def _unused(wanted: str, used: dict[str, int]) -> str:
    name = wanted
    while name in used:
        used[wanted] += 1
        name = f"{wanted}-{used[wanted]}"
    used[name] = 0
    return name
