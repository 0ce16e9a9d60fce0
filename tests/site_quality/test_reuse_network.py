"""Who uses whose: picture, matrix and records hold what the published data holds, counted again without the product."""

import csv
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from html import unescape
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.conftest import SET_NAMES
from tests.site_quality.sites import Site

pytestmark = [pytest.mark.acceptance, pytest.mark.xdist_group("site-quality")]
GRADES = ("verified", "attested", "claimed")
Pairs = dict[tuple[str, str], tuple[int, ...]]
"""The uses by grade, by who uses and whose: ``unit:north``, ``community:desk``."""


def recounted(site: Site) -> Pairs:
    """The pairs from the published table of reuse: one line a source, one counted line a use."""
    found: dict[tuple[str, str], Counter[str]] = {}
    with (site.folder / "api/v1/reuses.csv").open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            if line["counted"] == "yes":
                used = next(
                    f"{kind}:{' '.join(line[column].split()).casefold() if kind == 'external' else line[column]}"
                    for kind in ("community", "external", "unit")
                    if line[column := f"used_by_{kind}"]
                )
                made = f"community:{line['artifact'].partition('/')[0]}"
                found.setdefault((used, made), Counter())[line["grade"]] += 1
    return {pair: tuple(grades[grade] for grade in GRADES) for pair, grades in found.items()}


def _marked(html: str, tag: str, css: str) -> list[dict[str, str]]:
    """The attributes of every start tag of a class that begins with *css*."""
    tags = re.findall(rf'<{tag}\b([^>]*\bclass="{css}[^"]*"[^>]*)>', html)
    return [{name: unescape(value) for name, value in re.findall(r'([\w-]+)="([^"]*)"', found)} for found in tags]


def _counts(marked: list[dict[str, str]]) -> Pairs:
    return {(m["data-to"], m["data-from"]): tuple(map(int, m["data-counts"].split())) for m in marked}


@pytest.fixture(params=["demo", *SET_NAMES])
def site(request: pytest.FixtureRequest, built_site: Callable[[str], Site]) -> Site:
    return built_site(request.param)


EXPECTED_USES = {"demo": 33, "innersource-patterns": 154, "kubernetes-sigs": 262}


def test_the_matrix_holds_every_pair_with_its_grades(site: Site) -> None:
    pairs = recounted(site)
    assert sum(map(sum, pairs.values())) == EXPECTED_USES[site.name]
    html = site.html("reuse/")
    assert _counts(_marked(html, "td", "oc-warmth-")) == pairs
    shown = [int(n) for n in re.findall(r'<td class="oc-warmth-[^>]*><a [^>]*>(\d+)<svg', html)]
    assert shown == [sum(counts) for counts in _counts(_marked(html, "td", "oc-warmth-")).values()]
    totals = [int(n) for n in re.findall(r'<td class="oc-matrix__all"[^>]*>(\d+)</td>', html)]
    assert Counter(totals) == Counter(
        [
            *(
                sum(sum(counts) for pair, counts in pairs.items() if key in pair[at])
                for at in (0, 1)
                for key in _ends(pairs, at)
            ),
            EXPECTED_USES[site.name],
        ]
    )


def _ends(pairs: Iterable[tuple[str, str]], at: int) -> list[str]:
    return sorted({pair[at] for pair in pairs})


def test_the_picture_draws_every_use(site: Site) -> None:
    html = site.html("reuse/")
    drawn = _counts(_marked(html, "g", "oc-band"))
    named = {used for used, _ in drawn} - {"others:"}
    expected: dict[tuple[str, str], list[int]] = {}
    for (used, made), counts in recounted(site).items():
        held = expected.setdefault((used if used in named else "others:", made), [0, 0, 0])
        held[:] = [a + b for a, b in zip(held, counts, strict=True)]
    assert drawn == {pair: tuple(counts) for pair, counts in expected.items()}
    assert len(named) == min(len(_ends(recounted(site), 0)), 28)
    stripes = Counter(re.findall(r'class="oc-stripe--(\w+)"', html))
    assert stripes == Counter(
        grade for counts in drawn.values() for grade, count in zip(GRADES, counts, strict=True) if count
    )


