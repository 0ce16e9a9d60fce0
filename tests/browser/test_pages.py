"""Every sort of page, as a reader sees it."""

from pathlib import Path

import pytest

from tests.browser.conftest import Visit
from tests.site_quality.sites import Site
from tests.site_quality.test_links import dead_links, foreign_loads, markup_of

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
PAGES = {
    "": "outcome-catalog",
    "communities/": "Communities",
    "customer-care-guild/": "Customer care guild",
    "catalog-maintainers/": "Catalog maintainers",
    "field-service-network/": "Field service network",
    "customer-care-guild/pump-hums-but-does-not-start/": "The pump hums but does not start",
    "catalog-maintainers/get-started/": "",
    "kinds/": "Kinds",
    "kinds/best-practice/": "Best practice",
    "audiences/": "Audiences",
    "objectives/": "Objectives",
    "reuse/": "Reuse",
    "reports/": "",
    "attention/": "",
    "contribute/": "",
    "contribute/charter/": "",
    "left-out/": "",
    "search/": "Search",
}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_whole(visit: Visit, path: str) -> None:
    page = visit.go(path)
    assert visit.errors == []
    assert visit.foreign == []
    assert PAGES[path] in page.locator("h1").first.inner_text()
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == "en"
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


def test_the_search_box_stands_in_its_place_before_what_comes_after_it_is_there(visit: Visit) -> None:
    page = visit.go("communities/")
    place = "JSON.stringify(document.querySelector('.oc-quick').getBoundingClientRect())"
    whole = page.evaluate(place)
    page.evaluate("""() => {
      const box = document.querySelector('.oc-quick');
      while (box.nextElementSibling) box.nextElementSibling.remove();
    }""")
    assert page.evaluate(place) == whole


def test_the_edit_link_leads_to_the_source(visit: Visit) -> None:
    page = visit.go("customer-care-guild/pump-hums-but-does-not-start/")
    links = page.eval_on_selector_all("a[href*='/edit/']", "found => found.map(link => link.href)")
    path = "edit/main/communities/customer-care-guild/artifacts/pump-hums-but-does-not-start.md"
    assert any(link.endswith(path) for link in links)


def test_no_link_within_this_catalog_s_site_is_dead(site: Path) -> None:
    own = Site("own", site)
    pages = markup_of(own)
    assert len(pages) > 100
    assert sorted(dead_links(own, pages)) == []
    assert foreign_loads(pages) == set()
