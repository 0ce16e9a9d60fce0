"""What a page's markup points to: read from its tags, without a browser, fast enough for every page of a large site."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import chain
from typing import NamedTuple

_TAG = re.compile(r'<([a-zA-Z][\w-]*)((?:\s(?:[^<>"]|"[^"]*")*)?)>')
_ATTRIBUTE = re.compile(r'\s([\w:-]+)(?:=(?:"([^"]*)"|([^\s">]+)))?')
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TEXT_OF_SCRIPT = re.compile(r"(<script\b[^>]*>).*?</script>", re.DOTALL)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL)
_FOLLOWED = {"a", "area", "link"}
_SRCSET_PART = re.compile(r"\s*([^\s,]+)")
_IN_STYLE = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")
_LOADING_LINKS = {
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "manifest",
}
_LOADING = {
    "script": ("src",), "img": ("src", "srcset"), "source": ("src", "srcset"), "iframe": ("src",), "frame": ("src",),
    "embed": ("src",), "object": ("data",), "video": ("src", "poster"), "audio": ("src",), "track": ("src",),
    "input": ("src",), "image": ("href", "xlink:href"), "use": ("href", "xlink:href"), "feimage": ("href",),
    "body": ("background",), "table": ("background",),
}  # fmt: skip
"""What a browser fetches by itself, by element."""


class Tag(NamedTuple):
    """A start tag with its attributes, unescaped."""

    name: str
    attributes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Markup:
    """What a page's tags say: the names that links can lead to, the addresses they point to, those fetched unasked."""

    ids: tuple[str, ...]
    links: frozenset[str]
    loads: tuple[str, ...]


def markup(html: str) -> Markup:
    """What the tags of *html* say; comments and the text of scripts are no tags."""
    bare = _TEXT_OF_SCRIPT.sub(r"\1</script>", _COMMENT.sub("", html))
    tags = [Tag(name.lower(), _attributes(rest)) for name, rest in _TAG.findall(bare)]
    styles = _STYLE.findall(html) if "<style" in html else ()
    loads = (*chain.from_iterable(map(_loads, tags)), *chain.from_iterable(map(style_loads, styles)))
    followed = (tag.attributes["href"] for tag in tags if tag.name in _FOLLOWED and "href" in tag.attributes)
    sent = (tag.attributes["action"] for tag in tags if tag.name == "form" and tag.attributes.get("action"))
    names = [tag.attributes.get("id") or (tag.name == "a" and tag.attributes.get("name")) for tag in tags]
    return Markup(tuple(name for name in names if name), frozenset((*followed, *sent, *loads)), loads)


def _loads(tag: Tag) -> Iterator[str]:
    """Every address that a browser fetches by itself where it meets *tag*."""
    values = tag.attributes
    for name in _LOADING.get(tag.name, ()):
        if name in values:
            yield from _SRCSET_PART.findall(values[name]) if name == "srcset" else [values[name]]
    if tag.name == "link" and _LOADING_LINKS & set(values.get("rel", "").split()):
        yield values.get("href", "")
    if "style" in values:
        yield from style_loads(values["style"])
    if tag.name == "meta" and values.get("http-equiv", "").lower() == "refresh":
        yield values.get("content", "").partition("url=")[2]


def style_loads(css: str) -> Iterator[str]:
    """Every address that *css* makes a browser fetch."""
    yield from (url or imported for url, imported in _IN_STYLE.findall(css))


def is_foreign(address: str) -> bool:
    """True for an address with a host of its own."""
    return bool(re.match(r"[\s\x00-\x1f]*(?:[a-z][a-z0-9+.-]*:)?//|[\s]*(?:https?|ftp|wss?):", address, re.IGNORECASE))


def _attributes(rest: str) -> dict[str, str]:
    if not rest.strip():
        return {}
    return {name.lower(): unescape(quoted or bare) for name, quoted, bare in _ATTRIBUTE.findall(rest)}
