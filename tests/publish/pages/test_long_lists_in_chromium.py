"""What is long is cut on a screen until it is asked for, or until a link leads into it; on paper it is whole."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from tests.insights.catalogs import a_catalog, a_record, an_artifact
from tests.publish.pages.desk import an_organisation
from tests.publish.pages.rendering import a_context, artifact_meta, page, rendered

from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.reuse import UsedBy
from outcome_catalog.publish.stylesheet import stylesheet

pytestmark = pytest.mark.browser
SITE = "http://localhost:1/"
"""Nothing listens there: every request is answered below."""


def a_catalog_with_uses(number: int) -> Catalog:
    records = [
        a_record(
            f"desk/2026-05-{n + 1:02}-x",
            "desk/greet",
            used_by=UsedBy(external=f"Works {n:02} of the counties beyond the river"),
        )
        for n in range(number)
    ]
    return a_catalog(an_artifact("desk/greet"), *records, organisation=an_organisation())


@pytest.fixture(scope="module")
def site(chromium: Browser) -> Iterator[Page]:
    context, catalog = chromium.new_context(java_script_enabled=False), a_catalog_with_uses(20)
    pages = {
        "reports/all/": rendered(page("reports/all/", catalog), "reports/all/"),
        "reuse/": rendered(page("reuse/", catalog), "reuse/"),
        "desk/greet/": rendered(artifact_meta(a_context(catalog), "desk/greet"), "desk/greet/"),
    }
    style = f"<style>{stylesheet()}</style></head>"

    def answer(route: Route) -> None:
        html = pages.get(route.request.url.removeprefix(SITE).partition("#")[0])
        body = (
            ""
            if html is None
            else html.replace("</head>", style).replace("<main>", '<main class="md-typeset oc-page">')
        )
        route.fulfill(body=body, content_type="text/html; charset=utf-8", status=404 if html is None else 200)

    context.route("**/*", answer)
    opened = context.new_page()
    yield opened
    context.close()


@pytest.mark.parametrize(
    ("address", "long", "row", "told"),
    [
        ("reports/all/", "#uses + .oc-long", "tbody > tr", "Use by use"),
        ("desk/greet/", ".oc-events--rail", "li", "Reuse history"),
    ],
)
def test_the_first_are_shown_until_all_are_asked_for(site: Page, address: str, long: str, row: str, told: str) -> None:
    site.goto(SITE + address)
    rows = site.locator(long).locator(row)
    shown = rows.filter(visible=True)
    expect(rows).to_have_count(20)
    expect(shown).to_have_count(10)
    switch = site.get_by_role("checkbox", name=re.compile(f"Show all 20 ?: {told}"))
    switch.focus()
    site.keyboard.press("Space")
    expect(shown).to_have_count(20)
    switch.uncheck()
    site.emulate_media(media="print")
    expect(shown).to_have_count(20)
    expect(switch).to_be_hidden()
    site.emulate_media(media="screen")


def test_a_link_into_what_is_cut_shows_it(site: Page) -> None:
    site.goto(SITE + "desk/greet/#use.desk.2026-05-02-x")
    expect(site.locator(".oc-events--rail > li").filter(visible=True)).to_have_count(20)
    expect(site.locator("[id='use.desk.2026-05-02-x']")).to_be_in_viewport()
    expect(site.locator(".oc-all").first).to_be_hidden()


def test_a_telephone_shows_the_numbers_of_the_matrix_beside_long_names(site: Page) -> None:
    site.goto(SITE + "reuse/")
    site.set_viewport_size({"width": 390, "height": 844})
    number = site.locator(".oc-matrix tbody td > a").first
    number.scroll_into_view_if_needed()
    name, box = site.locator(".oc-matrix tbody th").first.bounding_box(), number.bounding_box()
    site.set_viewport_size({"width": 1280, "height": 720})
    assert name is not None
    assert box is not None
    assert name["width"] < 200
    assert box["x"] >= name["x"] + name["width"]
    assert box["x"] + box["width"] / 2 < 390


def test_what_is_short_is_whole() -> None:
    html = rendered(artifact_meta(a_context(a_catalog_with_uses(12)), "desk/greet"), "desk/greet/")
    assert "oc-long" not in html
    assert "oc-all" not in html
