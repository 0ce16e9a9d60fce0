"""Every page in a real Chromium: it fits a telephone, says no error, calls nobody, keys reach it; and search."""

import re
import shutil
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.conftest import REPOSITORY
from tests.publish.engine.browser import served
from tests.publish.engine.projects import BODY, artifact, commit_all, write_artifact, write_project

from outcome_catalog.mkdocs_plugin.site import build_site

pytestmark = pytest.mark.browser
PREFIX = "somewhere/below"
"""The small site stands below a path, as sites do at a forge's own pages."""
LINE_THAT_DOES_NOT_BREAK = "Donaudampfschifffahrtsgesellschaftskapitänsmützenverordnung" * 3


@pytest.fixture(scope="module")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the repository's own catalog, which has something to show on each page."""
    root = tmp_path_factory.mktemp("own")
    shutil.copytree(REPOSITORY / "communities", root / "communities")
    built = build_site(root, site_dir=root / "www", search=False, jobs=1)
    assert built.is_built, built.messages
    with served(root / "www") as base:
        yield base


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with twelve artifacts and a search index."""
    root = write_project(tmp_path_factory.mktemp("small"))
    for number in range(10):
        front = artifact(
            f"Practice {number}", date=f"{2015 + number}-05-01", tags=["late"] if number > 7 else ["early"]
        )
        write_artifact(root, f"circle/practice-{number}", front)
    long = artifact(f"Mind the {LINE_THAT_DOES_NOT_BREAK}")
    write_artifact(root, "guild/long", long, f"{BODY}\n{LINE_THAT_DOES_NOT_BREAK}\n")
    commit_all(root)
    built = build_site(root, site_dir=root / "www" / PREFIX, jobs=1)
    assert built.is_built, built.messages
    with served(root / "www") as base:
        yield f"{base}{PREFIX}/"


def addresses(base: str, page: Page) -> list[str]:
    """One page of each kind, found the way a reader finds them: by links."""
    page.goto(base)
    links = page.eval_on_selector_all(".oc-nav > ul a", "found => found.map(link => link.href)")
    first = [page.get_attribute("main .oc-table th a", "href"), page.get_attribute("#newest ~ .oc-list a", "href")]
    found = [base, *links, *(base + address for address in first if address), f"{base}left-out/", f"{base}404.html"]
    for index in ("kinds/", "audiences/", "objectives/", "reports/", "contribute/"):
        page.goto(base + index)
        found.append(page.evaluate("document.querySelector('main .oc-cards a, main .oc-table th a').href"))
    return [*found, f"{base}contribute/charter/"]


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1440, "dark")])
def test_pages_fit_say_no_error_and_call_nobody(
    chromium: Browser, own_site: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    troubles: list[str] = []
    own = (own_site, "data:")
    page.on("console", lambda message: troubles.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(own) else troubles.append(request.url))
    visited = addresses(own_site, page)
    assert len(visited) >= 16
    for address in visited:
        answer = page.goto(address)
        assert answer is not None
        assert answer.ok, address
        page.evaluate("document.querySelectorAll('main details').forEach(details => { details.open = true })")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide == 0, f"{address} is {wide} pixels too wide for {width}"
        assert page.evaluate("document.body.dataset.mdColorScheme") == ("slate" if scheme == "dark" else "default")
    assert troubles == []
    context.close()


def test_a_word_that_does_not_break_makes_no_page_wider(chromium: Browser, small_site: str) -> None:
    page = chromium.new_page(viewport={"width": 390, "height": 900})
    for address in ("", "guild/", "guild/long/", "kinds/best-practice/"):
        answer = page.goto(small_site + address)
        assert answer is not None
        assert answer.ok, address
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address
    page.close()


def test_the_keyboard_reaches_the_text_first_and_everything_shows_where_it_is(chromium: Browser, own_site: str) -> None:
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{own_site}communities/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#text"
    for _ in range(25):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => { const at = document.activeElement, mark = at.type === "radio" ? at.nextElementSibling : at;
                       const box = mark.querySelector?.(".oc-community") ?? mark, look = getComputedStyle(box);
                       return look.outlineStyle !== "none" || parseFloat(look.strokeWidth) > 2; }"""
        )
        assert seen, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
    page.close()


