"""A built site as software meets it: what pages point to is there, and valid, at the address that the site has."""

import json
import re
from datetime import date
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import feedparser
import pytest
import yaml
from tests.publish.data.atom_rules import atom_faults
from tests.publish.engine.projects import artifact, commit_all, write_artifact, write_project

from outcome_catalog.mkdocs_plugin.site import build_site

BASE = "https://host.example/team/catalog/"
LINK = re.compile(r'<link rel="alternate feed" type="([^"]+)" title="([^"]+)" href="([^"]+)">')
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_project(tmp_path_factory.mktemp("software") / "project")
    write_artifact(root, "circle/sort-leads", artifact("Sort leads", former=["archive/leads"]))
    commit_all(root)
    settings = {"site_name": "Works & more", "site_url": BASE, "docs_dir": "communities"}
    theme = {"theme": {"name": "material"}, "plugins": ["outcome-catalog"]}
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings | theme), encoding="utf-8")
    result = build_site(root, search=False, jobs=1, as_of=date(2026, 1, 1))
    assert result.is_built, result.messages
    return result.site_dir


def pages(site: Path) -> dict[str, str]:
    """Every page's HTML, by its address."""
    files = {file.parent.relative_to(site).as_posix(): file for file in site.rglob("index.html")}
    return {"" if name == "." else f"{name}/": file.read_text(encoding="utf-8") for name, file in files.items()}


def file_at(site: Path, address: str) -> Path:
    assert address.startswith(BASE), address
    return site / address.removeprefix(BASE)


def test_every_feed_that_a_page_offers_is_there_and_valid(site: Path) -> None:
    offered = {url: LINK.findall(html) for url, html in pages(site).items()}
    assert {url for url, links in offered.items() if links} == {
        "", "reuse/", "guild/", "circle/", "audiences/support-leads/",
        *(url for url in offered if url.startswith("kinds/") and url != "kinds/"),
    }  # fmt: skip
    for url, links in offered.items():
        for media_type, _, href in links:
            content = file_at(site, urljoin(BASE + url, href)).read_bytes()
            if media_type == "application/atom+xml":
                assert atom_faults(content) == []
                entries = feedparser.parse(content).entries
            else:
                assert media_type == "application/feed+json"
                entries = json.loads(content)["items"]
            for entry in entries:
                link = entry.get("link") or entry["url"]
                assert (file_at(site, link.partition("#")[0]) / "index.html").is_file(), link


def test_every_feed_has_a_visible_link_too(site: Path) -> None:
    for url, html in pages(site).items():
        for _, _, href in LINK.findall(html):
            assert f'<a href="{href}"' in html, url


def test_every_page_can_be_shared(site: Path) -> None:
    for url, html in pages(site).items():
        if 'http-equiv="refresh"' in html:
            continue
        found = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]*)">', html))
        assert {"title", "type", "site_name"} <= set(found), url
        assert found["site_name"] == "Works &amp; more"
        assert found["url"] == BASE + url


def test_the_sitemap_names_every_page_and_nothing_else(site: Path) -> None:
    root = ElementTree.fromstring((site / "sitemap.xml").read_bytes())  # noqa: S314 - our own output
    listed = [found.text or "" for found in root.iter(f"{SITEMAP}loc")]
    expected = {BASE + url for url, html in pages(site).items() if 'http-equiv="refresh"' not in html}
    assert sorted(listed) == sorted(expected)
    days = {row.findtext(f"{SITEMAP}loc"): row.findtext(f"{SITEMAP}lastmod") for row in root}
    assert days[f"{BASE}guild/sort-calls/"] == "2024-07-01"


def test_the_page_that_is_not_there_searches(site: Path) -> None:
    html = (site / "404.html").read_text(encoding="utf-8")
    assert re.search(r'<form class="oc-search-box"[^>]* action="/team/catalog/search/"', html)
    assert 'name="q"' in html


def test_what_was_renamed_says_where_it_went_in_the_catalog_s_words(site: Path) -> None:
    html = (site / "archive/leads/index.html").read_text(encoding="utf-8")
    assert "<title>Moved</title>" in html
    assert '<a href="../../circle/sort-leads/">' in html


def test_the_index_of_the_data_names_files_that_are_there(site: Path) -> None:
    index = json.loads((site / "api/v1/index.json").read_text(encoding="utf-8"))
    named = {path for file in index["files"] for path in (file["url"], file["schema"]) if path is not None}
    assert [path for path in sorted(named) if not (site / path).is_file()] == []
    assert index["site_url"] == BASE


def test_badges_and_citations_stand_beside_their_pages(site: Path) -> None:
    assert (site / "guild/badge.svg").is_file()
    assert (site / "guild/sort-calls/badge.svg").is_file()
    (item,) = json.loads((site / "guild/citations.json").read_text(encoding="utf-8"))
    assert item["URL"] == f"{BASE}guild/sort-calls/"
    assert "Quiet Writer" not in "".join(
        file.read_text(encoding="utf-8")
        for pattern in ("*.json", "*.xml", "*.bib", "*.csv")
        for file in site.rglob(pattern)
    )
