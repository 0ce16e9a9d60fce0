"""The search, used as a reader uses it: words, facets, order, the address, the keyboard, and without scripts."""

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from outcome_catalog.publish.search_in_background import write_index_state
from tests.browser.conftest import Visit
from tests.browser.held import first_found, held
from tests.publish.engine.browser import served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
RESULTS = "[data-results] > li"
SUGGESTIONS = ".oc-suggest [role=option]"
MOST_STEPS = 120
MOST_BYTES_OF_A_FIRST_SEARCH = 120_000


def _count(page: Page) -> int:
    status = page.locator("[data-status]")
    expect(status).to_contain_text(re.compile(r"\d"))
    found = re.search(r"\d+", status.inner_text())
    assert found
    return int(found[0])


def _open_facets(page: Page) -> None:
    expect(page.locator("[data-catalog-search][data-ready]")).to_be_visible()
    page.evaluate("document.querySelectorAll('.oc-search details').forEach(one => { one.open = true })")


def _narrow(page: Page, name: str) -> None:
    _open_facets(page)
    before = page.locator("[data-status]").inner_text()
    page.get_by_role("checkbox", name=re.compile(name)).first.check()
    expect(page.locator("[data-status]")).not_to_have_text(before)


def _press_until(page: Page, key: str, is_there: str) -> None:
    """Presses *key* until the element that has the focus is what the script *is_there* asks of ``at``."""
    for _ in range(MOST_STEPS):
        page.keyboard.press(key)
        if page.evaluate(f"(at => {is_there})(document.activeElement)"):
            return
    pytest.fail(f"{key} never led to where {is_there}")


def test_words_find_and_the_first_result_opens(visit: Visit) -> None:
    page = visit.go("search/")
    page.locator("#search").fill("pump hums")
    expect(page.locator(RESULTS).first).to_contain_text("The pump hums but does not start")
    page.locator(f"{RESULTS} a").first.click()
    expect(page.locator("h1").first).to_contain_text("The pump hums but does not start")
    assert visit.errors == []
    assert visit.foreign == []


def test_what_is_typed_before_the_index_is_there_is_searched_for(visit: Visit) -> None:
    page = visit.page
    page.goto(f"{visit.origin}/search/", wait_until="commit")
    for words in ("p", "pum", "pump hums"):
        page.locator("#search").fill(words)
        page.wait_for_timeout(150)
    expect(page.locator("[data-catalog-search][data-ready]")).to_be_visible()
    expect(page.locator(RESULTS).first).to_contain_text("The pump hums but does not start")
    assert visit.errors == []


def _fill_before(script: str, page: Page, address: str, box: str, words: str) -> None:
    """Opens *address* and types *words* into *box*, and only then lets *script* through."""
    with held(page, f"**/{script}*") as waiting:
        page.goto(address, wait_until="commit")
        page.locator(box).fill(words)
        waiting.wait_for_one()


def test_what_is_typed_before_the_script_is_there_is_searched_for(visit: Visit) -> None:
    _fill_before("catalog-search.js", visit.page, f"{visit.origin}/search/?q=handover", "#search", "pump hums")
    expect(visit.page.locator(RESULTS).first).to_contain_text("The pump hums but does not start")
    expect(visit.page).to_have_url(re.compile(r"\?q=pump\+hums$"))
    assert visit.errors == []


def test_what_is_typed_into_the_box_of_a_page_before_its_script_is_there_finds(visit: Visit) -> None:
    _fill_before("site-search.js", visit.page, f"{visit.origin}/communities/", "#oc-quick", "pump hums")
    expect(visit.page.locator(SUGGESTIONS).first).to_contain_text("The pump hums but does not start")
    assert visit.errors == []


def test_the_box_of_every_page_leads_to_results(visit: Visit) -> None:
    page = visit.go("")
    box = page.locator("main input[type=search]").first
    box.fill("handover")
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=handover"))
    expect(page.locator(RESULTS).first).to_be_visible()


@pytest.mark.parametrize(
    "facet", ["Customer care guild", "How-to", "Support agents", "2026", "^reused", "^(claimed|attested|verified)"]
)
def test_a_facet_narrows(visit: Visit, facet: str) -> None:
    page = visit.go("search/?q=pump")
    all_of_them = _count(page)
    _narrow(page, facet)
    assert 0 < _count(page) < all_of_them


