"""What surrounds every page, in a real Chromium: a long name pushes nothing away, and no line is too long to read."""

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page
from tests.publish.engine.browser import served
from tests.publish.engine.projects import BODY, artifact, commit_all, write_artifact, write_project

from outcome_catalog.mkdocs_plugin.site import build_site

pytestmark = pytest.mark.browser
LONG_NAME = "What the communities of practice of the federated cooperatives produce together"
LONGEST_LINE = 75
PARAGRAPH = "A sentence that is written for people who read it to its end, with words of every length in it. " * 8
WITHIN = """() => {
  const box = selector => document.querySelector(selector)?.getBoundingClientRect();
  const links = [...document.querySelectorAll(".oc-nav > ul a")].map(link => link.getBoundingClientRect());
  const brand = document.querySelector(".oc-brand");
  return {
    is_menu: getComputedStyle(document.querySelector(".oc-menu")).display !== "none",
    over: document.documentElement.scrollWidth - innerWidth,
    first: links[0].left - box(".oc-brand").right,
    last: box(".oc-quick").left - links.at(-1).right,
    search: box(".oc-quick").width,
    cut: links.filter(link => link.height > 40).length,
    brand: box(".oc-brand").width,
  };
}"""
LINES = """() => [...document.querySelectorAll("main p, main dd, main li")]
  .filter(block => block.offsetParent && !block.querySelector("p, ul, ol, table, svg") && block.textContent.length > 80)
  .flatMap(block => {
    const name = block.textContent.trim().slice(0, 60);
    const lines = new Map();
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node; (node = walker.nextNode());) {
      if (node.parentElement.closest(".oc-hidden")) continue;
      for (let index = 0; index < node.length; index++) {
        range.setStart(node, index); range.setEnd(node, index + 1);
        const { top, width } = range.getBoundingClientRect();
        if (width) lines.set(Math.round(top / 8), (lines.get(Math.round(top / 8)) ?? 0) + 1);
      }
    }
    return [...lines.values()].map(length => [length, name]);
  })"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site of a catalog with long names and long paragraphs."""
    root = write_project(tmp_path_factory.mktemp("long"))
    (root / "mkdocs.yml").write_text(
        f"site_name: {LONG_NAME}\ndocs_dir: communities\ntheme:\n  name: material\nplugins:\n  - outcome-catalog\n"
    )
    text = BODY + f"\n## More\n\n{PARAGRAPH}\n\n- {PARAGRAPH}\n"
    write_artifact(root, "circle/long", artifact("Long lines", summary=PARAGRAPH[:180]), text)
    (root / "communities" / "about.md").write_text(f"# About\n\n{PARAGRAPH}\n")
    commit_all(root)
    built = build_site(root, site_dir=root / "www", search=False, jobs=1)
    assert built.is_built, built.messages
    with served(root / "www") as base:
        yield base


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    opened = chromium.new_page()
    yield opened
    opened.close()


@pytest.mark.parametrize("width", [1440, 1260, 1000, 390])
def test_a_long_name_pushes_nothing_out_of_the_header(site: str, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}kinds/")
    assert page.inner_text(".oc-brand") == LONG_NAME
    found = page.evaluate(WITHIN)
    assert found["over"] <= 0
    assert found["is_menu"] == (width < 1219)
    assert found["search"] >= 96
    assert found["brand"] >= 80
    if not found["is_menu"]:
        assert found["first"] >= 0, "the name lies over the first link"
        assert found["last"] >= 0, "the last link lies under the search box"
        assert found["cut"] == 0, "every link stands on one line"


def test_at_four_times_its_size_a_page_keeps_its_name_and_its_room(site: str, page: Page) -> None:
    """WCAG 2.2, 1.4.10: 1280 by 1024 pixels enlarged are 320 by 256."""
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(f"{site}kinds/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    lines = "brand => brand.getClientRects()[0].width > 250"
    assert page.locator(".oc-brand").evaluate(lines), "the name is squeezed beside the search"
    page.evaluate("scrollTo(0, 400)")
    assert page.locator(".oc-header").evaluate("header => header.getBoundingClientRect().bottom") < 0
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.locator(".oc-header").evaluate("header => header.getBoundingClientRect().top") == 0


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_a_system_s_own_colours_are_taken_whatever_the_switch_says(
    site: str, chromium: Browser, scheme: Literal["dark", "light"]
) -> None:
    context = chromium.new_context(forced_colors="active", color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{site}communities/")
    page.evaluate(f"document.body.dataset.mdColorScheme = '{'default' if scheme == 'dark' else 'slate'}'")
    ink, paper = ("rgb(255, 255, 255)", "rgb(0, 0, 0)") if scheme == "dark" else ("rgb(0, 0, 0)", "rgb(255, 255, 255)")
    styles = "(element, name) => getComputedStyle(element)[name]"
    assert page.locator("body").evaluate(styles, "backgroundColor") == paper
    assert page.locator(".oc-chart:visible text").first.evaluate(styles, "fill") == ink
    assert page.locator(".oc-vitality:visible").first.evaluate(styles, "borderTopWidth") == "1px"
    context.close()


@pytest.mark.parametrize("address", ["", "circle/long/", "about/", "contribute/", "communities/"])
def test_no_line_of_text_is_longer_than_one_reads_with_ease(site: str, page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{site}{address}")
    lines = page.evaluate(LINES)
    if address in {"circle/long/", "about/"}:
        assert len(lines) >= 10
    assert [line for line in lines if line[0] > LONGEST_LINE] == []
