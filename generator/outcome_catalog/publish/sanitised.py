"""Contributors' Markdown as HTML that cannot do anything but show text, links and pictures.

GitHub-Flavored Markdown to HTML, then an allow-list sanitiser. Every decision about safety is made here; what comes
after (:mod:`outcome_catalog.publish.dressed`) works on the sanitiser's own well-formed output.
"""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import nh3
from markupsafe import escape

from outcome_catalog.publish.addresses import external_url
from outcome_catalog.publish.bounds import nests_too_deep, raw_html_costs_too_much
from outcome_catalog.publish.dressed import REMOTE, ContributedText, dressed
from outcome_catalog.publish.picture_sizes import PictureSize
from outcome_catalog.publish.relative_links import relative_link
from outcome_catalog.publish.source_links import SourceLinks
from outcome_catalog.sources.gfm import markdown_html

_TAGS = frozenset(
    [
        "a", "abbr", "b", "blockquote", "br", "code", "dd", "del", "details", "dfn", "div", "dl", "dt", "em",
        "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "input", "ins", "kbd", "li", "mark", "ol", "p",
        "pre", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "summary",
        "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul", "var", "wbr",
    ]
)  # fmt: skip
_ATTRIBUTES: dict[str, set[str]] = {
    "a": {"href", "title", "id"},
    "abbr": {"title"},
    "code": {"class"},
    "details": {"open"},
    "img": {"src", "alt", "title", "width", "height"},
    "input": {"checked"},
    "li": {"id"},
    "ol": {"start", "reversed"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan"},
}
_TAKEN_OUT_WHOLE = frozenset(
    [
        "iframe", "math", "noembed", "noframes", "noscript", "plaintext", "script", "style", "svg",
        "template", "textarea", "title", "xmp",
    ]
)  # fmt: skip
_SWALLOWS_WHAT_FOLLOWS = re.compile(
    r"<(?=/?(?:iframe|noembed|noframes|plaintext|script|style|textarea|title|xmp)\b)", re.IGNORECASE
)
"""Tags that GFM shows as text, since an unclosed one would swallow the rest of the page."""
_ALLOWED_VALUES = {
    "id": re.compile(r"fn(ref)?-[\w-]{1,80}"),
    "class": re.compile(r"language-[A-Za-z0-9+#.-]{1,40}"),
    "align": re.compile(r"left|right|center"),
    "start": re.compile(r"-?\d{1,6}"),
    "width": re.compile(r"\d{1,4}"),
    "height": re.compile(r"\d{1,4}"),
    "colspan": re.compile(r"\d{1,2}"),
    "rowspan": re.compile(r"\d{1,2}"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a contributor's text stands: its source file, the page it is shown on, and where links may lead."""

    source_path: str
    page_url: str
    links: SourceLinks

    def allowed_value(self, _tag: str, attribute: str, value: str) -> str | None:
        """What *value* of *attribute* becomes; None takes the attribute away."""
        if attribute == "href":
            return self._link(value)
        if attribute == "src":
            return self._picture(value)
        pattern = _ALLOWED_VALUES.get(attribute)
        return value if pattern is None or pattern.fullmatch(value) else None

    def _link(self, href: str) -> str | None:
        if href.startswith("#"):
            return href
        return external_url(href) or self._own(href)

    def _picture(self, source: str) -> str | None:
        remote = external_url(source)
        return self._own(source) if remote is None else f"{REMOTE}{remote}"

    def picture_size(self, source: str) -> PictureSize | None:
        """The size of the picture that *source* leads to from the page, as far as its file tells."""
        return self.links.sizes.get(posixpath.normpath(posixpath.join(self.page_url, source)))

    def _own(self, href: str) -> str | None:
        address = self.links.address(self.source_path, href)
        return None if address is None else relative_link(address, self.page_url)


def contributed_html(
    text: str,
    *,
    source_path: str,
    page_url: str,
    links: SourceLinks,
    words: Mapping[str, Any],
    title: str | None = None,
) -> ContributedText:
    """The Markdown *text* of the file at *source_path*, as safe HTML for the page at *page_url*.

    A first heading that only repeats the page's *title* is left out. Check boxes are named by the interface's *words*.
    """
    place = Place(source_path=source_path, page_url=page_url, links=links)
    return dressed(sanitised_html(_affordable_html(text), place), words, title, place.picture_size)


def _affordable_html(text: str) -> str:
    rendered = _SWALLOWS_WHAT_FOLLOWS.sub("&lt;", markdown_html(text))
    if raw_html_costs_too_much(text, rendered):
        rendered = markdown_html(text.replace("<", "&lt;"))
    return f"<pre>{escape(text)}</pre>" if nests_too_deep(rendered) else rendered


def sanitised_html(html: str, place: Place) -> str:
    """*html* with everything taken out that is not on the allow-list; well-formed, whatever came in."""
    return nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags=_TAKEN_OUT_WHOLE,
        attributes=_ATTRIBUTES,
        attribute_filter=place.allowed_value,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