def test_every_number_leads_to_as_many_records(site: Site) -> None:
    cells = _marked(site.html("reuse/"), "td", "oc-warmth-")
    links = re.findall(r'<td class="oc-warmth-[^>]*><a href="([^"#]*)#([^"]*)"', site.html("reuse/"))
    assert len(cells) == len(links)
    records = {url: site.html(f"reuse/{url}") for url in {url for url, _ in links}}
    for cell, (url, anchor) in zip(cells, links, strict=True):
        row = records[url].split(f'<tr id="{_read(anchor)}"', 1)[1].split("</tr>", 1)[0]
        listed = Counter(re.findall(r"oc-grade--(\w+)", row))
        assert [listed[grade] for grade in GRADES] == [int(n) for n in cell["data-counts"].split()], cell


def _read(anchor: str) -> str:
    return unquote(unescape(anchor))


def test_each_period_has_as_many_uses_as_its_report(site: Site) -> None:
    html = site.html("reuse/")
    rows = re.findall(r'<th scope="row"><a href="\.\./reports/([\w-]+)/#reuse">.*?</tr>', html)
    parts = re.findall(r'<th scope="row"><a href="\.\./reports/[\w-]+/#reuse">(.*?)</tr>', html)
    assert len(rows) > 3
    for period, part in zip(rows, parts, strict=True):
        report: dict[str, Any] = json.loads((site.folder / f"reports/{period}/report.json").read_text(encoding="utf-8"))
        numbers = [int(n) for n in re.findall(r">(\d+)</td>", part)]
        reuse = report["reuse"]
        assert numbers == [reuse["counted"], *(reuse["by_grade"][grade] for grade in GRADES)], period


