"""Addresses of the site as links relative to the page they stand on, so that the site works at any address."""

import posixpath
from functools import lru_cache
from urllib.parse import urlsplit


@lru_cache(maxsize=4096)
def _parts(path: str) -> tuple[str, ...]:
    normal = posixpath.normpath("/" + path.lstrip("/"))[1:]
    return tuple(normal.split("/")) if normal else ()


def relative_link(address: str, page_url: str) -> str:
    """*address* as a link from the page at *page_url*; web addresses and fragments stay as they are.

    The result is that of MkDocs' own ``url`` filter, so that a page is the same whoever made it.
    """
    if not address:
        address = "."
    split = urlsplit(address)
    if split.scheme or split.netloc or address.startswith(("/", "#")):
        return address
    here, there = _parts(page_url), _parts(address)
    common = 0
    for a, b in zip(here, there, strict=False):
        if a != b:
            break
        common += 1
    link = "/".join((*([".."] * (len(here) - common)), *there[common:])) or "."
    return f"{link}/" if address.endswith("/") else link
