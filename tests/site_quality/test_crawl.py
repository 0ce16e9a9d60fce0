"""The whole demo crawled in Chromium, and a page of each sort of other sites: what they ask for, weigh and move."""

import gzip
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.conftest import REPOSITORY, SET_NAMES
from tests.site_quality.crawl import Crawler, Opened, foreign, unanswered
from tests.site_quality.sites import TEMPLATES, Site

pytestmark = [pytest.mark.browser, pytest.mark.acceptance, pytest.mark.xdist_group("crawl")]
SCRIPTS_OF_A_PAGE = 100_000
"""Bytes, gzipped: ``a page's scripts are under 100 kB``."""
USED_BY = {
    "site-search.js": 'name="q"',
    "catalog-search.js": "data-catalog-search",
    "catalog-tables.js": "oc-sortable",
    "catalog-charts.js": "oc-chart",
    "reuse-network.js": "data-network",
    "copy-text.js": "data-copy",
    "attention-filter.js": "data-attention-filter",
}
"""What a page holds that one of our scripts works on, by script: no other page loads it."""
IMPORTED = {f"search-{name}.js" for name in ("engine", "facets", "marks", "results", "state", "ways-out")}
"""Modules that others fetch where they need them."""
OUR_SCRIPTS = {path.name for path in (REPOSITORY / "overrides/assets/javascripts").glob("*.js")}
OURS = "assets/stylesheets/catalog.css"


@pytest.fixture(scope="module")
def crawled(demo: Site, origin_of: Callable[[Site], str], chromium: Browser) -> dict[str, Opened]:
    """Every page of the demo, opened once on a wide screen in light colours."""
    return _opened(demo, origin_of(demo), chromium, demo.pages, 1440)


def _opened(site: Site, origin: str, chromium: Browser, addresses: object, width: int) -> dict[str, Opened]:
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme="light")
    found = {o.address: o for o in Crawler(context.new_page(), origin).opened(tuple(addresses))}  # type: ignore[arg-type]
    context.close()
    return found


def test_nothing_is_asked_of_anybody_else(
    crawled: dict[str, Opened], demo: Site, origin_of: Callable[[Site], str]
) -> None:
    origin = origin_of(demo)
    assert len(crawled) == len(demo.pages) > 150
    assert {address: found for address, o in crawled.items() if (found := foreign(o, origin))} == {}


def test_everything_asked_for_is_there_and_no_script_fails(crawled: dict[str, Opened]) -> None:
    assert {address: found for address, o in crawled.items() if (found := unanswered(o))} == {}
    assert {address: o.errors for address, o in crawled.items() if o.errors} == {}


def test_no_page_is_wider_than_the_screen(crawled: dict[str, Opened]) -> None:
    assert {address: o.measured["overflow"] for address, o in crawled.items() if o.measured["overflow"] > 0} == {}


def test_no_font_is_loaded_and_one_stylesheet_is_ours(crawled: dict[str, Opened], demo: Site) -> None:
    for address, opened in crawled.items():
        assert opened.measured["fonts"] == 0, address
        assert "font" not in opened.kinds.values(), address
        if demo.made_from[address] != "report-file.html":
            styles = [url.partition("?")[0] for url in opened.measured["styles"]]
            assert [url for url in styles if "/main." not in url and "/palette." not in url] == [
                url for url in styles if url.endswith(OURS)
            ], address
            assert len(styles) == 3, address


def test_scripts_are_light_and_only_where_they_are_used(crawled: dict[str, Opened], demo: Site) -> None:
    weigh = cache(lambda path: len(gzip.compress(path.read_bytes(), 6)))
    weights, loaded = {}, set()
    for address, opened in crawled.items():
        files = [_file_of(demo, url) for url, kind in opened.kinds.items() if kind == "script"]
        weights[address] = sum(weigh(file) for file in files)
        ours = {file.name for file in files} & OUR_SCRIPTS
        loaded |= ours
        html = demo.html(address)
        assert ours - IMPORTED == {name for name, mark in USED_BY.items() if mark in html}, address
    heaviest = max(weights, key=lambda address: weights[address])
    assert weights[heaviest] < SCRIPTS_OF_A_PAGE, (heaviest, weights[heaviest])
    assert loaded | IMPORTED == OUR_SCRIPTS == IMPORTED | set(USED_BY)


