"""The search where things come late, out of order, twice or never, and where a reader is faster than the scripts."""

import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import Visit
from tests.browser.held import first_found, held

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
RESULTS = "[data-results] > li"
FRAGMENTS = "**/fragment/**"
ENGINE = "**/pagefind.js*"
HOLD_TIMERS = "() => { window.waiting = []; window.setTimeout = then => window.waiting.push(then); }"
ASK = "address => { history.pushState(null, '', address); dispatchEvent(new PopStateEvent('popstate')); }"
"""Asks the search page for an address, as who goes back in the history does."""
LET_TIMERS_RUN = "() => window.waiting.splice(0).forEach(then => then())"


@pytest.fixture
def reader(chromium: Browser, origin: str) -> Iterator[Visit]:
    """A fresh visitor on a wide screen."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    visitor = Visit(context.new_page(), origin)
    visitor.page.on("pageerror", lambda error: visitor.errors.append(str(error)))
    yield visitor
    context.close()


def answered(page: Page) -> None:
    """Until the search page has answered what was asked last."""
    expect(page.locator("[data-catalog-search]")).to_have_attribute("aria-busy", "false")


def answered_page(reader: Visit, address: str) -> Page:
    """The search page at *address*, with its first answer."""
    page = reader.go(address)
    answered(page)
    return page


def titles(page: Page) -> list[str]:
    return page.locator(f"{RESULTS} > a").all_inner_texts()


def test_the_order_in_the_address_stands_when_words_are_typed_before_the_script_is_there(reader: Visit) -> None:
    page = reader.page
    with held(page, "**/catalog-search.js*") as script:
        page.goto(f"{reader.origin}/search/?q=handover&sort=newest", wait_until="commit")
        page.locator("#search").fill("pump")
        script.wait_for_one()
    answered(page)
    expect(page).to_have_url(re.compile(r"\?q=pump&sort=newest$"))
    expect(page.locator("[data-sort]")).to_have_value("newest")


def test_enter_before_the_index_is_there_keeps_the_filters_of_the_address(reader: Visit) -> None:
    page = reader.page
    with held(page, ENGINE) as engine:
        page.goto(f"{reader.origin}/search/?kind=How-to", wait_until="commit")
        engine.wait_for_one()
        page.locator("#search").fill("pump")
        page.locator("#search").press("Enter")
        expect(page).to_have_url(re.compile(r"\?q=pump&kind=How-to$"))
    answered(page)
    expect(page.locator("[data-chips] button")).to_have_text(["How-to"])
    expect(page.locator(RESULTS).first).to_contain_text("pump")
    assert reader.errors == []


def test_back_before_the_index_is_there_leads_back(reader: Visit) -> None:
    page = answered_page(reader, "search/?q=pump")
    page.evaluate(HOLD_TIMERS)  # a pause in typing makes no new place in the history
    page.locator("#search").fill("handover")
    page.locator("#search").press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=handover$"))
    answered(page)
    with held(page, ENGINE) as engine:
        page.reload(wait_until="commit")
        engine.wait_for_one()
        page.go_back(wait_until="commit")
        expect(page).to_have_url(re.compile(r"\?q=pump$"))
    answered(page)
    expect(page.locator("#search")).to_have_value("pump")
    expect(page).to_have_url(re.compile(r"\?q=pump$"))
    page.go_forward()
    expect(page.locator("#search")).to_have_value("handover")


def test_words_that_grow_on_a_slow_line_are_sorted_by_how_well_they_fit(reader: Visit) -> None:
    page = answered_page(reader, "search/")
    with held(page, FRAGMENTS):
        for words in ("pum", "pump"):
            page.locator("#search").fill(words)
            expect(page).to_have_url(re.compile(rf"\?q={words}$"))
    answered(page)
    expect(page.locator("[data-sort]")).to_have_value("relevance")
    expect(page).to_have_url(re.compile(r"\?q=pump$"))


def test_an_answer_that_comes_late_leaves_what_was_typed_since(reader: Visit) -> None:
    page = answered_page(reader, "search/")
    with held(page, FRAGMENTS) as fragments:
        page.locator("#search").fill("pump")
        fragments.wait_for_one()
        page.evaluate(HOLD_TIMERS)
        page.locator("#search").fill("pump hums")
        page.keyboard.press("Tab")
    answered(page)
    expect(page.locator("#search")).to_have_value("pump hums")
    page.evaluate(LET_TIMERS_RUN)
    expect(page).to_have_url(re.compile(r"\?q=pump\+hums$"))
    answered(page)


def test_a_filter_is_chosen_for_the_words_that_stand_in_the_box(reader: Visit) -> None:
    page = answered_page(reader, "search/?q=handover")
    page.evaluate(HOLD_TIMERS)
    page.locator("#search").fill("pump")
    page.get_by_role("checkbox", name=re.compile("^How-to")).first.check()
    expect(page).to_have_url(re.compile(r"\?q=pump&kind=How-to$"))
    answered(page)
    expect(page.locator("#search")).to_have_value("pump")


def test_more_that_is_asked_for_twice_comes_once(reader: Visit) -> None:
    page = answered_page(reader, "search/")
    with held(page, FRAGMENTS) as fragments:
        page.locator("[data-more]").dblclick()
        fragments.wait_for_one()
    expect(page.locator(RESULTS)).to_have_count(20)
    page.locator("[data-more]").click()
    expect(page.locator(RESULTS)).to_have_count(30)
    assert len(set(titles(page))) == 30
    page.evaluate("new Promise(there => { addEventListener('hashchange', there); location.hash = 'text'; })")
    answered(page)
    expect(page.locator(RESULTS)).to_have_count(30)


MOST_SHOWN = """() => { const list = document.querySelector("[data-results]"); window.most = window.changes = 0;
  new MutationObserver(() => { window.most = Math.max(window.most, list.children.length); window.changes += 1; })
    .observe(list, { childList: true }); }"""


def test_more_of_an_older_answer_is_not_put_below_a_newer_one(reader: Visit) -> None:
    page = answered_page(reader, "search/")
    of_the_newer = first_found(page, "pump", 10)
    page.evaluate(MOST_SHOWN)
    with held(page, FRAGMENTS) as fragments:
        page.locator("#search").fill("pump")
        fragments.wait_for_one()
        page.locator("[data-more]").click()
        fragments.wait_for_one(but=of_the_newer)
        fragments.let_through(of_the_newer)
        expect(page.locator(RESULTS).first).to_contain_text("pump")
        answered(page)
        late = fragments.routes[-1].request.url
        with page.expect_event("requestfinished", lambda request: request.url == late):
            fragments.let_through()
    page.locator("[data-more]").click()
    expect(page.locator(RESULTS)).to_have_count(20)
    assert page.evaluate("window.most") == len(set(titles(page))) == 20
    assert page.evaluate("history.state.shown") == 20
    assert reader.errors == []


def test_more_that_could_not_be_had_is_asked_for_anew(reader: Visit) -> None:
    page = answered_page(reader, "search/")
    page.route(FRAGMENTS, lambda route: route.abort(), times=1)
    with page.expect_event("requestfailed"):
        page.locator("[data-more]").click()
    expect(page.locator(RESULTS)).to_have_count(20)
    answered(page)
    assert reader.errors == []


@pytest.mark.parametrize("part", ["index/", "filter/", "pagefind.js"])
def test_a_part_of_the_index_that_fails_once_hides_nothing(reader: Visit, part: str) -> None:
    failed: set[str] = set()

    def fail_once(route: Route) -> None:
        name = route.request.url.partition("?")[0]
        is_first = name not in failed
        failed.add(name)
        route.fulfill(status=503) if is_first else route.continue_()

    reader.page.route(f"**/pagefind/{part}*", fail_once)
    page = answered_page(reader, "search/?q=pump&kind=How-to")
    expect(page.locator(RESULTS).first).to_contain_text("pump")
    expect(page.locator("[data-facet=kind]")).to_be_visible()
    assert failed


TWO_QUESTIONS_TO_ONE_PAGE = """async () => {
  const { sought, wordsFound } = await import("/assets/javascripts/search-engine.js");
  const page = { content: "pump handover" };
  const data = places => async () => Object.assign(page, { locations: places });
  const index = { search: async word => ({ results: [{ data: data([page.content.split(" ").indexOf(word)]) }] }) };
  const [first] = (await sought(index, { q: "pump", sort: "", filters: {} }, 1)).pages;
  await sought(index, { q: "handover", sort: "", filters: {} }, 1);
  return wordsFound(first);
}"""


def test_a_page_that_two_questions_find_is_marked_for_each_by_its_own_words(reader: Visit) -> None:
    assert reader.go("kinds/").evaluate(TWO_QUESTIONS_TO_ONE_PAGE) == ["pump"]


def test_what_is_said_and_what_is_shown_are_of_one_question_while_ways_out_are_sought(reader: Visit) -> None:
    page = answered_page(reader, "search/?q=handover")
    with held(page, FRAGMENTS) as fragments:
        page.locator("#search").fill("pump couvercle")
        fragments.wait_for_one()
        expect(page.locator("[data-status]")).to_have_text("Nothing found")
        expect(page.locator(RESULTS)).to_have_count(0)
        expect(page.locator("[data-nothing]")).to_be_hidden()
    expect(page.locator("[data-ways] button").first).to_be_visible()
    answered(page)


def test_an_older_answer_is_never_shown_in_the_place_of_a_newer_one(reader: Visit) -> None:
    page = answered_page(reader, "search/")
    of_the_newer = first_found(page, "pump", 10)
    page.evaluate(MOST_SHOWN)
    with held(page, FRAGMENTS) as fragments:
        page.evaluate(ASK, "?q=handover")
        fragments.wait_for_one(but=of_the_newer)
        fragments.let_through(of_the_newer)
        page.evaluate(ASK, "?q=pump")
        answered(page)
        said, shown = page.locator("[data-status]").inner_text(), titles(page)
        changes = page.evaluate("window.changes")
        late = fragments.routes[-1].request.url
        with page.expect_event("requestfinished", lambda request: request.url == late):
            fragments.let_through()
    page.locator("#search").press("Enter")
    answered(page)
    assert page.evaluate("window.changes") == changes + 1
    assert page.locator("[data-status]").inner_text() == said
    assert titles(page) == shown
    assert reader.errors == []


def test_an_older_answer_of_the_box_of_a_page_never_takes_the_place_of_a_newer_one(reader: Visit) -> None:
    page = reader.go("kinds/")
    box, first = page.locator("#oc-quick"), page.locator(".oc-suggest [role=option]").first
    of_the_newer = first_found(page, "pump", 6)
    with held(page, FRAGMENTS) as fragments:
        box.press_sequentially("handover")
        fragments.wait_for_one(but=of_the_newer)
        fragments.let_through(of_the_newer)
        box.fill("pump")
        expect(first).to_contain_text("pump")
        shown = page.locator(".oc-suggest").inner_text()
        page.evaluate("""() => { window.changes = 0; new MutationObserver(() => { window.changes += 1; })
          .observe(document.querySelector(".oc-suggest"), { childList: true }); }""")
        late = fragments.routes[-1].request.url
        with page.expect_event("requestfinished", lambda request: request.url == late):
            fragments.let_through()
    box.press("ArrowDown")
    expect(page.locator(".oc-suggest [aria-selected]")).to_have_count(1)
    assert page.evaluate("window.changes") == 0
    assert page.locator(".oc-suggest").inner_text() == shown
    assert reader.errors == []


def test_what_was_chosen_among_older_results_is_not_what_enter_opens(reader: Visit) -> None:
    page = reader.go("kinds/")
    box, rows = page.locator("#oc-quick"), page.locator(".oc-suggest [role=option]")
    box.press_sequentially("pump")
    expect(rows.first).to_contain_text("pump")
    box.press("ArrowDown")
    page.evaluate(HOLD_TIMERS)
    box.press("s")
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=pumps$"))


def test_the_box_of_a_page_whose_script_never_comes_leads_to_the_search(reader: Visit) -> None:
    page = reader.page
    page.route("**/search-engine.js*", lambda route: route.abort())
    page.goto(f"{reader.origin}/kinds/")
    page.locator("#oc-quick").fill("pump")
    page.unroute("**/search-engine.js*")
    page.locator("#oc-quick").press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=pump$"))
    answered(page)


def counts_of(page: Page, facet: str) -> dict[str, int]:
    texts = page.locator(f"[data-facet={facet}] [data-choices] label span").all_text_contents()
    return {value: int(number) for value, number in zip(texts[::2], texts[1::2], strict=True)}


def test_a_facet_counts_what_each_of_its_choices_finds(reader: Visit) -> None:
    page = answered_page(reader, "search/?q=pump&kind=How-to&type=artifact")
    counts = counts_of(page, "kind")
    assert len(counts) > 2
    for kind in list(counts)[:3]:
        page.evaluate(ASK, f"?q=pump&type=artifact&kind={quote(kind)}")
        answered(page)
        assert page.locator("[data-status]").inner_text().split()[0] == str(counts[kind]), kind
    page.evaluate(ASK, "?q=pumpzzz&kind=How-to")
    answered(page)
    assert set(counts_of(page, "kind").values()) <= {0}, "nothing has this word, in whatever kind"


LONG = "pump" * 5_000
MANY = " ".join(f"pump{number}" for number in range(1_000))
RIGHT_TO_LEFT = "\u05de\u05e9\u05d0\u05d1\u05d4 \u200f(pump)\u200e \U0001f6b0 \U0001f469\u200d\U0001f527"
BY_HAND = (
    "sort=xyz",
    "sort=constructor",
    "q=pump&sort=__proto__",
    "q=%00&community=nobody",
    "community=&kind=",
    "kind=__proto__&tag=constructor&tag=toString&tag=constructor",
    "__proto__=x&constructor=y&toString=z&hasOwnProperty=1",
    f"q={LONG}",
    f"q={quote(MANY)}",
    f"q={quote(RIGHT_TO_LEFT)}&tag=%22%7D%5D",
    "q=%ED%A0%80&q=pump",
    "q=+++&sort=relevance",
)


ANSWER_TO = """async address => {
  const root = document.querySelector("[data-catalog-search]");
  const part = name => root.querySelector(`[data-${name}]`);
  const texts = chosen => [...root.querySelectorAll(chosen)].map(found => found.textContent);
  history.pushState(null, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
  while (root.ariaBusy !== "false") await new Promise(requestAnimationFrame);
  return {
    box: root.querySelector("form").elements.q.value, sort: part("sort").value, status: part("status").textContent,
    isWithout: !part("without").hidden, width: document.documentElement.scrollWidth,
    chips: texts("[data-chips] button"), counts: texts("[data-choices] label > span:last-child"),
  };
}"""


def test_an_address_written_by_hand_is_answered_whatever_it_says(reader: Visit) -> None:
    page = reader.page
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(f"{reader.origin}/search/?{BY_HAND[0]}")
    answered(page)
    for asked in BY_HAND[1:]:
        answer = page.evaluate(ANSWER_TO, f"?{asked}")
        assert not answer["isWithout"], asked[:80]
        assert re.match(r"\d+ result|Nothing found", answer["status"]), (asked[:80], answer["status"])
        assert answer["sort"] in {"relevance", "newest", "reuses"}, asked[:80]
        assert all(re.fullmatch(r"[\d,]+", count) for count in answer["counts"]), (asked[:80], answer["counts"])
        assert len(answer["chips"]) == len({chip for chip in answer["chips"] if chip}), (asked[:80], answer["chips"])
        assert len(answer["box"]) <= 200, asked[:80]
        assert answer["width"] <= 390, asked[:80]
    assert reader.errors == []


NOTHING_IS_KEPT = """
  const refuse = () => { throw new DOMException("The operation is insecure.", "SecurityError"); };
  for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get: refuse });
  history.pushState = history.replaceState = refuse;
"""


def test_a_browser_that_keeps_nothing_and_paints_in_its_own_colours_finds_the_same(
    chromium: Browser, origin: str
) -> None:
    context = chromium.new_context(forced_colors="active", reduced_motion="reduce")
    page = context.new_page()
    page.add_init_script(NOTHING_IS_KEPT)
    page.goto(f"{origin}/search/")
    answered(page)
    page.locator("#search").fill("pump")
    mark = page.locator(f"{RESULTS} mark").first
    expect(mark).to_be_visible()
    colour = "element => getComputedStyle(element).backgroundColor"
    assert mark.evaluate(colour) != page.locator("body").evaluate(colour), "what was found is not told apart"
    page.get_by_role("checkbox", name=re.compile("^How-to")).first.check()
    expect(page.locator("[data-chips] button")).to_have_text(["How-to"])
    page.locator("[data-sort]").select_option("reuses")
    answered(page)
    expect(page.locator("[data-chips] button")).to_have_text(["How-to"])
    expect(page.locator("[data-sort]")).to_have_value("reuses")
    page.goto(f"{origin}/kinds/")
    page.locator("#oc-quick").press_sequentially("pump")
    expect(page.locator(".oc-suggest mark").first).to_be_visible()
    context.close()
