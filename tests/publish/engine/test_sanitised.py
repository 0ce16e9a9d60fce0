"""Contributors' Markdown: what of it reaches a page."""

import re
import time

import pytest

from outcome_catalog.model.anchors import anchor_of
from outcome_catalog.publish.dressed import ContributedText, TocEntry
from outcome_catalog.publish.sanitised import contributed_html
from outcome_catalog.publish.source_links import SourceLinks
from outcome_catalog.publish.words import words

LINKS = SourceLinks(
    addresses={
        "communities/guild/artifacts/other.md": "guild/other/",
        "communities/guild/charter.yml": "guild/",
        "communities/guild/media/desk.png": "guild/media/desk.png",
        "communities/guild/measurements/time.yml": "guild/#indicator-time",
        "schemas/kinds/idea.yml": "kinds/idea/",
    }
)


def text(markdown: str, title: str | None = None) -> ContributedText:
    path = "communities/guild/artifacts/sort.md"
    return contributed_html(
        markdown, source_path=path, page_url="guild/sort/", links=LINKS, words=words("en"), title=title
    )


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("[x](other.md)", '<p><a href="../other/">x</a></p>'),
        ("[x](other.md#a-part)", '<p><a href="../other/#a-part">x</a></p>'),
        ("[x](other.md?plain=1)", '<p><a href="../other/">x</a></p>'),
        ("[x](../charter.yml)", '<p><a href="../">x</a></p>'),
        ("[x](/communities/guild/charter.yml)", '<p><a href="../">x</a></p>'),
        ("[x](../measurements/time.yml)", '<p><a href="../#indicator-time">x</a></p>'),
        ("[x](../../../schemas/kinds/idea.yml)", '<p><a href="../../kinds/idea/">x</a></p>'),
        ("[x](missing.md)", "<p><a>x</a></p>"),
        ("[x](../../../../etc/passwd)", "<p><a>x</a></p>"),
        ("[x](#part)", '<p><a href="#part">x</a></p>'),
        (
            "[x](https://example.org/a?b=c&d)",
            '<p><a href="https://example.org/a?b=c&amp;d" rel="nofollow noopener">x</a></p>',
        ),
        ("[x](mailto:lead@example.org)", '<p><a href="mailto:lead@example.org">x</a></p>'),
        ("[x](//evil.example/a)", "<p><a>x</a></p>"),
        (r"[x](/\evil.example/a)", "<p><a>x</a></p>"),
        ("<a href='/\t/evil.example'>x</a>", "<p><a>x</a></p>"),
        ("[x](javascript:alert(1))", "<p><a>x</a></p>"),
        ("[x](data:text/html,x)", "<p><a>x</a></p>"),
        ("![the desk](../media/desk.png)", '<p><img src="../media/desk.png" alt="the desk" loading="lazy"></p>'),
        (
            '<img src="../media/desk.png" width="20" onerror="x">',
            '<img src="../media/desk.png" alt="" width="20" loading="lazy">',
        ),
        ("![gone](../media/gone.png)", "<p>gone</p>"),
        (
            "![far](https://example.org/x.png)",
            '<p><a href="https://example.org/x.png" rel="nofollow noopener">far</a></p>',
        ),
        (
            "[![far](https://example.org/x.png)](https://example.org/)",
            '<p><a href="https://example.org/" rel="nofollow noopener">far</a></p>',
        ),
        ("<img src='remote:https://evil.example/x'>", ""),
        (
            "- [x] a\n- [ ] b",
            '<ul>\n<li><input type="checkbox" disabled aria-label="done" checked> a</li>\n'
            '<li><input type="checkbox" disabled aria-label="to do"> b</li>\n</ul>',
        ),
        ("```python\nx\n```", '<pre tabindex="0"><code class="language-python">x\n</code></pre>'),
        ("```mermaid\nx\n```", '<pre tabindex="0"><code class="language-mermaid">x\n</code></pre>'),
        ('<pre class="mermaid">x</pre>', '<pre tabindex="0">x</pre>'),
        ("<p style='position:fixed' class='md-header' id='__config'>x</p>", "<p>x</p>"),
        ("a <script>alert(1)</script> b", "<p>a &lt;script&gt;alert(1)&lt;/script&gt; b</p>"),
        ("a <title> b", "<p>a &lt;title&gt; b</p>"),
        ("x <kbd>Ctrl</kbd> y<br>z", "<p>x <kbd>Ctrl</kbd> y<br>z</p>"),
    ],
)
def test_markdown_becomes_safe_html(markdown: str, html: str) -> None:
    assert text(markdown).html.strip() == html


def test_headings_get_ids_and_stand_below_the_title() -> None:
    result = text("# Big *one*\n\n## Big one\n\n## text\n\n## __config\n\n###### !\n")
    assert result.toc == (
        TocEntry(title="Big one", id="big-one", level=2),
        TocEntry(title="Big one", id="big-one-1", level=3),
        TocEntry(title="text", id="text-1", level=3),
        TocEntry(title="__config", id="config", level=3),
        TocEntry(title="!", id="section", level=4),
    )
    for entry in result.toc:
        assert f'<h{entry.level} id="{entry.id}">' in result.html


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ((2, 3, 3, 2), [2, 3, 3, 2]),
        ((2, 4, 4, 3), [2, 3, 3, 3]),
        ((4, 3, 2, 6), [2, 2, 2, 3]),
        ((1, 2, 3, 4, 5, 6), [2, 3, 4, 5, 6, 6]),
    ],
)
def test_no_level_of_headings_is_left_out(written: tuple[int, ...], shown: list[int]) -> None:
    result = text("".join(f"{'#' * level} H\n\n" for level in written))
    assert [entry.level for entry in result.toc] == shown
    assert re.findall(r"<(/?)h(\d)", result.html) == [(end, str(level)) for level in shown for end in ("", "/")]


