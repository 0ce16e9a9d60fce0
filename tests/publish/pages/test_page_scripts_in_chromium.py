"""The small scripts of the single pages in a real Chromium: attention narrowed down, a text copied."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from tests.browser.held import held
from tests.publish.pages.rendering import a_context, artifact_meta, page, rendered

from outcome_catalog.publish.stylesheet import stylesheet
from outcome_catalog.resources import bundled

pytestmark = pytest.mark.browser
SITE = "http://localhost:1/"
"""Nothing listens there: every request is answered below. The name is that of a place that may use the clipboard."""


@pytest.fixture(scope="module")
def site(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    pages = {
        "attention/": rendered(page("attention/"), "attention/"),
        "desk/greet/": rendered(artifact_meta(a_context(), "desk/greet"), "desk/greet/"),
    }

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(SITE).partition("?")[0]
        if path in pages:
            style = f"<style>{stylesheet()}</style></head>"
            route.fulfill(body=pages[path].replace("</head>", style), content_type="text/html; charset=utf-8")
        elif path.endswith(".js") and (bundled("overrides") / path).is_file():
            text = (bundled("overrides") / path).read_text(encoding="utf-8")
            route.fulfill(body=text, content_type="text/javascript; charset=utf-8")
        else:
            route.fulfill(status=404)

    context.route("**/*", answer)
    opened = context.new_page()
    yield opened
    context.close()


def test_attention_shows_what_was_chosen_and_keeps_it_in_the_address(site: Page) -> None:
    site.goto(SITE + "attention/")
    desk, field = site.locator("section[data-community=desk]"), site.locator("section[data-community=field]")
    overdue = site.locator(".oc-todo--overdue > li:visible")
    expect(overdue).to_have_count(5)
    told = site.locator(".oc-choices [role=status]")
    assert told.evaluate("told => getComputedStyle(told).display") != "none", "nobody listens to what is not there"
    site.get_by_label("Community").select_option("field")
    expect(desk).to_be_hidden()
    expect(field).to_be_visible()
    expect(overdue).to_have_count(0)
    assert site.url == SITE + "attention/?community=field"
    site.get_by_label("Steward").select_option("Desk writer")
    expect(site.locator(".oc-choices [role=status]")).to_have_text("Nothing of this needs a steward today.")
    site.get_by_role("button", name="Show everything").click()
    expect(field).to_be_visible()
    assert site.url == SITE + "attention/"
    site.locator("select[name=topic]").select_option("output")
    expect(overdue).to_have_count(2)
    expect(desk.locator("[data-topic]:visible")).to_have_count(1)


def test_a_choice_in_the_address_is_taken_up(site: Page) -> None:
    site.goto(SITE + "attention/?steward=Desk+writer&topic=review")
    expect(site.get_by_label("Steward")).to_have_value("Desk writer")
    expect(site.locator(".oc-todo--overdue > li:visible")).to_have_count(1)
    expect(site.locator("section[data-community]:visible")).to_have_count(1)
    site.goto(SITE + "attention/?community=nobody")
    expect(site.get_by_label("Community")).to_have_value("")


def test_a_choice_made_before_the_script_is_there_stands(site: Page) -> None:
    with held(site, "**/attention-filter.js") as script:
        site.goto(SITE + "attention/?topic=review&steward=nobody", wait_until="commit")
        site.get_by_label("Community").select_option("field")
        script.wait_for_one()
        script.routes.pop().fulfill(path=bundled("overrides") / "assets/javascripts/attention-filter.js")
    expect(site.locator("section[data-community=desk]")).to_be_hidden()
    expect(site.get_by_label("Community")).to_have_value("field")
    expect(site.locator("select[name=topic]")).to_have_value("review")
    expect(site).to_have_url(SITE + "attention/?topic=review&community=field")


def test_a_text_keeps_the_focus_when_its_button_comes(site: Page) -> None:
    text = site.locator("details.oc-cite pre").first
    with held(site, "**/copy-text.js") as script:
        site.goto(SITE + "desk/greet/", wait_until="commit")
        site.locator("details.oc-cite > summary").click()
        text.focus()
        script.wait_for_one()
        script.routes.pop().fulfill(path=bundled("overrides") / "assets/javascripts/copy-text.js")
    expect(site.locator(".oc-copied > pre").first).to_be_visible()
    expect(text).to_be_focused()


def test_a_button_copies_the_whole_text_and_says_so(site: Page) -> None:
    site.goto(SITE + "desk/greet/")
    site.locator("details.oc-cite > summary").click()
    text = site.locator("details.oc-cite pre").first.text_content()
    button = site.locator("details.oc-cite .oc-copy").first
    button.focus()
    site.keyboard.press("Enter")
    expect(button).to_have_text("Copied BibTeX")
    assert site.evaluate("navigator.clipboard.readText()") == text
    site.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')); }")
    other = site.locator("details.oc-cite .oc-copy").nth(1)
    other.click()
    assert (
        site.evaluate("getSelection().toString().trim()")
        == site.locator("details.oc-cite pre").nth(1).inner_text().strip()
    )
    expect(other).to_have_text("Copy CSL-JSON")
    names = [name.inner_text() for name in site.locator("details.oc-cite .oc-copy").all()]
    assert len(set(names)) == len(names) > 1, "no two are heard as one"
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 24
