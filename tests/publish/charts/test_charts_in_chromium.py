"""The script on charts: says what a mark's title says, by pointer and by keys; goes away with Escape."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.publish.charts.test_charts import a_map
from tests.publish.charts.test_indicator_line import a_gap, a_line, a_point
from tests.publish.charts.test_vitality_map import a_dot

from outcome_catalog.publish.charts.svg import svg_text
from outcome_catalog.publish.charts.vitality_map import vitality_map
from outcome_catalog.publish.stylesheet import stylesheet
from outcome_catalog.publish.words import words
from outcome_catalog.resources import bundled

SCRIPT = bundled("overrides") / "assets" / "javascripts" / "catalog-charts.js"
LINE = svg_text(a_line(a_point("2025-09-01", 8), a_point("2026-05-01", 7), gap=a_gap(6)).root)
DOTS = (a_dot("first", 9, 4, (2, 1)), a_dot("second", 2, 0), a_dot("third", 0, 0))
MAP = vitality_map(DOTS, chart_id="map", description="d", words=words("en"))
HOSTILE = a_map("<img src=x onerror=alert(1)>")


def document(*drawings: str) -> str:
    figures = "".join(f'<figure class="oc-figure oc-figure--small">{svg}</figure>' for svg in drawings)
    return (
        f"<!doctype html><style>{stylesheet()}</style>"
        '<body class="md-typeset" style="margin: 16px" data-md-color-scheme="default">'
        f"<button>before</button>{figures}</body>"
    )


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 390, "height": 700})
    page.set_content(document(LINE, MAP, HOSTILE))
    page.add_script_tag(content=SCRIPT.read_text(encoding="utf-8"), type="module")
    yield page
    page.close()


def said(page: Page) -> list[str]:
    """The lines of the panel; none where it is closed."""
    panel = page.locator(".oc-said")
    return panel.locator("span").all_inner_texts() if panel.is_visible() else []


def test_keys_go_from_value_to_value_by_day_and_escape_closes(page: Page) -> None:
    page.locator("button").focus()
    page.keyboard.press("Tab")
    heard = []
    for _ in range(5):
        page.keyboard.press("ArrowRight")
        heard.append(said(page)[0])
    assert heard[:3] == ["2025-01-01: 10 hours", "2025-09-01: 8 hours", "2026-05-01: 7 hours"]
    assert set(heard[3:]) == {"2026-12-31: 4 hours", "2026-12-31: 6 hours"}
    page.keyboard.press("Home")
    assert said(page) == ["2025-01-01: 10 hours"]
    page.keyboard.press("Escape")
    assert said(page) == []
    assert page.locator(".oc-pointed").count() == 0
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    assert said(page)[0].startswith("first"), "the panel follows the focus"


def test_what_keys_lead_to_is_heard_once(page: Page) -> None:
    """A link by its own name, any other mark by a sentence that is told; the panel is for eyes."""
    told = page.locator("[role=status]")
    page.locator("svg[tabindex]").first.focus()
    page.keyboard.press("Home")
    expect(told).to_have_text("2025-01-01: 10 hours")
    page.keyboard.press("Escape")
    expect(told).to_be_empty()
    page.locator("a[href='../first/']").focus()
    assert said(page)[0].startswith("first")
    expect(told).to_be_empty()
    assert page.locator(".oc-said").get_attribute("aria-hidden") == "true"


def test_a_finger_shows_until_it_points_elsewhere(chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 700}, has_touch=True)
    page = context.new_page()
    page.set_content(document(LINE))
    page.add_script_tag(content=SCRIPT.read_text(encoding="utf-8"), type="module")
    page.locator(".oc-value-measured:not(.oc-key)").last.tap()
    page.wait_for_timeout(500)
    assert said(page) == ["2026-05-01: 7 hours"]
    page.locator("button").tap()
    assert said(page) == []
    context.close()


def test_keys_go_from_link_to_link_on_a_map(page: Page) -> None:
    page.locator("a[href='../first/']").focus()
    assert page.locator("a[href='../first/'] .oc-trail").first.is_visible()
    for title in ("second", "third", "third"):
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.getAttribute('href')") == f"../{title}/"
        assert said(page)[0].startswith(title)
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "third: silent"


def test_the_panel_shows_by_pointing_stays_while_pointed_at_and_fits(page: Page) -> None:
    page.mouse.move(1, 1)
    page.evaluate("document.activeElement.blur()")
    page.locator(".oc-value-measured:not(.oc-key)").last.hover()
    assert said(page) == ["2026-05-01: 7 hours"]
    page.locator(".oc-said").hover()
    page.wait_for_timeout(400)
    assert said(page), "it went away while it was pointed at"
    box = page.locator(".oc-said").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    page.mouse.move(1, 1)
    expect(page.locator(".oc-said")).to_be_hidden()


def test_what_contributors_wrote_is_text(page: Page) -> None:
    page.locator("a[href='x/']").focus()
    assert said(page) == ["<img src=x onerror=alert(1)>"]
    assert page.locator("img").count() == 0


def test_no_word_of_a_chart_is_smaller_than_eleven_pixels_on_a_telephone(page: Page) -> None:
    sizes = page.evaluate(
        """() => [...document.querySelectorAll("svg text")].map((text) => {
            const chart = text.ownerSVGElement;
            const scale = chart.getBoundingClientRect().width / chart.viewBox.baseVal.width;
            return parseFloat(getComputedStyle(text).fontSize) * scale;
        })"""
    )
    assert len(sizes) > 20
    assert min(sizes) >= 10.9


def test_the_script_is_small_and_puts_text_as_text() -> None:
    source = SCRIPT.read_text(encoding="utf-8")
    assert len(source.encode()) < 6000
    assert "innerHTML" not in source