def test_headings_within_headings_are_closed_as_they_were_opened() -> None:
    html = text("<h2>a<blockquote><h4>b</h4></blockquote></h2>\n").html
    assert re.findall(r"<(/?h\d)", html) == ["h2", "h3", "/h3", "/h2"]


@pytest.mark.parametrize(
    "heading", ["# Sort & *calls*", "## sort &amp; calls", "Sort & calls\n============", "\n# Sort  & calls #"]
)
def test_a_first_heading_that_repeats_the_title_is_left_out(heading: str) -> None:
    result = text(f"{heading}\n\n## Why\n", title="Sort & calls")
    assert (result.html.strip(), [entry.title for entry in result.toc]) == ('<h2 id="why">Why</h2>', ["Why"])


@pytest.mark.parametrize("markdown", ["# Sort calls now\n", "Text.\n\n# Sort calls\n", "<b>Sort calls</b>\n"])
def test_everything_else_stays(markdown: str) -> None:
    assert "Sort calls" in text(markdown, title="Sort calls").html


def test_a_heading_s_words_are_text() -> None:
    (entry,) = text("## <b title='>'>x</b> &lt;script&gt; & `code`").toc
    assert entry.title == "x <script> & code"


def test_headings_that_read_alike_get_numbers_that_no_other_heading_has() -> None:
    ids = [entry.id for entry in text("# A\n# A-1\n# A\n# A-1\n# a\n# A-2").toc]
    assert ids == ["a", "a-1", "a-2", "a-1-1", "a-3", "a-2-1"]


@pytest.mark.parametrize("heading", ["About", "More", "Facts", "\u00dcber uns \u2013 kurz!"])
def test_a_link_to_a_heading_leads_to_it_by_the_name_that_the_forges_give_it(heading: str) -> None:
    (entry,) = text(f"## {heading}\n").toc
    assert entry.id == anchor_of(heading)


def test_a_heading_never_takes_the_id_of_a_footnote_or_of_a_part_of_the_page() -> None:
    found = text("# fn 1\n# Reuse history\n\nA[^1].\n\n[^1]: Note.\n")
    assert [entry.id for entry in found.toc] == ["fn-1-1", "reuse-history-1"]
    assert found.html.count('id="fn-1"') == 1


def test_footnotes_lead_to_each_other() -> None:
    html = text("A[^1].\n\n[^1]: Note.\n").html
    assert 'href="#fn-1"' in html
    assert 'id="fn-1"' in html


@pytest.mark.parametrize(
    "hostile",
    [
        pytest.param(">" * 100_000, id="quotes"),
        pytest.param("<div>" * 100_000, id="elements"),
        pytest.param("<h1><blockquote>" * 20_000, id="headings"),
        pytest.param("# a\n" * 40_000, id="headings-that-read-alike"),
        pytest.param("<div><!--</div>-->" * 50_000, id="closed-in-comments"),
        pytest.param("".join(f"<b title={i}>" for i in range(500)) + "\n\nx" * 300_000, id="reopened-formatting"),
        pytest.param("[" * 100_000, id="brackets"),
        pytest.param("*a **b " * 30_000, id="emphasis"),
        pytest.param("<a href=x>" * 50_000, id="links"),
        pytest.param("![x](" * 50_000, id="pictures"),
        pytest.param("x" * 1_000_000, id="one-word"),
    ],
)
def test_no_text_takes_long(hostile: str) -> None:
    begun = time.process_time()
    text(hostile)
    assert time.process_time() - begun < 60, "its time grows faster than the text"


def test_what_nests_too_deep_is_shown_as_it_was_written() -> None:
    assert text("> " * 5000 + "<b>x</b>").html.startswith('<pre tabindex="0">&gt; &gt; ')


def test_check_boxes_are_named_in_the_site_s_language() -> None:
    text = contributed_html("- [x] a\n- [ ] b\n", source_path="x.md", page_url="", links=LINKS, words=words("fr"))
    assert 'aria-label="fait" checked' in text.html
    assert 'aria-label="à faire"' in text.html


def test_a_table_scrolls_by_keyboard_and_is_left_alone_by_the_theme() -> None:
    """Material wraps a table without a class once it is shown, which moves all that stands below."""
    html = text("| a |\n|---|\n| b |\n\nAfter.\n").html
    assert '<div class="oc-scroll" tabindex="0"><table class="oc-table">' in html
    assert html.count("</table></div>") == html.count("<table") == 1


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("![desk](../media/desk%20one.png)", 'width="640" height="480" loading="lazy"'),
        ('<img src="../media/desk%20one.png" alt="desk" width="80">', 'width="80" loading="lazy"'),
        ("![lamp](../media/lamp.png)", 'alt="lamp" loading="lazy"'),
    ],
)
def test_a_picture_keeps_its_place_free_as_far_as_its_size_is_known(written: str, shown: str) -> None:
    media = {f"communities/guild/media/{name}.png": f"guild/media/{name}.png" for name in ("desk one", "lamp")}
    links = SourceLinks(addresses=media, sizes={"guild/media/desk one.png": (640, 480)})
    path = "communities/guild/artifacts/sort.md"
    html = contributed_html(written, source_path=path, page_url="guild/sort/", links=links, words=words("en")).html
    assert shown in html