@pytest.fixture(scope="module")
def reuse(chromium: Browser, built_site: Callable[[str], Site], origin_of: Callable[[Site], str]) -> Any:
    """The demo's page of reuse, as a reader has it."""
    context = chromium.new_context(viewport={"width": 1440, "height": 1000}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{origin_of(built_site('demo'))}reuse/")
    expect(page.locator("[data-filter]")).to_be_visible()
    yield page
    context.close()


@pytest.mark.browser
def test_pointing_at_one_thing_says_it_and_shows_what_belongs_to_it(reuse: Page) -> None:
    said, chosen = reuse.locator("[data-said]"), reuse.locator(".oc-band.is-on")
    reuse.locator('.oc-node[data-party="unit:depot-harbour"]').focus()
    expect(said).to_contain_text("Depot Harbour uses the work of others: 6 uses")
    expect(chosen).to_have_count(4)
    expect(reuse.locator("tr.is-on")).to_have_count(1)
    cell = reuse.locator('td[data-counts][data-from="community:depot-circle"][data-to="unit:depot-harbour"]')
    cell.get_by_role("link").hover()
    expect(said).to_have_text("Depot Harbour uses the work of Depot circle: 3 uses (3 attested)")
    expect(chosen).to_have_count(1)
    expect(reuse.locator("thead th.is-on")).to_have_text("Depot circle")
    reuse.locator("h1").hover()
    reuse.locator("[data-picture]").focus()
    expect(chosen).to_have_count(0)


@pytest.mark.browser
def test_a_filter_counts_again(reuse: Page, built_site: Callable[[str], Site]) -> None:
    pairs = recounted(built_site("demo"))
    rows, total = reuse.locator("tr[data-to]:visible"), reuse.locator(".oc-matrix tfoot td").last
    expect(total).to_have_text("33")
    reuse.locator("select[name=grade]").select_option("claimed")
    claimed = {pair: counts[2] for pair, counts in pairs.items() if counts[2]}
    expect(total).to_have_text(str(sum(claimed.values())))
    expect(rows).to_have_count(len(_ends(claimed, 0)))
    expect(reuse.locator("[data-said]")).to_have_text(
        f"Pairs shown: {len(claimed)} of {len(pairs)}. Uses: {sum(claimed.values())}."
    )
    reuse.locator("select[name=kind]").select_option("units")
    units = sum(count for pair, count in claimed.items() if pair[0].startswith("unit:"))
    expect(total).to_have_text(str(units))
    shown = reuse.locator(".oc-node[data-party]:visible .oc-strong").all_text_contents()
    assert sum(map(int, shown)) == units
    reuse.get_by_role("button", name="Show all").click()
    expect(total).to_have_text("33")
    expect(rows).to_have_count(14)


@pytest.mark.browser
def test_what_a_browser_puts_back_into_the_filter_is_what_is_shown(reuse: Page) -> None:
    total = reuse.locator(".oc-matrix tfoot td").last
    reuse.locator("select[name=grade]").select_option("claimed")
    filtered = total.inner_text()
    assert filtered != "33"
    address = reuse.url
    reuse.goto("about:blank")
    reuse.go_back()
    reuse.wait_for_url(address)
    chosen = reuse.locator("select[name=grade]").input_value()
    expect(total).to_have_text(filtered if chosen else "33")
    assert chosen, "the browser puts nothing back: this test looks at nothing"
    reuse.get_by_role("button", name="Show all").click()
    expect(total).to_have_text("33")


@pytest.mark.browser
def test_only_answers_are_told(reuse: Page) -> None:
    said = reuse.locator("[data-said]")
    reuse.locator("select[name=grade]").select_option("claimed")
    expect(said).to_have_attribute("aria-live", "polite")
    reuse.get_by_role("button", name="Show all").click()
    expect(said).to_contain_text("29 of 29")
    reuse.locator('.oc-node[data-party="unit:depot-harbour"]').focus()
    expect(said).to_have_attribute("aria-live", "off")


@pytest.mark.browser
def test_the_picture_is_zoomed_and_moved_without_a_mouse(reuse: Page) -> None:
    picture, drawing = reuse.locator("[data-picture]"), reuse.locator(".oc-flows")

    def seen() -> list[float]:
        return [float(n) for n in (drawing.get_attribute("viewBox") or "").split()]

    whole = seen()
    picture.focus()
    reuse.keyboard.press("+")
    nearer = seen()
    assert nearer[2] == pytest.approx(whole[2] / 1.4)
    reuse.keyboard.press("ArrowRight")
    assert seen()[0] > nearer[0]
    for _ in range(20):
        reuse.keyboard.press("ArrowLeft")
    assert seen()[0] == 0, "the picture was moved out of sight"
    reuse.keyboard.press("0")
    assert seen() == whole
    reuse.get_by_role("button", name="Zoom in").click()
    reuse.get_by_role("button", name="Whole picture").click()
    assert seen() == whole


@pytest.mark.browser
def test_a_picture_follows_only_a_button_that_is_held_down(reuse: Page) -> None:
    drawing = reuse.locator(".oc-flows")
    reuse.get_by_role("button", name="Zoom in").click()
    whole = drawing.get_attribute("viewBox")
    move = {"pointerId": 1, "bubbles": True, "clientX": 300, "clientY": 300}
    drawing.dispatch_event("pointerdown", {"pointerId": 1, "button": 2, "buttons": 2, "bubbles": True})
    drawing.dispatch_event("pointermove", {**move, "buttons": 2})
    assert drawing.get_attribute("viewBox") == whole, "a menu was opened"
    drawing.dispatch_event("pointerdown", {"pointerId": 1, "button": 0, "buttons": 1, "bubbles": True})
    drawing.dispatch_event("pointermove", {**move, "buttons": 0})
    assert drawing.get_attribute("viewBox") == whole, "the button was let go outside the page"
    drawing.dispatch_event("pointermove", {**move, "buttons": 1})
    assert drawing.get_attribute("viewBox") == whole
    drawing.dispatch_event("pointerdown", {"pointerId": 1, "button": 0, "buttons": 1, "bubbles": True})
    drawing.dispatch_event("pointermove", {**move, "buttons": 1})
    assert drawing.get_attribute("viewBox") != whole
    drawing.dispatch_event("pointerup", {"pointerId": 1, "bubbles": True})
    reuse.get_by_role("button", name="Whole picture").click()


@pytest.mark.browser
def test_dragging_is_no_click_and_a_click_on_a_band_leads_to_its_records(reuse: Page) -> None:
    drawing = reuse.locator(".oc-flows")
    drawing.scroll_into_view_if_needed()
    reuse.get_by_role("button", name="Zoom in").click()
    before, address = drawing.get_attribute("viewBox"), reuse.url
    box = drawing.bounding_box()
    assert box is not None
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    reuse.mouse.move(*middle)
    reuse.mouse.down()
    reuse.mouse.move(middle[0] - 60, middle[1] - 30, steps=4)
    reuse.mouse.up()
    assert drawing.get_attribute("viewBox") != before
    assert reuse.url == address
    reuse.locator(".oc-node[data-party]").first.press("Enter")
    expect(reuse).not_to_have_url(address)
    reuse.go_back()
    reuse.locator(".oc-band").first.dispatch_event("pointerdown", {"pointerId": 9})
    reuse.locator(".oc-band").first.dispatch_event("pointerup", {"pointerId": 9})
    reuse.locator(".oc-band").first.dispatch_event("click")
    reuse.wait_for_url(re.compile(r"/reuse/who-uses-whose/#pair\.depot-circle\.unit\.depot-harbour$"))
    expect(reuse.locator("tr:target")).to_contain_text("Depot Harbour")