def test_every_page_carries_its_policy_and_breaks_it_nowhere(crawled: dict[str, Opened], demo: Site) -> None:
    """That a browser refused nothing is seen by its console: see above."""
    policies = {
        address: re.findall(r'<meta http-equiv="Content-Security-Policy"', demo.html(address)) for address in crawled
    }
    assert {address for address, found in policies.items() if len(found) != 1} == set()


def test_nothing_is_published_among_the_assets_that_no_page_asks_for(crawled: dict[str, Opened], demo: Site) -> None:
    """Browsers ask for a site's icon by themselves, and for what marks words on pages that were found."""
    published = {path for path in (demo.folder / "assets").rglob("*") if path.is_file()}
    asked = {_file_of(demo, url) for o in crawled.values() for url in o.asked if demo.prefix in url}
    assert {path.name for path in published - asked} <= {"favicon.png", "search-marks.js"}


def _file_of(site: Site, url: str) -> Path:
    return site.folder / url.partition("?")[0].split(f"/{site.prefix}", 1)[1]


@pytest.mark.parametrize("width", [1440, 390])
def test_nothing_moves_once_it_is_shown(
    demo: Site, slow_origin_of: Callable[[Site], str], chromium: Browser, width: int
) -> None:
    """Style sheets and scripts come late here, as on a slow line."""
    addresses = [demo.page(template) for template in TEMPLATES]
    opened = _opened(demo, slow_origin_of(demo), chromium, addresses, width)
    assert {a: o.measured["moved"][:3] for a, o in opened.items() if o.measured["shift"] > 0} == {}
    assert {a: o.measured["overflow"] for a, o in opened.items() if o.measured["overflow"] > 0} == {}


@pytest.mark.parametrize("width", [1440, 390])
def test_the_header_keeps_its_places_while_its_rest_is_on_its_way(
    built_site: Callable[[str], Site], halting_origin_of: Callable[[Site], str], chromium: Browser, width: int
) -> None:
    """The site has a long name here, which leaves little room beside it."""
    site = built_site("first")
    opened = _opened(site, halting_origin_of(site), chromium, ["kinds/how-to/"], width)["kinds/how-to/"]
    assert (opened.measured["moved"], opened.measured["shift"]) == ([], 0)


@pytest.mark.parametrize("name", ["first", "demo-fr", *SET_NAMES])
def test_a_page_of_each_sort_of_other_sites(
    built_site: Callable[[str], Site], origin_of: Callable[[Site], str], chromium: Browser, name: str
) -> None:
    site = built_site(name)
    addresses = [site.page(template) for template in TEMPLATES if site.of(template)]
    if not (site.folder / "pagefind").is_dir():
        addresses.remove("search/")
    origin = origin_of(site)
    for address, opened in _opened(site, origin, chromium, addresses, 390).items():
        assert (address, foreign(opened, origin), unanswered(opened), opened.errors) == (address, [], {}, [])
        assert (address, opened.measured["overflow"], opened.measured["shift"]) == (address, 0, 0)


def test_what_is_wrong_is_seen(tmp_path: Path, origin_of: Callable[[Site], str], chromium: Browser) -> None:
    site = Site("broken", tmp_path, "team/")
    (tmp_path / "404.html").write_text("no")
    (tmp_path / "index.html").write_text(
        "<title>x</title><p style='width:3000px'>wide</p><script>"
        "new Image().src = 'http://localhost:1/pixel.png'; new Image().src = '/above.png';"
        "fetch('gone.json'); setTimeout(() => { throw Error('broken'); });"
        "const late = document.createElement('div'); late.style.height = '300px';"
        "requestAnimationFrame(() => setTimeout(() => document.body.prepend(late), 50));"
        "document.fonts.add(new FontFace('x', 'local(Arial)'));</script><img src='slow.png'>"
    )
    opened = _opened(site, origin_of(site), chromium, ["", ""], 1440)[""]
    assert {url.rsplit("/", 1)[1] for url in foreign(opened, origin_of(site))} == {"pixel.png", "above.png"}
    assert {url.rsplit("/", 1)[1] for url in unanswered(opened)} >= {"gone.json", "slow.png"}
    assert any("broken" in error for error in opened.errors)
    assert opened.measured["overflow"] > 0
    assert opened.measured["fonts"] == 1
