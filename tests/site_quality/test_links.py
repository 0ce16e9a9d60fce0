"""No link within a site is dead, no anchor missing, no name given twice, and nothing is fetched from elsewhere.

Read from the markup of every page of every site; test_crawl.py sees the same in a browser.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from tests.conftest import REPOSITORY
from tests.site_quality.markup import Markup, is_foreign, markup, style_loads
from tests.site_quality.sites import ONE_FILE_REPORT, Site

pytestmark = pytest.mark.acceptance
HOST = "https://host.example/"
ADDRESS_IN_SCRIPT = re.compile(r"""["'`](?:https?:)?//[a-z0-9-]+\.[a-z0-9.-]+[^"'`]*["'`]""", re.IGNORECASE)
NEVER_ASKED_FOR = (
    (r"https://unpkg\.com/mermaid@\d+/dist/mermaid\.min\.js", "Material: only beside code that the sanitiser unmarks"),
    (
        r"https://unpkg\.com/resize-observer-polyfill",
        "Material: only in browsers without ResizeObserver, of before 2020",
    ),
    (r"https://api\.github\.com/(?:repos|users)/", "Material: only in a source button, which no page of ours has"),
)
"""Addresses that stand in Material's own script, and why no page asks for them; test_crawl.py holds it."""


@lru_cache(maxsize=2)
def markup_of(site: Site) -> dict[str, Markup]:
    return {address: markup(site.html(address)) for address in site.every_html}


def dead_links(site: Site, pages: dict[str, Markup]) -> Iterator[str]:
    """Every link to a page, file or anchor of *site* that is not there, as ``page -> link``.

    An anchor that is not there is the author's to mend where the rule ``anchor-broken`` told of it.
    """
    base = f"{HOST}{site.prefix}"
    there = {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*") if path.is_file()}
    names = {address: set(page.ids) for address, page in pages.items()}
    for address, page in pages.items():
        for link in page.links:
            whole = urljoin(base + address, link)
            if address in site.told and "#" in link:
                whole = whole.partition("#")[0]
            if whole.startswith(base) and not _is_there(whole.removeprefix(base), there, names):
                yield f"{address} -> {link}"
            elif whole.startswith(HOST) and not whole.startswith(base):
                yield f"{address} -> {link} leads out of the site's folder"


def _is_there(link: str, there: set[str], names: dict[str, set[str]]) -> bool:
    parts = urlsplit(link)
    path = unquote(parts.path)
    if f"{path}index.html" in there and (path.endswith("/") or not path):
        return not parts.fragment or _has(names[path], parts.fragment)
    return path in there and (not parts.fragment or path not in names or _has(names[path], parts.fragment))


def _has(names: set[str], fragment: str) -> bool:
    return fragment == "top" or fragment in names or unquote(fragment) in names or fragment.startswith(":~:")


def foreign_loads(pages: dict[str, Markup]) -> set[str]:
    return {f"{address} -> {load}" for address, page in pages.items() for load in page.loads if is_foreign(load)}


def test_no_link_or_anchor_is_dead(site: Site) -> None:
    pages = markup_of(site)
    assert sorted(dead_links(site, pages))[:20] == []
    assert sum(len(page.links) for page in pages.values()) > 20 * len(pages)


def test_no_page_names_two_things_the_same(site: Site) -> None:
    twice = {address: Counter(page.ids).most_common(1)[0] for address, page in markup_of(site).items() if page.ids}
    assert {address: name for address, (name, count) in twice.items() if count > 1} == {}


def test_no_page_has_anything_fetched_from_elsewhere(site: Site) -> None:
    assert foreign_loads(markup_of(site)) == set()


def test_no_stylesheet_fetches_from_elsewhere(site: Site) -> None:
    styles = [path for path in site.folder.rglob("*.css") if "pagefind" not in path.parts]
    assert len(styles) >= 3
    assert {load for path in styles for load in style_loads(_text(path)) if is_foreign(load)} == set()


def test_no_script_holds_an_address_elsewhere(demo: Site) -> None:
    """Of ours none at all; of Material's those that are listed, and none is listed that is not there."""
    scripts = [path for path in demo.folder.rglob("*.js") if "pagefind" not in path.parts]
    own = {path.name for path in (REPOSITORY / "overrides/assets/javascripts").iterdir()}
    ours = [path for path in scripts if path.name in own]
    assert {path.name for path in ours} == own
    assert [path.name for path in ours if ADDRESS_IN_SCRIPT.search(_text(path))] == []
    found = {a.strip("\"'`") for path in scripts if path not in ours for a in ADDRESS_IN_SCRIPT.findall(_text(path))}
    assert {address for address in found if not any(re.match(known, address) for known, _ in NEVER_ASKED_FOR)} == set()
    assert [known for known, _ in NEVER_ASKED_FOR if not any(re.match(known, address) for address in found)] == []


def test_the_report_as_one_file_asks_for_nothing(demo: Site) -> None:
    assert [load for load in markup_of(demo)[ONE_FILE_REPORT].loads if not load.startswith("data:")] == []


def test_what_is_wrong_is_seen(tmp_path: Path) -> None:
    site = Site("broken", tmp_path, "team/")
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text(
        '<p id="x"><a href="a/#no">1</a><a href="a/#yes">2</a><a href="b/">3</a><a href="/a/">4</a>'
        '<a href="a/#%C3%A9">5</a><a href="a/no.csv">6</a><a href="https://elsewhere.example/">7</a></p>'
        '<script type="module">const t = "<a href=zzz/>";</script><!-- <img src="no.png"> -->'
    )
    (tmp_path / "a/index.html").write_text(
        '<b id="yes"></b><i id="é"></i><img src=//evil.example/x.png>'
        '<img srcset="a.png 1x, https://evil.example/b.png 2x">'
        '<link rel=\'x\' href="y"><link rel="dns-prefetch" href="//evil.example">'
        '<p style="background:url(https://evil.example/c.png)"><style>@import "//evil.example/d.css";</style>'
        '<script src="https://evil.example/e.js"></script>'
    )
    pages = markup_of(site)
    assert {line for line in dead_links(site, pages) if line.startswith(" ->")} == {
        " -> a/#no", " -> b/", " -> /a/ leads out of the site's folder", " -> a/no.csv",
    }  # fmt: skip
    assert {line.rsplit("/", 1)[1] for line in foreign_loads(pages)} == {
        "x.png", "b.png", "c.png", "d.css", "e.js", "evil.example",
    }  # fmt: skip


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
