"""What a reader on a slow line has to fetch, in bytes: the budgets of the design, on every page of every site."""

import gzip
import re
from functools import lru_cache

import pytest
from tests.site_quality.sites import ARTIFACT, Site

pytestmark = pytest.mark.acceptance
BYTES, WORDS = 30_000, 600
"""What an artifact page's own HTML may weigh, gzipped, for a text of so many words; a longer text may weigh more."""
OF_OUR_STYLESHEET = 20_000
_TEXT = re.compile(r'<div\b[^>]*\bid="text"[^>]*>')
_DIV = re.compile(r"<(/?)div\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


def weight(content: bytes) -> int:
    return len(gzip.compress(content, 6))


def words_of(html: str) -> int:
    """The words of an artifact's own text: what stands in the division of that name."""
    begin = _TEXT.search(html)
    assert begin is not None
    depth = 1
    for tag in _DIV.finditer(html, begin.end()):
        depth += -1 if tag[1] else 1
        if not depth:
            return len(_TAG.sub(" ", html[begin.end() : tag.start()]).split())
    raise AssertionError("the text has no end")


def share_of_the_budget(html: str) -> float:
    """How much of what a text of its length may weigh a page weighs: 1 is all of it."""
    return weight(html.encode()) / (BYTES * max(1.0, words_of(html) / WORDS))


@lru_cache(maxsize=1)
def shares(site: Site) -> dict[str, float]:
    return {address: share_of_the_budget(site.html(address)) for address in site.of(ARTIFACT)}


def test_an_artifact_page_is_light(site: Site) -> None:
    heaviest = sorted(shares(site).items(), key=lambda found: -found[1])[:3]
    assert [(address, round(share, 2)) for address, share in heaviest if share >= 1] == []


def test_the_frame_alone_takes_a_small_part_of_the_budget(demo: Site) -> None:
    """Half of what an artifact's page may weigh is left to its text, its reuse and its facts."""
    frame = demo.html("404.html")
    assert weight(frame.encode()) < BYTES / 2


def test_our_stylesheet_is_light(demo: Site) -> None:
    assert weight((demo.folder / "assets/stylesheets/catalog.css").read_bytes()) < OF_OUR_STYLESHEET


def test_a_page_that_is_too_heavy_is_seen() -> None:
    noise = " ".join(str(number * number) for number in range(1, 20_000))
    page = '<div class="oc-text" id="text">{}</div><aside class="oc-aside">{}</aside>'
    assert share_of_the_budget(page.format("a word", noise)) > 1
    assert share_of_the_budget(page.format(noise, "")) < 1
