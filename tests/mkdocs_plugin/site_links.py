"""The links of a built site that lead to nothing of it."""

import posixpath
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

_LINK = re.compile(r'\s(?:href|src)=(?:"([^"]*)"|([^\s">]+))')


def dead_links(site: Path) -> set[str]:
    """Every link within *site* whose target is not there, as ``page -> link``; web addresses are not followed."""
    present = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    dead: set[str] = set()
    for page in sorted(path for path in present if path.endswith(".html") and path != "404.html"):
        for quoted, bare in _LINK.findall((site / page).read_text(encoding="utf-8")):
            link = (quoted or bare).replace("&amp;", "&")
            if _target(page, link) not in present | {None}:
                dead.add(f"{page} -> {link}")
    return dead


def _target(page: str, link: str) -> str | None:
    """The file of the site that *link* on *page* leads to; None for what is not of the site."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
    if parts.path.endswith(("/", "..", ".")) or not posixpath.splitext(target)[1]:
        target = posixpath.join(target, "index.html")
    return posixpath.normpath(target)