def test_the_address_keeps_what_was_asked(visit: Visit) -> None:
    page = visit.go("search/?q=pump")
    steps = [_count(page)]
    _narrow(page, "How-to")
    steps.append(_count(page))
    page.locator("[data-sort]").select_option("reuses")
    expect(page).to_have_url(re.compile("sort=reuses"))
    expect(page.locator("[data-chips] button")).to_have_text(["How-to"])
    page.reload()
    expect(page.locator("#search")).to_have_value("pump")
    expect(page.locator("[data-sort]")).to_have_value("reuses")
    assert _count(page) == steps[1]
    page.go_back()
    expect(page.locator("[data-sort]")).to_have_value("relevance")
    page.go_back()
    expect(page.locator("[data-status]")).to_contain_text(f"{steps[0]} result")
    expect(page.locator("[data-chips] button")).to_have_count(0)
    page.go_forward()
    expect(page.locator("[data-chips] button")).to_have_text(["How-to"])
    assert _count(page) == steps[1]


def test_a_way_from_a_short_list_finds_the_number_that_it_says(visit: Visit) -> None:
    page = visit.go("")
    way = page.get_by_role("link", name=re.compile(r"^All \d+ in search$")).first
    promised = re.search(r"\d+", way.inner_text())
    assert promised
    way.click()
    assert _count(page) == int(promised[0])


def test_the_most_reused_come_first_where_asked(visit: Visit) -> None:
    page = visit.go("search/?q=pump")
    _count(page)
    page.locator("[data-sort]").select_option("reuses")
    expect(page).to_have_url(re.compile("sort=reuses"))
    expect(page.locator(RESULTS).first).to_contain_text(re.compile(r"[1-9]\d* uses?"))


def test_a_text_in_another_language_says_so_wherever_it_is_found(visit: Visit) -> None:
    page = visit.go("search/?q=joint")
    french = page.get_by_role("link", name=re.compile("^Contrôler la portée du joint"))
    expect(french).to_have_attribute("lang", "fr")
    expect(page.locator(f"{RESULTS} p[lang]")).to_have_attribute("lang", "fr")
    page.goto(f"{visit.origin}/kinds/")
    page.locator("#oc-quick").press_sequentially("joint")
    expect(page.locator(SUGGESTIONS).locator("span[lang=fr]")).to_contain_text("Contrôler la portée du joint")


def test_who_comes_back_finds_as_many_results_as_were_shown(visit: Visit) -> None:
    page = visit.go("search/")
    page.locator("[data-more]").click()
    expect(page.locator(RESULTS)).to_have_count(20)
    page.locator(f"{RESULTS} a").nth(14).click()
    expect(page).not_to_have_url(re.compile("/search/"))
    page.go_back()
    expect(page.locator(RESULTS)).to_have_count(20)
    expect(page.locator(f"{RESULTS} a").nth(14)).to_be_in_viewport()
    page.locator("#search").fill("the")
    expect(page.locator(RESULTS)).to_have_count(10)


def test_facets_are_there_when_a_window_becomes_wide(chromium: Browser, origin: str) -> None:
    page = chromium.new_page(viewport={"width": 700, "height": 900})
    page.goto(f"{origin}/search/?q=pump")
    expect(page.locator("[data-catalog-search][data-ready]")).to_be_visible()
    expect(page.locator("#facet-kind")).to_be_hidden()
    page.set_viewport_size({"width": 1200, "height": 900})
    expect(page.locator("#facet-kind")).to_be_visible()
    page.close()


COMES_UP = """() => { window.cameUp = 0; const note = document.querySelector("[data-nothing]");
  new MutationObserver(() => { window.cameUp += Number(!note.hidden); }).observe(note, { attributes: true }); }"""


def test_ways_out_that_come_late_are_not_told_of_another_question(visit: Visit) -> None:
    """They need pages of their own, which wait here until something else was searched for."""
    page = visit.go("search/?q=handover")
    expect(page.locator(RESULTS).first).to_be_visible()
    found = page.locator("[data-status]").inner_text()
    of_the_other = first_found(page, "handover", 10)
    ask = "address => { history.pushState(null, '', address); dispatchEvent(new PopStateEvent('popstate')); }"
    with held(page, "**/fragment/**") as fragments:
        page.evaluate(ask, "?q=pump+couvercle")
        fragments.wait_for_one(but=of_the_other)
        fragments.let_through(of_the_other)
        page.evaluate(ask, "?q=handover")
        expect(page.locator(RESULTS).first).to_be_visible()
        expect(page.locator("[data-nothing]")).to_be_hidden()
        page.evaluate(COMES_UP)
        late = fragments.routes[-1].request.url
        with page.expect_event("requestfinished", lambda request: request.url == late):
            fragments.let_through()
    page.locator("#search").press("Enter")
    expect(page.locator("[data-catalog-search]")).to_have_attribute("aria-busy", "false")
    assert page.evaluate("window.cameUp") == 0
    assert page.locator("[data-status]").inner_text() == found


