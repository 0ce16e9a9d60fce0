"""The map of a site of any size: no file holds more addresses than the protocol lets it."""

import re

from outcome_catalog.publish.sitemap import MOST_IN_A_FILE, sitemap_files

PAGES = [(f"guild/page-{number}/", "2026-01-02" if number else None) for number in range(5)]


def locations(text: str) -> list[str]:
    return re.findall("<loc>(.*?)</loc>", text)


def test_a_small_site_has_one_file() -> None:
    (only,) = sitemap_files("https://example.org/works", PAGES)
    assert only.path == "sitemap.xml"
    assert locations(str(only.content)) == [f"https://example.org/works/guild/page-{number}/" for number in range(5)]
    assert str(only.content).count("<lastmod>2026-01-02</lastmod>") == 4


def test_a_large_one_has_an_index_that_names_its_parts() -> None:
    index, *parts = sitemap_files("https://example.org/", PAGES, most=2)
    assert "<sitemapindex " in str(index.content)
    assert [part.path for part in (index, *parts)] == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    assert locations(str(index.content)) == [f"https://example.org/{part.path}" for part in parts]
    assert [len(locations(str(part.content))) for part in parts] == [2, 2, 1]
    assert len({url for part in parts for url in locations(str(part.content))}) == len(PAGES)


def test_the_most_is_the_protocol_s() -> None:
    assert MOST_IN_A_FILE == 50_000
    assert len(list(sitemap_files("https://example.org/", PAGES, most=len(PAGES)))) == 1


def test_addresses_are_escaped() -> None:
    (only,) = sitemap_files("https://example.org/", [("audiences/a%26b/?x=1&y=2", None)])
    assert "x=1&amp;y=2" in str(only.content)
