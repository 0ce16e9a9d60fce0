"""The site's map for search engines, with the days on which git last saw a change."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def sitemap_xml(site_url: str, pages: Iterable[tuple[str, str | None]]) -> str:
    """The map of *pages*, each its address and the day (ISO) of its last change where known, by address."""
    base = site_url if site_url.endswith("/") else f"{site_url}/"
    rows = (_row(base + url.removeprefix("./"), day) for url, day in sorted(pages, key=lambda page: page[0]))
    return f"{_HEAD}{''.join(rows)}</urlset>\n"


def _row(address: str, day: str | None) -> str:
    changed = "" if day is None else f"<lastmod>{day}</lastmod>"
    return f"<url><loc>{escape(address)}</loc>{changed}</url>\n"