def test_where_nothing_is_found_a_way_out_is_offered(visit: Visit) -> None:
    page = visit.go("search/?q=pump&kind=How-to&year=1999")
    expect(page.locator("[data-status]")).to_have_text("Nothing found")
    expect(page.locator(RESULTS)).to_have_count(0)
    way = page.locator("[data-ways] button").filter(has_text="without Year: 1999")
    promised = re.search(r"(\d+) results?$", way.inner_text())
    assert promised
    way.click()
    expect(page.locator("[data-chips] button")).to_have_text(["How-to"])
    assert _count(page) == int(promised[1])
    page.goto(f"{visit.origin}/search/?q=pump+motorcycles")
    expect(page.locator("[data-status]")).to_contain_text("no page has: motorcycles")
    page.goto(f"{visit.origin}/search/?q=motorcycles")
    expect(page.locator("[data-status]")).to_have_text("Nothing found")
    expect(page.locator("[data-nothing]")).to_contain_text("Try another word, or browse")


def test_hostile_words_are_only_words(visit: Visit) -> None:
    hostile = "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E"
    page = visit.go(f"search/?q={hostile}&kind={hostile}&toString=x")
    page.on("dialog", lambda _: pytest.fail("a script of the address ran"))
    expect(page.locator("#search")).to_have_value("<img src=x onerror=alert(1)>")
    expect(page.locator("[data-chips] button")).to_have_text(["<img src=x onerror=alert(1)>"])
    page.goto(f"{visit.origin}/customer-care-guild/pump-hums-but-does-not-start/?highlight={hostile}&highlight=pump")
    expect(page.locator(".oc-marks")).to_be_visible()
    assert page.locator("main img[src=x]").count() == 0
    assert visit.errors == []


def test_a_search_by_keyboard_alone_from_the_first_key_to_the_page_found(visit: Visit) -> None:
    page = visit.go("search/")
    expect(page.locator("[data-status]")).to_contain_text(re.compile(r"\d"))
    page.keyboard.type("pump")
    expect(page).to_have_url(re.compile("q=pump"))
    expect(page.locator("mark").first).to_be_visible()
    before = _count(page)
    if page.locator("[data-facets]").get_attribute("open") is None:
        _press_until(page, "Tab", "at.matches('[data-facets] > summary')")
        page.keyboard.press("Enter")
    _press_until(page, "Tab", "at.id === 'facet-kind'")
    if page.locator("[data-facet=kind]").get_attribute("open") is None:
        page.keyboard.press("Enter")
    _press_until(page, "Tab", "at.name === 'kind' && at.value === 'How-to'")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("kind=How-to"))
    expect(page.locator("[data-status]")).not_to_have_text(f"{before} results")
    assert page.locator("[data-status]").get_attribute("role") == "status"
    assert page.evaluate("document.activeElement.value") == "How-to", "the focus stays where it was"
    _press_until(page, "Tab", "at.matches('[data-chips] button')")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    _press_until(page, "Tab", "at.closest('[data-results]') !== null")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    title = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    expect(page.locator("h1").first).to_have_text(title)
    assert visit.errors == []


def test_taking_a_filter_away_by_keyboard_leaves_the_focus_on_the_next(visit: Visit) -> None:
    page = visit.go("search/?kind=How-to&kind=Tool")
    expect(page.locator("[data-chips] button")).to_have_count(2)
    _press_until(page, "Tab", "at.matches('[data-chips] button')")
    page.keyboard.press("Enter")
    expect(page.locator("[data-chips] button")).to_have_count(1)
    assert page.evaluate("document.activeElement.textContent") == "Tool"
    page.keyboard.press("Enter")
    expect(page.locator("[data-chips]")).to_be_hidden()
    assert page.evaluate("document.activeElement.id") == "search"


def test_the_box_of_every_page_offers_results_in_place(visit: Visit) -> None:
    asked: list[str] = []
    page = visit.go("kinds/")
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.keyboard.press("Control+k")
    page.keyboard.type("pump")
    expect(page.locator(SUGGESTIONS).first).to_contain_text("pump")
    assert any(path.endswith("/pagefind/pagefind.js") for path in asked)
    box = page.locator("#oc-quick")
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    chosen = page.locator(f"#{box.get_attribute('aria-activedescendant')}")
    expect(chosen).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(page.locator(".oc-suggest")).to_be_hidden()
    expect(box).to_have_value("pump")
    page.keyboard.press("ArrowDown")
    expect(page.locator(SUGGESTIONS).first).to_be_visible()
    everything = re.search(r"\d+", page.locator(SUGGESTIONS).last.inner_text())
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=pump$"))
    assert everything
    assert _count(page) == int(everything[0])
    assert visit.errors == []
    assert visit.foreign == []


