"""With scripts switched off every page reads, and every picture has its title, its description and its table."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests.conftest import SET_NAMES
from tests.site_quality.sites import TEMPLATES, Site

pytestmark = [pytest.mark.browser, pytest.mark.acceptance]
READ = """() => {
  const shown = element => element.checkVisibility({checkOpacity: true, checkVisibilityCSS: true});
  const main = document.querySelector("main");
  const heading = document.querySelector("h1");
  return {
    heading: heading && shown(heading) ? heading.innerText.trim() : "",
    text: main.innerText.trim().length,
    links: [...document.querySelectorAll("a[href]")].filter(shown).length,
    useless: [...document.querySelectorAll("main button")].filter(e => shown(e) && !e.form).map(e => e.outerHTML),
  };
}"""
PICTURES = """() => [...document.querySelectorAll("main svg[role=img]")].map(svg => {
  for (let around = svg.parentElement; around; around = around.parentElement)
    if (around.matches("details") && !around.open) around.open = true;
  const box = svg.getBoundingClientRect();
  const said = (svg.getAttribute("aria-labelledby") ?? "").split(" ").map(id => document.getElementById(id));
  let around = svg.parentElement;
  while (!around.matches("section, article, main") && !around.querySelector("table")) around = around.parentElement;
  const table = around.querySelector("table");
  const folded = table?.closest("details");
  return {
    name: said[0]?.textContent ?? svg.outerHTML.slice(0, 200),
    width: box.width,
    height: box.height,
    title: svg.querySelector(":scope > title")?.textContent.trim() ?? "",
    description: svg.querySelector(":scope > desc")?.textContent.trim() ?? "",
    labelled: said.length > 0 && said.every(element => element && svg.contains(element)),
    cells: table?.querySelectorAll("td").length ?? 0,
    reached: !folded || Boolean(folded.querySelector(":scope > summary")?.innerText.trim()),
  };
})"""


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 390, "height": 900}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def wrong_pictures(page: Page) -> list[dict[str, object]]:
    """The pictures that do not show, say or tell in a table what they are."""
    return [
        picture
        for picture in page.evaluate(PICTURES)
        if not (picture["width"] > 20 and picture["height"] > 10 and picture["title"] and picture["description"])
        or not (picture["labelled"] and picture["cells"] and picture["reached"])
    ]


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_page_of_the_demo_reads(demo: Site, origin_of: Callable[[Site], str], page: Page, template: str) -> None:
    page.goto(origin_of(demo) + demo.page(template))
    read = page.evaluate(READ)
    assert read["heading"]
    assert read["text"] > 40
    assert read["links"] >= 5
    assert read["useless"] == []


def test_every_picture_of_the_demo_reads(demo: Site, origin_of: Callable[[Site], str], page: Page) -> None:
    """On every page that holds one, save reports: of those, the page that the other tests look at."""
    drawn = [address for address in demo.pages if 'role="img"' in demo.html(address)]
    looked_at = [a for a in drawn if demo.made_from[a] != "report.html" or a == demo.page("report.html")]
    wrong: dict[str, object] = {}
    count = 0
    for address in looked_at:
        page.goto(origin_of(demo) + address)
        count += len(page.evaluate(PICTURES))
        wrong |= {f"{address} {picture['name']}": picture for picture in wrong_pictures(page)}
    assert wrong == {}
    assert count > 40


@pytest.mark.parametrize("name", ["first", *SET_NAMES])
def test_every_picture_of_a_page_of_each_sort_reads(
    built_site: Callable[[str], Site], origin_of: Callable[[Site], str], page: Page, name: str
) -> None:
    site = built_site(name)
    wrong: dict[str, object] = {}
    for address in (site.page(template) for template in TEMPLATES if site.of(template)):
        page.goto(origin_of(site) + address)
        wrong |= {f"{address} {picture['name']}": picture for picture in wrong_pictures(page)}
    assert wrong == {}


def test_a_picture_that_says_nothing_is_seen(page: Page) -> None:
    said = "<title id='t'>T</title><desc id='d'>D</desc>"
    good = f"<svg role='img' aria-labelledby='t d' width='50' height='50'>{said}</svg>"
    table = "<details><summary>As a table</summary><table><tr><td>1</td></tr></table></details>"
    page.set_content(f"<main><section><figure>{good}</figure>{table}</section></main>")
    assert wrong_pictures(page) == []
    for broken in (
        f"<section>{good}</section>",
        f"<section>{good.replace('<title', '<title hidden').replace('>T<', '><')}{table}</section>",
        f"<section>{good.replace('d>D', 'd>').replace('t d', 't no')}{table}</section>",
        f"<section hidden>{good}{table}</section>",
        f"<section>{good}{table.replace('As a table', '')}</section>",
    ):
        page.set_content(f"<main>{broken}</main>")
        assert len(wrong_pictures(page)) == 1, broken
