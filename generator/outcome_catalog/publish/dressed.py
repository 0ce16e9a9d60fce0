"""Sanitised HTML made fit for a page: heading ids and levels, names for check boxes, no picture from elsewhere.

It takes the sanitiser's output only: well-formed, every attribute in double quotes. It changes single tags and adds
nothing that a contributor wrote without escaping it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import unquote

from markupsafe import escape

from outcome_catalog.publish.heading_ids import HeadingIds
from outcome_catalog.publish.heading_levels import HeadingLevels
from outcome_catalog.publish.picture_sizes import PictureSize

REMOTE = "remote:"
"""Stands before the address of a picture from elsewhere: no browser loads it, and it becomes a link here."""
_LONGEST_HEADING = 2000
_KEPT_OF_PICTURES = ("title", "width", "height")
_TAG = re.compile(r"<(/?)(a|h[1-6]|img|input|pre|table)((?: [a-z-]+(?:=\"[^\"]*\")?)*)>")
_ATTRIBUTE = re.compile(r" ([a-z-]+)(?:=\"([^\"]*)\")?")
_ID = re.compile(r" id=\"([^\"]*)\"")
"""The ids of footnotes, the only ones that the sanitiser lets a contributor's text have."""
_TABLE = {False: '<div class="oc-scroll" tabindex="0"><table class="oc-table">', True: "</table></div>"}
"""A table scrolls by itself, by keyboard too. One without a class would be wrapped by Material once it was shown."""
_FIRST_HEADING = re.compile(r"\s*<h([1-6])>(.{0,2000}?)</h\1>\n?", re.DOTALL)
_ANY_TAG = re.compile(r"<(?:[^\">]|\"[^\"]*\")*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class TocEntry:
    """A heading of a text: its plain title, its id and its level on the page."""

    title: str
    id: str
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributedText:
    """A contributor's text, safe to print as it is, and its headings in order."""

    html: str
    toc: tuple[TocEntry, ...] = ()


def dressed(
    html: str,
    words: Mapping[str, Any],
    title: str | None = None,
    picture_size: Callable[[str], PictureSize | None] = lambda _: None,
) -> ContributedText:
    """*html* as it stands on a page; its headings stand below the page's own *title*, which it does not say again."""
    if title is not None:
        html = _without_title(html, title)
    dresser = _Dresser(html, words, picture_size)
    return ContributedText(html=_TAG.sub(dresser.tag, html), toc=tuple(dresser.toc))


def _without_title(html: str, title: str) -> str:
    """*html* without a first heading that only repeats *title*."""
    first = _FIRST_HEADING.match(html)
    return html[first.end() :] if first and _plain(first[2]).casefold() == " ".join(title.split()).casefold() else html


def _plain(html: str) -> str:
    return " ".join(unescape(_ANY_TAG.sub("", html)).split())


class _Dresser:
    """What has to be remembered from tag to tag."""

    def __init__(self, html: str, words: Mapping[str, Any], picture_size: Callable[[str], PictureSize | None]) -> None:
        self.html, self.words, self.picture_size = html, words, picture_size
        self.toc: list[TocEntry] = []
        self.ids = HeadingIds(taken=_ID.findall(html))
        self.levels = HeadingLevels()
        self.open_headings: list[int] = []
        self.open_links = 0

    def tag(self, match: re.Match[str]) -> str:
        closing, name, attributes = match.groups()
        if name[0] == "h":
            return self._heading(match, int(name[1]), closing=bool(closing))
        if name == "a":
            return self._link(match[0], closing=bool(closing))
        if name == "table":
            return _TABLE[bool(closing)]
        if closing:
            return match[0]
        if name == "img":
            return self._picture(dict(_ATTRIBUTE.findall(attributes)))
        return self._checkbox(attributes) if name == "input" else '<pre tabindex="0">'

    def _heading(self, match: re.Match[str], written_level: int, *, closing: bool) -> str:
        if closing:
            return f"</h{self.open_headings.pop() if self.open_headings else written_level}>"
        level = self.levels.level_for(written_level)
        self.open_headings.append(level)
        inside = self.html[match.end() : match.end() + _LONGEST_HEADING].partition(f"</h{written_level}>")[0]
        title = _plain(inside)
        entry = TocEntry(title=title, id=self.ids.id_for(title), level=level)
        self.toc.append(entry)
        return f'<h{level} id="{escape(entry.id)}">'

    def _link(self, tag: str, *, closing: bool) -> str:
        self.open_links += -1 if closing else 1
        if closing or ' href="http' not in tag:
            return tag
        return f'{tag[:-1]} rel="nofollow noopener">'

    def _picture(self, attributes: dict[str, str]) -> str:
        source, words = attributes.get("src", ""), attributes.get("alt", "")
        if not source:
            return words
        if not source.startswith(REMOTE):
            told = self._size(source, attributes) | attributes
            kept = "".join(f' {name}="{told[name]}"' for name in _KEPT_OF_PICTURES if name in told)
            return f'<img src="{source}" alt="{words}"{kept} loading="lazy">'
        address = source.removeprefix(REMOTE)
        return words if self.open_links else f'<a href="{address}" rel="nofollow noopener">{words or address}</a>'

    def _size(self, source: str, attributes: Mapping[str, str]) -> dict[str, str]:
        """Width and height of a picture whose author gave neither, so that its place is free before it is there."""
        size = None if {"width", "height"} & set(attributes) else self.picture_size(unquote(unescape(source)))
        return {} if size is None else {"width": str(size[0]), "height": str(size[1])}

    def _checkbox(self, attributes: str) -> str:
        done = " checked" in attributes
        name = escape(self.words["task"]["done" if done else "to_do"])
        return f'<input type="checkbox" disabled aria-label="{name}"{" checked" if done else ""}>'