KEY = "([key, isComposing]) => document.activeElement.dispatchEvent(" + (
    "new KeyboardEvent('keydown', { key, isComposing, bubbles: true, cancelable: true }))"
)
"""A key that is pressed; False where the page took it for itself."""


def test_the_keys_of_an_input_method_are_its_own(visit: Visit) -> None:
    page = visit.go("kinds/")
    box = page.locator("#oc-quick")
    box.press_sequentially("pump")
    expect(page.locator(SUGGESTIONS).first).to_be_visible()
    assert [page.evaluate(KEY, [key, True]) for key in ("ArrowDown", "Enter", "Escape")] == [True, True, True]
    assert box.get_attribute("aria-activedescendant") is None
    expect(page.locator(".oc-suggest")).to_be_visible()
    assert page.evaluate(KEY, ["ArrowDown", False]) is False
    assert page.url.endswith("/kinds/")


def test_a_list_of_results_is_left_with_its_box(visit: Visit) -> None:
    page = visit.go("")
    box = page.locator("main [data-search-box] input[name=q]")
    box.press_sequentially("pump")
    expect(page.locator("main .oc-suggest")).to_be_visible()
    page.keyboard.type("s")
    page.keyboard.press("Escape")
    page.wait_for_timeout(400)
    expect(page.locator("main .oc-suggest")).to_be_hidden()
    page.keyboard.press("ArrowDown")
    expect(page.locator("main .oc-suggest")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator("main [data-search-box] button")).to_be_focused()
    expect(page.locator("main .oc-suggest")).to_be_hidden()


def test_what_a_browser_fills_in_by_itself_is_no_short_cut(visit: Visit) -> None:
    page = visit.go("kinds/")
    page.evaluate("dispatchEvent(new Event('keydown'))")
    assert visit.errors == []


@contextlib.contextmanager
def _index_gone(page: Page) -> Iterator[None]:
    """The index cannot be had, as between a deployment's files or without a line."""
    page.route("**/pagefind/**", lambda route: route.abort())
    yield
    page.unroute("**/pagefind/**")


def test_an_index_that_went_away_is_told_of_and_taken_up_when_it_is_back(visit: Visit) -> None:
    page = visit.go("search/")
    _count(page)
    with _index_gone(page):
        page.locator("#search").fill("pump hums")
        expect(page.locator("[data-without]")).to_be_visible()
        expect(page.locator("[data-catalog-search]")).to_have_attribute("aria-busy", "false")
        expect(page.locator(RESULTS)).to_have_count(0)
        expect(page.locator("[data-status]")).to_be_empty()
    page.locator("#search").fill("pump")
    expect(page.locator(RESULTS).first).to_contain_text("pump")
    expect(page.locator("[data-without]")).to_be_hidden()


def test_the_box_of_a_page_offers_nothing_where_the_index_is_gone_and_still_leads_to_the_search(visit: Visit) -> None:
    page = visit.go("communities/")
    thrown: list[str] = []
    page.on("pageerror", lambda error: thrown.append(str(error)))
    box = page.locator("[data-search-box] input[name=q]").first
    box.press_sequentially("pump")
    expect(page.locator(".oc-suggest").first).to_be_visible()
    with _index_gone(page):
        box.fill("handover")
        expect(page.locator(".oc-suggest").first).to_be_hidden()
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=handover"))
    assert thrown == []


ASKS_TOO = "Promise.allSettled([import('/pagefind/pagefind.js'), fetch('/pagefind/pagefind-entry.json')])"
"""When this has failed, what was asked for before has too."""


def test_the_box_of_a_page_asks_again_for_an_index_that_it_could_not_have(visit: Visit) -> None:
    page = visit.go("communities/")
    box = page.locator("[data-search-box] input[name=q]").first
    with _index_gone(page):
        with page.expect_event("requestfailed"):
            box.press_sequentially("pum")
        page.evaluate(ASKS_TOO)
    box.press_sequentially("p")
    expect(page.locator(".oc-suggest").first).to_be_visible()


def test_nothing_of_the_engine_is_asked_for_before_it_is_needed(visit: Visit) -> None:
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    visit.go("kinds/")
    visit.page.keyboard.press("/")
    assert visit.page.evaluate("document.activeElement === document.body"), "a letter alone is no short cut"
    assert [url for url in asked if "pagefind" in url or "search-marks" in url] == []


