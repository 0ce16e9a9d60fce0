"""The search, used as a reader uses it: words, facets, order, the address, the keyboard, and without scripts."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
RESULTS = "[data-results] > li"


def _count(page: Page) -> int:
    status = page.locator("[data-status]")
    expect(status).to_contain_text(re.compile(r"\d"))
    found = re.search(r"\d+", status.inner_text())
    assert found
    return int(found[0])


def _open_facets(page: Page) -> None:
    facets = page.locator("[data-facets]")
    expect(facets).to_be_visible()
    if facets.get_attribute("open") is None:
        facets.locator("summary").click()


def _narrow(page: Page, name: str) -> None:
    _open_facets(page)
    before = page.locator("[data-status]").inner_text()
    page.get_by_role("checkbox", name=re.compile(name)).first.check()
    expect(page.locator("[data-status]")).not_to_have_text(before)


def test_words_find_and_the_first_result_opens(visit: Visit) -> None:
    page = visit.go("search/")
    page.locator("#search").fill("pump hums")
    expect(page.locator(RESULTS).first).to_contain_text("The pump hums but does not start")
    page.locator(f"{RESULTS} a").first.click()
    expect(page.locator("h1").first).to_contain_text("The pump hums but does not start")
    assert visit.errors == []
    assert visit.foreign == []


def test_the_box_of_every_page_leads_to_results(visit: Visit) -> None:
    page = visit.go("")
    box = page.locator("main input[type=search]").first
    box.fill("handover")
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=handover"))
    expect(page.locator(RESULTS).first).to_be_visible()


@pytest.mark.parametrize("facet", ["Customer care guild", "How-to", "Support agents", "2026", "^reused"])
def test_a_facet_narrows(visit: Visit, facet: str) -> None:
    page = visit.go("search/?q=pump")
    all_of_them = _count(page)
    _narrow(page, facet)
    assert 0 < _count(page) < all_of_them


def test_the_address_keeps_what_was_asked(visit: Visit) -> None:
    page = visit.go("search/?q=pump")
    _count(page)
    _narrow(page, "How-to")
    narrowed = _count(page)
    page.reload()
    expect(page.locator("#search")).to_have_value("pump")
    assert _count(page) == narrowed


def test_the_most_reused_come_first_where_asked(visit: Visit) -> None:
    page = visit.go("search/?q=pump")
    _count(page)
    page.locator("[data-sort]").select_option("reuses")
    expect(page).to_have_url(re.compile("sort=reuses"))
    expect(page.locator(RESULTS).first).to_contain_text(re.compile(r"[1-9]\d* uses?"))


def test_nothing_found_is_said(visit: Visit) -> None:
    page = visit.go("search/?q=zzzzqqqq")
    expect(page.locator("[data-status]")).to_contain_text(re.compile("no|nothing", re.IGNORECASE))
    expect(page.locator(RESULTS)).to_have_count(0)


def test_hostile_words_are_only_words(visit: Visit) -> None:
    page = visit.go("search/?q=" + "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    page.on("dialog", lambda _: pytest.fail("a script of the address ran"))
    expect(page.locator("#search")).to_have_value("<img src=x onerror=alert(1)>")
    page.wait_for_timeout(500)
    assert page.locator("main img[src=x]").count() == 0


def test_the_keyboard_reaches_the_first_result(visit: Visit) -> None:
    page = visit.go("search/?q=pump%20hums")
    _count(page)
    page.locator("#search").focus()
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('[data-results]') !== null"):
            break
    else:
        pytest.fail("no result was reached")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"


def test_without_scripts_the_page_says_so_and_offers_lists(chromium: Browser, origin: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{origin}/search/?q=pump")
    text = page.locator("main").inner_text()
    assert "script" in text.lower()
    assert page.locator("main a[href*='communities']").count() > 0
    context.close()