def test_colours_are_switched_by_keyboard_and_kept(chromium: Browser, own_site: str) -> None:
    context = chromium.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(own_site)
    page.locator("input[name=__palette]").first.focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    page.goto(f"{own_site}kinds/")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    context.close()


def test_the_menu_opens_on_a_telephone(chromium: Browser, own_site: str) -> None:
    page = chromium.new_page(viewport={"width": 390, "height": 900}, java_script_enabled=False)
    page.goto(own_site)
    page.locator(".oc-menu > summary").press("Enter")
    page.locator(".oc-menu a", has_text="Audiences").click()
    assert page.url == f"{own_site}audiences/"
    page.close()


def results(page: Page) -> list[str]:
    return [text.strip() for text in page.locator("[data-results] .oc-list__title").all_inner_texts()]


def test_searching_from_the_header_finds_and_marks(chromium: Browser, small_site: str) -> None:
    page = chromium.new_page()
    page.goto(f"{small_site}kinds/")
    page.fill("#oc-quick", "calls")
    page.press("#oc-quick", "Enter")
    expect(page.locator("[data-status]")).to_have_text(re.compile(r"results?$"))
    assert "q=calls" in page.url
    expect(page.locator("[data-results] a", has_text="Sort calls first")).to_be_visible()
    assert page.locator("[data-results] mark").count() >= 1
    page.locator("[data-results] a", has_text="Sort calls first").click()
    assert page.url == f"{small_site}guild/sort-calls/?highlight=calls"
    page.close()


def test_facets_narrow_down_count_and_stay_in_the_address(chromium: Browser, small_site: str) -> None:
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{small_site}search/?q=practice&community=Sales+circle")
    status = page.locator("[data-status]")
    expect(status).to_have_text("11 results")
    page.locator("[data-facet=year] > summary").click()
    page.get_by_label(re.compile("^2020")).check()
    expect(status).to_have_text("1 result")
    assert results(page) == ["Practice 5"]
    assert "year=2020" in page.url
    page.get_by_label(re.compile("^2021")).check()
    expect(status).to_have_text("2 results")
    page.go_back()
    expect(status).to_have_text("1 result")
    page.reload()
    expect(status).to_have_text("1 result")
    page.get_by_role("button", name="Clear the filters").click()
    expect(page.locator("[data-facet=community] input:checked")).to_have_count(0)
    assert page.url == f"{small_site}search/?q=practice"
    page.close()


def test_results_are_sorted_and_a_chosen_filter_can_be_taken_away(chromium: Browser, small_site: str) -> None:
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{small_site}search/?tag=late")
    expect(page.locator("[data-status]")).to_have_text("2 results")
    assert results(page) == ["Practice 9", "Practice 8"]
    page.get_by_role("button", name="Remove the filter late").click()
    expect(page.locator("[data-status]")).to_have_text("15 results")
    page.get_by_label("Sort by").select_option("reuses")
    expect(page.locator("[data-results] a").first).to_have_text("Sort calls first")
    assert "sort=reuses" in page.url
    page.close()


def test_nothing_found_no_index_and_no_script_are_said(chromium: Browser, small_site: str, own_site: str) -> None:
    page = chromium.new_page()
    page.goto(f"{small_site}search/?q=zzyzx")
    expect(page.locator("[data-status]")).to_have_text("Nothing found")
    page.goto(f"{own_site}search/")
    expect(page.locator("[data-without]")).to_contain_text("The search index is not here.")
    page.close()
    plain = chromium.new_page(java_script_enabled=False)
    plain.goto(f"{small_site}search/")
    expect(plain.locator("main")).to_contain_text("Search runs in your browser. It needs JavaScript")
    plain.close()