def test_words_that_were_found_are_marked_on_the_page_until_they_are_taken_away(visit: Visit) -> None:
    page = visit.go("search/?q=pumps")
    first = page.locator(f"{RESULTS} a").first
    expect(first).to_be_visible()
    words = parse_qs(urlsplit(first.get_attribute("href") or "").query)["highlight"]
    assert "pump" in words, "as it stands on the page, not as it was asked for"
    first.click()
    bar = page.locator(".oc-marks")
    expect(bar).to_contain_text(re.compile(r"\d+ places? marked"))
    marked = page.evaluate("[...CSS.highlights.get('oc-found')].map(range => range.toString().toLowerCase())")
    assert set(marked) <= set(words)
    seen = "r => { const box = r.getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight; }"
    assert page.evaluate(f"[...CSS.highlights.get('oc-found')].some({seen})")
    assert "highlight" not in page.evaluate("document.querySelector('link[rel=canonical]')?.href ?? ''")
    bar.get_by_role("button", name="Remove the marks").click()
    expect(bar).to_have_count(0)
    expect(page.locator("h1")).to_be_focused()
    assert page.evaluate("CSS.highlights.size") == 0
    assert urlsplit(page.url).query == ""


def test_marks_leave_an_anchor_where_it_leads(visit: Visit) -> None:
    page = visit.go("customer-care-guild/pump-hums-but-does-not-start/?highlight=pump#reuse-history")
    expect(page.locator(".oc-marks")).to_be_visible()
    top = page.evaluate("document.getElementById('reuse-history').getBoundingClientRect().top")
    bottom = page.evaluate("innerHeight + scrollY >= document.documentElement.scrollHeight - 2")
    assert abs(top) < 200 or bottom


def test_a_first_search_is_small(visit: Visit, site: Path) -> None:
    asked: set[str] = set()
    visit.page.context.on("request", lambda request: asked.add(urlsplit(request.url).path))
    page = visit.go("search/?q=pump")
    _count(page)
    index = [path for path in asked if re.search(r"/pagefind/.*(entry\.json|pf_\w+)$", path)]
    assert len(index) > 5
    assert sum((site / path.lstrip("/")).stat().st_size for path in index) < MOST_BYTES_OF_A_FIRST_SEARCH


@pytest.fixture
def preview(site: Path, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """The site as a live preview shows it first: without an index, which is being made."""
    folder = tmp_path / "preview"
    folder.mkdir()
    for entry in site.iterdir():
        if entry.name not in {"search", "pagefind"}:
            (folder / entry.name).symlink_to(entry)
    (folder / "search").mkdir()
    html = (site / "search/index.html").read_text()
    waiting = html.replace("data-catalog-search", 'data-catalog-search data-index-state="state.json"', 1)
    (folder / "search/index.html").write_text(waiting)
    write_index_state(folder, "making")
    with served(folder) as base:
        yield folder, base


def test_a_preview_takes_up_its_index_when_it_is_ready(
    preview: tuple[Path, str], site: Path, chromium: Browser
) -> None:
    folder, base = preview
    page = chromium.new_page()
    page.goto(f"{base}search/?q=pump")
    expect(page.locator("[data-without]")).to_contain_text("The search index is being made")
    expect(page.locator("[data-no-script]")).to_have_count(0)
    (folder / "pagefind").symlink_to(site / "pagefind")
    write_index_state(folder, "ready", "x")
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page.locator("[data-without]")).to_be_hidden()
    write_index_state(folder, "making", "x")
    page.reload()
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page.locator("[data-anew]")).to_be_visible()
    write_index_state(folder, "ready", "y")
    expect(page.locator("[data-anew]")).to_be_hidden()
    assert _count(page) > 0
    page.close()


def test_without_scripts_the_page_says_so_and_offers_lists(chromium: Browser, origin: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{origin}/search/?q=pump")
    text = page.locator("main").inner_text()
    assert "script" in text.lower()
    assert page.locator("main a[href*='communities']").count() > 0
    context.close()


def test_opened_as_a_file_the_page_says_why_nothing_is_found(chromium: Browser, site: Path) -> None:
    page = chromium.new_page()
    page.goto((site / "search/index.html").as_uri())
    note = page.locator("[data-no-script]")
    expect(note).to_be_visible()
    expect(note).to_contain_text("from a file opened by itself it does not run")
    expect(note).to_have_css("visibility", "visible")
    page.close()
