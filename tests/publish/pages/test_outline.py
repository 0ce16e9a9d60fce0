"""Every page is an outline that can be walked: one first heading, no level left out, and every landmark has a name."""

from html.parser import HTMLParser

import pytest
from tests.publish.pages.rendering import a_context, site_html

_NAMED = {"nav", "section"}


class Outline(HTMLParser):
    """The headings of a page by their level, and the landmarks that nothing names."""

    def __init__(self) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.ids: set[str] = set()
        self.unnamed: list[str] = []
        self.named_by: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.ids.add(values.get("id") or "")
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.levels.append(int(tag[1]))
        if tag in _NAMED or values.get("role") in {"search", "group", "region"}:
            named_by = values.get("aria-labelledby")
            if named_by:
                self.named_by.append(named_by)
            elif not values.get("aria-label") and "oc-left-out" not in (values.get("class") or ""):
                self.unnamed.append(self.get_starttag_text() or tag)


def outline(html: str) -> Outline:
    found = Outline()
    found.feed(html)
    return found


@pytest.fixture(scope="module")
def outlines() -> dict[str, Outline]:
    return {address: outline(html) for address, html in site_html(a_context())}


def test_headings_leave_no_level_out(outlines: dict[str, Outline]) -> None:
    wrong = {
        address: found.levels
        for address, found in outlines.items()
        if found.levels.count(1) != 1
        or found.levels[0] != 1
        or any(late - early > 1 for early, late in zip(found.levels, found.levels[1:], strict=False))
    }
    assert wrong == {}


def test_landmarks_have_names_that_are_there(outlines: dict[str, Outline]) -> None:
    assert {address: found.unnamed for address, found in outlines.items() if found.unnamed} == {}
    assert {
        address: missing
        for address, found in outlines.items()
        if (missing := [name for name in found.named_by if not set(name.split()) <= found.ids])
    } == {}


def test_a_gap_and_a_nameless_landmark_are_found() -> None:
    found = outline('<h1>a</h1><h3>b</h3><nav></nav><section aria-labelledby="x"></section>')
    assert (found.levels, found.unnamed, found.named_by) == ([1, 3], ["<nav>"], ["x"])
