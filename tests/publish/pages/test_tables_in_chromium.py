"""Tables in a real Chromium: they sort and filter by keys alone, say so, and are what they were without the script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from outcome_catalog.publish.stylesheet import stylesheet
from outcome_catalog.publish.words import words
from outcome_catalog.resources import bundled

pytestmark = pytest.mark.browser
SCRIPT = bundled("overrides") / "assets/javascripts/catalog-tables.js"
ROWS = (
    ("Zug", "2026-02-01", "9 uses", "9"),
    ("Écluse", "2025-12-31", "100 uses", "100"),
    ("Echo", "", "no uses", "0"),
    ("Part 10", "2026-01-15", "10 uses", "10"),
    ("Part 9", "2024-06", "1,000 uses", "1000"),
    *((f"row {number}", "2020-01-01", "2 uses", "2") for number in range(10, 20)),
)
NAMES = [name for name, *_ in ROWS]


def table(rows: tuple[tuple[str, ...], ...], label: str) -> str:
    body = "".join(
        f'<tr><th scope="row">{name}</th><td data-label="Date" data-sort="{day}">on {day}</td>'
        f'<td data-label="Reuse" data-sort="{number}">{text}</td></tr>'
        for name, day, text, number in rows
    )
    heads = '<th scope="col">Title</th><th scope="col" data-first="descending">Date</th><th scope="col">Reuse</th>'
    return (
        f'<div class="oc-scroll" tabindex="0" role="group" aria-label="{label}"><table id="{label}" '
        f'class="oc-table oc-sortable oc-stack"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>'
    )


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """A page with a long table, one that only sorts and one that is too short for either; without the script yet."""
    opened = chromium.new_page(viewport={"width": 1200, "height": 900}, color_scheme="light")
    said = words("en")["tables"]
    opened.set_content(
        f'<!doctype html><html lang="fr"><title>Tables</title><style>{stylesheet()}</style>'
        '<body data-md-color-scheme="default"><main class="md-typeset oc-page">'
        f"{table(ROWS, 'long')}{table(ROWS[:5], 'middle')}{table(ROWS[:3], 'short')}</main></body></html>"
    )
    opened.evaluate(
        """said => { const words = document.createElement("script"); words.type = "application/json";
        words.dataset.tableWords = ""; words.textContent = JSON.stringify(said); document.body.append(words); }""",
        dict(said),
    )
    assert opened.locator("button").count() == 0
    places = {width: cells(opened, width) for width in (390, 1200)}
    opened.add_script_tag(content=SCRIPT.read_text(encoding="utf-8"), type="module")
    opened.wait_for_selector("button.oc-sort")
    assert {width: cells(opened, width) for width in (390, 1200)} == places, "the script moved what was read already"
    yield opened
    opened.close()


def cells(page: Page, width: int) -> list[list[float]]:
    """Where every cell below the headings stands in a window of that width, and how wide every heading is."""
    page.set_viewport_size({"width": width, "height": 900})
    found: list[list[float]] = page.evaluate(
        """() => [...document.querySelectorAll("tbody > tr > *, thead th")].map(cell => {
        const { x, y, width, height } = cell.getBoundingClientRect(); return [x, y, width, height]; })"""
    )
    return found


def names(page: Page, table_id: str = "long") -> list[str]:
    return page.locator(f"#{table_id} tbody tr:not([hidden]) th").all_inner_texts()


def test_a_table_has_what_its_length_is_worth(page: Page) -> None:
    assert [page.locator(f"#{name} .oc-sort").count() for name in ("long", "middle", "short")] == [3, 3, 0]
    expect(page.locator(".oc-filter")).to_have_count(1)
    expect(page.get_by_label("Filter these rows: long")).to_be_visible()


def test_paper_has_no_filter(page: Page) -> None:
    expect(page.locator(".oc-filter")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".oc-filter")).to_be_hidden()
    page.emulate_media(media="screen")


def test_headings_sort_by_keys_and_say_so(page: Page) -> None:
    title = page.locator("#long thead th").nth(0)
    said = page.locator("#long").locator("xpath=../preceding-sibling::*[@role='status'][1]")
    page.get_by_label("Filter these rows: long").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(title).to_have_attribute("aria-sort", "ascending")
    expect(said).to_have_text("Sorted by Title, ascending.")
    assert names(page) == ["Echo", "Écluse", "Part 9", "Part 10", *NAMES[5:], "Zug"], "by the rules of the language"
    page.keyboard.press("Space")
    expect(title).to_have_attribute("aria-sort", "descending")
    assert names(page)[0] == "Zug"
    page.keyboard.press("Enter")
    assert title.get_attribute("aria-sort") is None
    expect(said).to_have_text("In the order of the page again.")
    assert names(page) == NAMES


def test_days_and_numbers_sort_by_what_they_are(page: Page) -> None:
    sort = page.locator("#middle .oc-sort")
    sort.nth(1).click()
    assert page.locator("#middle th[aria-sort=descending]").all_inner_texts() == ["Date"]
    assert names(page, "middle") == ["Zug", "Part 10", "Écluse", "Part 9", "Echo"], "the latest first, no day last"
    sort.nth(1).click()
    assert names(page, "middle") == ["Part 9", "Écluse", "Part 10", "Zug", "Echo"], "no day last here too"
    sort.nth(2).click()
    assert names(page, "middle") == ["Echo", "Zug", "Part 10", "Écluse", "Part 9"]
    assert page.locator("#middle [aria-sort]").count() == 1


def test_the_filter_says_how_many_of_how_many(page: Page) -> None:
    field, count = page.get_by_label("Filter these rows: long"), page.locator(".oc-filter__count")
    expect(count).to_have_text("15 of 15 rows")
    field.fill("ECLUSE 100")
    assert names(page) == ["Écluse"], "accents and capitals do not matter, all words do"
    expect(count).to_have_text("1 of 15 rows")
    field.fill("nothing like it")
    expect(count).to_have_text("0 of 15 rows")
    field.fill("part")
    page.locator("#long .oc-sort").nth(0).click()
    assert names(page) == ["Part 9", "Part 10"], "what is filtered away stays away when it is sorted"
    field.fill("")
    assert len(names(page)) == len(ROWS)


def test_the_script_keeps_nothing_and_writes_only_text() -> None:
    script = SCRIPT.read_text(encoding="utf-8")
    for way in ("Storage", "cookie", "history.", "location", "innerHTML", "fetch("):
        assert way not in script


def test_on_a_telephone_no_cell_is_cut_and_every_value_has_its_name(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    cell = page.locator("#short tbody td").first
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content") == '"Date"'
    for button in page.locator("#long .oc-sort").all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 24
        assert box["width"] >= 24
        assert box["x"] + box["width"] <= 390
    page.set_viewport_size({"width": 1200, "height": 900})


def test_the_filter_of_a_cut_table_finds_what_is_cut(page: Page) -> None:
    page.evaluate(
        """() => { const frame = document.querySelector("#long").parentElement; frame.classList.add("oc-long");
        const all = document.createElement("label"), box = document.createElement("input");
        all.className = "oc-all"; box.type = "checkbox"; all.append(box, "Show all"); frame.after(all); }"""
    )
    shown = page.locator("#long tbody tr").filter(visible=True)
    expect(shown).to_have_count(10)
    page.get_by_label("Filter these rows: long").fill("row 19")
    expect(shown).to_have_count(1)
    expect(page.get_by_label("Show all")).to_be_hidden()
    page.get_by_label("Filter these rows: long").fill("")
    expect(shown).to_have_count(10)
    page.get_by_label("Show all").check()
    expect(shown).to_have_count(15)
