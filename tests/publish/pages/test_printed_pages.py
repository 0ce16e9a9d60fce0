"""Every page type on paper: A4, nothing cut off, nothing folded away, and none of what only a screen can use."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests.publish.engine.browser import PAPER

pytestmark = pytest.mark.browser
PAGES = (
    "",
    "communities/",
    "second-line/",
    "second-line/printer-eats-the-paper/",
    "kinds/",
    "kinds/best-practice/",
    "audiences/",
    "audiences/controllers/",
    "objectives/",
    "objectives/half-the-diesel/",
    "reuse/",
    "reports/",
    "attention/",
    "contribute/",
    "contribute/charter/",
    "left-out/",
)


@pytest.fixture(scope="module")
def paper(chromium: Browser) -> Iterator[Page]:
    """A sheet of paper, for a reader whose screen is dark; the theme's script, which unfolds things, does not come."""
    context = chromium.new_context(viewport=PAPER, color_scheme="dark", bypass_csp=True)  # a test may add a style
    context.route("**/*.js", lambda route: route.abort())
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


CUT_OFF = """() => [...document.querySelectorAll(".oc-page, .oc-page *:not(svg *)")]
    .filter(box => box.checkVisibility({ checkVisibilityCSS: true }) && !box.closest(".oc-hidden"))
    .filter(box => box.getBoundingClientRect().right > innerWidth + 1
                   || (box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).overflowX !== "visible"))
    .map(box => `${box.tagName}.${box.className}: ${box.textContent.trim().slice(0, 60)}`)"""
ON_SCREEN_ONLY = """() => [...document.querySelectorAll(
        ".oc-header, .oc-toc, .oc-page :is(form, button, input), .oc-used"
    )].filter(box => box.checkVisibility()).map(box => box.outerHTML.slice(0, 80))"""
FOLDED = """() => [...document.querySelectorAll(".oc-page details:not([open]) > :not(summary)")]
    .filter(box => !box.matches("form, button, input, .oc-used *, script, template") && !box.closest(".oc-used"))
    .filter(box => !box.checkVisibility() && box.textContent.trim())
    .map(box => box.textContent.trim().slice(0, 60))"""


@pytest.mark.parametrize("address", PAGES)
def test_a_page_fits_the_paper_and_hides_nothing(paper: Page, demo_site: str, address: str) -> None:
    answer = paper.goto(demo_site + address)
    assert answer is not None
    assert answer.ok
    assert paper.evaluate(CUT_OFF) == []
    assert paper.evaluate(ON_SCREEN_ONLY) == []
    assert paper.evaluate(FOLDED) == []
    assert paper.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert paper.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(26, 32, 38)"


def test_a_link_out_of_the_catalog_says_where_it_leads(paper: Page, demo_site: str) -> None:
    paper.goto(f"{demo_site}second-line/printer-eats-the-paper/")
    paper.evaluate("document.querySelector('.oc-text p').innerHTML += ' <a href=\"https://example.org/x\">x</a>'")
    shown = paper.evaluate("getComputedStyle(document.querySelector('.oc-text a[href^=http]'), '::after').content")
    assert "https://example.org/x" in shown


def test_no_word_of_a_row_s_name_is_broken(paper: Page, demo_site: str) -> None:
    """The years of a promise's periods once stood letter under letter, in a table as narrow as its chart."""
    paper.goto(f"{demo_site}second-line/")
    lines = paper.evaluate("""() => [...document.querySelectorAll(".oc-output__bars th")].map(cell => {
        const text = document.createRange();
        text.selectNodeContents(cell);
        return text.getClientRects().length;
    })""")
    assert lines
    assert max(lines) <= 2, "a period's name takes two lines at most"


def test_what_is_cut_off_is_seen(paper: Page, demo_site: str) -> None:
    """The check above catches what it is for."""
    paper.goto(demo_site)
    paper.add_style_tag(content=".oc-page table { min-width: 90rem !important }")
    assert paper.evaluate(CUT_OFF) != []
