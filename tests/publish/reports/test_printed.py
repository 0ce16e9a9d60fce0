"""A report on paper: the site's page and the file that stands alone, printed by a real Chromium on A4."""

import re
import zlib

import pytest
from playwright.sync_api import Browser, Page
from tests.publish.engine.browser import PAPER
from tests.publish.reports.reports import view_of

from outcome_catalog.publish.reports.formats import FORMATS

pytestmark = pytest.mark.browser
A4 = (595, 842)
"""Width and height in points."""


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a report as a file of its own."""
    file = tmp_path_factory.mktemp("alone") / "report.html"
    file.write_text(FORMATS["html"].text(view_of("all")), encoding="utf-8")
    return file.as_uri()


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    """The size of each page, from the dictionaries of the PDF, packed ones too."""
    packed = [
        zlib.decompressobj().decompress(stream)  # a stream may end in what looks like its line's end
        for stream in re.findall(rb"stream\r?\n(x.*?)\r?\nendstream", pdf, re.S)
        if stream
    ]
    text = b"".join([pdf, *packed])
    boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]", text)
    return [(round(float(width)), round(float(height))) for width, height in boxes]


def links(pdf: bytes) -> int:
    """How many places of the PDF lead somewhere."""
    return len(re.findall(rb"/Subtype\s*/Link", pdf))


def cut_off(page: Page) -> list[str]:
    """What is wider on paper than the paper."""
    page.emulate_media(media="print")
    page.set_viewport_size(PAPER)
    return list(
        page.evaluate(
            """() => [...document.querySelectorAll(".oc-report, .oc-report :is(table, td, .oc-scroll)")]
                .filter(box => box.getBoundingClientRect().right > innerWidth + 1
                               || box.scrollWidth > box.clientWidth + 1)
                .map(box => `${box.className || box.tagName}: ${box.textContent.slice(0, 60)}`)"""
        )
    )


def shown(page: Page, selector: str) -> bool:
    return bool(page.locator(selector).count()) and page.locator(selector).first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("period", ["2026-Q1", "2025", "all"])
def test_the_page_prints_on_a4_and_cuts_nothing_off(
    chromium: Browser, demo_site: str, period: str, scheme: str
) -> None:
    context = chromium.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(f"{demo_site}reports/{period}/")
    assert cut_off(page) == []
    for chrome in (".oc-header", ".oc-footer", ".oc-jump", ".oc-report__aside"):
        assert not shown(page, chrome), f"{chrome} is on paper"
    assert page.evaluate("getComputedStyle(document.querySelector('.oc-report h1')).color") == "rgb(26, 32, 38)"
    assert page.evaluate("getComputedStyle(document.querySelector('.oc-report thead')).display") == "table-header-group"
    pdf = page.pdf(prefer_css_page_size=True)
    assert set(sizes(pdf)) == {A4}
    assert 4 <= len(sizes(pdf)) <= 40
    assert links(pdf) > 50
    context.close()


def test_the_file_alone_prints_on_a4_and_asks_nobody(chromium: Browser, alone: str) -> None:
    page = chromium.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: asked.append(message.text))
    page.goto(alone)
    assert page.evaluate("document.scripts.length") == 0
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert cut_off(page) == []
    assert not shown(page, ".oc-jump")
    pdf = page.pdf(prefer_css_page_size=True)
    assert set(sizes(pdf)) == {A4}
    assert len(sizes(pdf)) >= 3
    assert asked == [alone]
    page.close()


def test_a_table_that_would_be_cut_off_is_seen(chromium: Browser, alone: str) -> None:
    """The check above catches what it is for."""
    page = chromium.new_page()
    page.goto(alone)
    page.add_style_tag(content="table { min-width: 80rem }")
    assert cut_off(page) != []
    page.close()


def test_the_heads_of_a_table_stand_on_each_of_its_pages(chromium: Browser, demo_site: str) -> None:
    """A row of heads that were only on the first page would make the text of the PDF shorter."""
    page = chromium.new_page(bypass_csp=True)  # a style of the test's own is put in below
    page.goto(f"{demo_site}reports/all/")
    repeated = len(page.pdf(prefer_css_page_size=True))
    page.add_style_tag(content="@media print { .oc-report thead { display: table-row-group !important } }")
    assert len(page.pdf(prefer_css_page_size=True)) < repeated
    page.close()


def test_each_number_on_the_page_leads_to_something_there(chromium: Browser, demo_site: str) -> None:
    page = chromium.new_page()
    page.goto(f"{demo_site}reports/all/")
    lost = page.evaluate(
        """() => [...document.querySelectorAll(".oc-report a[href^='#'], .oc-jump a")]
            .filter(link => !document.getElementById(decodeURIComponent(link.hash.slice(1))))
            .map(link => link.outerHTML)"""
    )
    assert lost == []
    bare = page.evaluate(
        """() => [...document.querySelectorAll(".oc-steps li")]
            .filter(step => step.querySelector(".oc-number").textContent !== "0" && !step.querySelector("a"))
            .map(step => step.textContent)"""
    )
    assert bare == []
    page.close()


def test_the_files_beside_the_page_are_there(chromium: Browser, demo_site: str) -> None:
    page = chromium.new_page()
    page.goto(f"{demo_site}reports/2025/")
    for link in page.locator(".oc-report__aside a[href*='report.']").all():
        answer = page.request.get(page.evaluate("link => link.href", link.element_handle()))
        assert answer.ok
        assert len(answer.body()) > 1000
    page.close()
