"""Every sort of page, as a reader sees it."""

import pytest

from tests.browser.conftest import Visit

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
_CONTRAST = """() => {
  const light = c => c.map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const parsed = c => c.match(/[\\d.]+/g).map(Number);
  const behind = e => { for (; e; e = e.parentElement) {
    const c = parsed(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > .99) return c; }
    return [255, 255, 255]; };
  const low = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    if (!walk.currentNode.textContent.trim() || !element.checkVisibility({checkOpacity: true})) continue;
    if (element.closest('svg, script, style, noscript')) continue;
    const style = getComputedStyle(element), size = parseFloat(style.fontSize);
    const [a, b] = [light(parsed(style.color).slice(0, 3)), light(behind(element).slice(0, 3))].sort((x, y) => y - x);
    const needed = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight) >= 700) ? 3 : 4.5;
    if ((a + .05) / (b + .05) < needed - .01) low.push(element.className + ': ' + walk.currentNode.textContent.trim());
  }
  return low.slice(0, 5);
}"""


@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_whole(visit: Visit, path: str) -> None:
    page = visit.go(path)
    assert visit.errors == []
    assert visit.foreign == []
    assert PAGES[path] in page.locator("h1").first.inner_text()
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == "en"
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


@pytest.mark.parametrize("path", PAGES)
def test_text_stands_out_from_its_ground(visit: Visit, path: str) -> None:
    """WCAG 2.2, 1.4.3: a contrast of 4.5 to 1, of 3 to 1 for large text."""
    assert visit.go(path).evaluate(_CONTRAST) == []


@pytest.mark.parametrize("path", PAGES)
def test_everything_has_a_name(visit: Visit, path: str) -> None:
    page = visit.go(path)
    assert page.locator("img:not([alt])").count() == 0
    assert page.locator("svg[role=img]:not([aria-labelledby]):not([aria-label])").count() == 0
    nameless = page.evaluate(
        "[...document.querySelectorAll('a[href], button')].filter(e => e.checkVisibility() && !e.textContent.trim()"
        " && !e.getAttribute('aria-label') && !e.title && !e.querySelector('img[alt], svg title')).length"
    )
    assert nameless == 0
    unlabelled = page.evaluate(
        "[...document.querySelectorAll('input, select, textarea')].filter(e => e.type !== 'hidden'"
        " && e.checkVisibility() && !e.labels?.length && !e.getAttribute('aria-label')).length"
    )
    assert unlabelled == 0


def test_the_edit_link_leads_to_the_source(visit: Visit) -> None:
    page = visit.go("customer-care-guild/pump-hums-but-does-not-start/")
    links = page.eval_on_selector_all("a[href*='/edit/']", "found => found.map(link => link.href)")
    path = "edit/main/communities/customer-care-guild/artifacts/pump-hums-but-does-not-start.md"
    assert any(link.endswith(path) for link in links)


def test_no_link_within_the_site_is_dead(visit: Visit) -> None:
    """Every link of every page of PAGES that stays on the site answers."""
    seen: set[str] = set()
    for path in PAGES:
        links = visit.go(path).eval_on_selector_all(
            "a[href]", "found => found.map(link => new URL(link.getAttribute('href'), document.baseURI).href)"
        )
        seen |= {link.split("#")[0].split("?")[0] for link in links if link.startswith(visit.origin)}
    dead = [link for link in sorted(seen) if visit.page.request.get(link).status != 200]
    assert len(seen) > 100
    assert dead == []
