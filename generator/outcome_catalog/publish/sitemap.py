"""The site's map for search engines, with the days on which git last saw a change (sitemaps.org, protocol 0.9)."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from outcome_catalog.publish.output import Output

MOST_IN_A_FILE = 50_000
"""Addresses that one file may hold, by the protocol; more are spread over several that an index names."""
_FIRST = "sitemap.xml"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</{root}>\n'


def sitemap_files(
    site_url: str, pages: Iterable[tuple[str, str | None]], most: int = MOST_IN_A_FILE
) -> Iterator[Output]:
    """The map of *pages*, each its address and the day (ISO) of its last change where known, by address.

    One file of up to *most* addresses; of more, an index in its place that names ``sitemap-1.xml`` and so on.
    """
    base = site_url if site_url.endswith("/") else f"{site_url}/"
    rows = [_row("url", base + url.removeprefix("./"), day) for url, day in sorted(pages, key=lambda page: page[0])]
    if len(rows) <= most:
        yield Output(path=_FIRST, content=_written("urlset", rows))
        return
    parts = {f"sitemap-{at // most + 1}.xml": rows[at : at + most] for at in range(0, len(rows), most)}
    yield Output(path=_FIRST, content=_written("sitemapindex", [_row("sitemap", base + path, None) for path in parts]))
    for path, part in parts.items():
        yield Output(path=path, content=_written("urlset", part))


def _written(root: str, rows: Iterable[str]) -> str:
    return _XML.format(root=root, rows="".join(rows))


def _row(tag: str, address: str, day: str | None) -> str:
    changed = "" if day is None else f"<lastmod>{day}</lastmod>"
    return f"<{tag}><loc>{escape(address)}</loc>{changed}</{tag}>\n"
