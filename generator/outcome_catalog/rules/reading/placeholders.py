"""Words that stand where somebody meant to write something later."""

import re

_MARKERS = frozenset(
    {
        "coming soon", "fill in", "fill me in", "fixme", "insert text here", "lorem ipsum", "placeholder", "tba",
        "tbc", "tbd", "text goes here", "to be announced", "to be completed", "to be confirmed", "to be decided",
        "to be defined", "to be determined", "to be done", "to be written", "to do", "todo", "under construction",
        "wip", "work in progress", "write here", "xx", "xxx", "your text here",
    }
)  # fmt: skip
_AROUND = re.compile(r"^[\W_]+|[\W_]+$")
_BEGINNING = re.compile(r"(?:TODO|TBD|FIXME|XXX)\s*[:(–—-]|[Ll]orem ipsum\b")
"""In capitals and as a mark only: *todo* is a common word in Spanish, and *TODO lists* may be what a text is about."""
_SHORT = 120
"""A text that begins with a marker and is longer than this says something besides."""
_MARKS_AROUND = 20
_TO_FILL_IN = re.compile(r"<[\w\s,.'’…?!-]+>")
_NOTHING_SAID = re.compile(r"[\s.…_?*–—-]*")


def is_placeholder(text: str, hint: str | None = None) -> bool:
    """True where *text* only keeps a place: TODO, TBD, dots, <words to replace>, or the *hint* of a template."""
    if _NOTHING_SAID.fullmatch(text):
        return True
    if len(text) > max(_SHORT, len(hint or "") + _MARKS_AROUND):
        return False
    plain = _plain(text)
    if plain in _MARKERS or _TO_FILL_IN.fullmatch(text.strip()):
        return True
    if plain and hint is not None and plain == _plain(hint):
        return True
    return len(text) <= _SHORT and _BEGINNING.match(text.strip()) is not None


def _plain(text: str) -> str:
    return _AROUND.sub("", " ".join(text.split())).casefold()
