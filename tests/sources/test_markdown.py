import pytest

from outcome_catalog.sources.front_matter import split_front_matter
from outcome_catalog.sources.markdown import markdown_body
from tests.conftest import RealSet


def sections(text: str) -> list[tuple[str, int, str]]:
    return [(s.heading, s.level, s.text) for s in markdown_body(text, "a.md").sections]


def links(text: str, first_line: int = 1) -> list[tuple[str, bool, str]]:
    """Each target, whether it is an image, and what stands in the text at its place."""
    lines = text.split("\n")
    found = []
    for link in markdown_body(text, "a.md", first_line).links:
        assert link.span.line == link.span.end_line
        line = lines[link.span.line - first_line]
        found.append((link.target, link.is_image, line[link.span.column - 1 : link.span.end_column - 1]))
    return found


def test_a_section_holds_what_stands_below_it_up_to_its_next_sibling() -> None:
    text = "intro\n\n# One\n\na\n\n## Two\n\nb\n\n### Three\n\nc\n\n## Four\n\nd\n\n# Five\n"
    assert sections(text) == [
        ("One", 1, "a Two b Three c Four d"),
        ("Two", 2, "b Three c"),
        ("Three", 3, "c"),
        ("Four", 2, "d"),
        ("Five", 1, ""),
    ]


def test_a_section_of_sections_is_not_empty() -> None:
    assert sections("# One\n## Two\n") == [("One", 1, "Two"), ("Two", 2, "")]


@pytest.mark.parametrize(
    ("heading", "words", "level"),
    [
        ("## A *b* `c` [d](e) ~~f~~ ##", "A b c d f", 2),
        ("Über\nzwei\n===", "Über zwei", 1),
        ("A\n---", "A", 2),
        ("   ### A &amp; \\*B", "A & *B", 3),
        ("## ![logo](l.png) A", "logo A", 2),
        ("##", "", 2),
        ("## A <b>b</b> <!-- c -->", "A b", 2),
        ("## A[^1]\n\n[^1]: note\n", "A", 2),
    ],
)
def test_a_heading_is_its_plain_text(heading: str, words: str, level: int) -> None:
    assert sections(f"{heading}\n\ntext\n") == [(words, level, "text")]


@pytest.mark.parametrize(
    "nested",
    [
        "> # No\n> a",
        "- # No\n\n  a",
        "1. x\n\n   No\n   ===\n",
        "> [!NOTE]\n> # No\n",
        "- x\n  - > # No\n",
        "    # No",
        "```\n# No\n```",
    ],
)
def test_a_heading_inside_something_else_is_no_section(nested: str) -> None:
    assert [heading for heading, _, _ in sections(f"# Yes\n\n{nested}\n\n# Also\n")] == ["Yes", "Also"]


def test_a_heading_right_after_a_list_or_a_quote_is_a_section() -> None:
    assert [heading for heading, _, _ in sections("- a\n# One\n> b\n# Two\n1. c\n\n\n# Three\n")] == [
        "One",
        "Two",
        "Three",
    ]


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("<!-- TODO -->", ""), ("&nbsp;", ""), ("***", ""), ("[a]: b", ""), ("<br>", ""), ("\\", "\\"),
        ("![alt](a.png)", "alt"), ("![](a.png)", "[image]"), ('<img src="a.png">', "[image]"),
        ("| a | b |\n|---|---|\n| c | |", "a b c"), ("```py\nx = 1\n```", "x = 1"), ("- [ ] do", "do"),
        ("a  \nb\\\nc", "a b c"), ("<b>a</b> &lt;", "a <"), ("<!--", ""), ("<div>\n\na\n\n</div>", "a"),
    ],
)  # fmt: skip
def test_the_text_of_a_section_is_what_a_reader_sees(written: str, seen: str) -> None:
    assert sections(f"# H\n\n{written}\n") == [("H", 1, seen)]


def test_footnotes_belong_to_no_section() -> None:
    assert sections("# One\n\na[^1]\n\n[^1]: note\n\n# Two\n") == [("One", 1, "a"), ("Two", 1, "")]


def test_a_section_is_placed_in_the_file() -> None:
    body = markdown_body("\n# Eins\n\nZwei\n====\n", "a.md", first_line=7)
    assert [(s.span.line, s.span.column, s.span.end_line, s.span.end_column) for s in body.sections] == [
        (8, 1, 8, 7),
        (10, 1, 11, 5),
    ]


@pytest.mark.parametrize(
    ("written", "target", "is_image"),
    [
        ("[a](b.md)", "b.md", False), ('[a](b.md "t")', "b.md", False), ("[a](<b c.md>)", "b c.md", False),
        ("[a](b%20c.md)", "b%20c.md", False), ("[ä](für.md)", "für.md", False), ("[a](b&amp;c)", "b&c", False),
        ("[a](b\\)c)", "b)c", False), ("![a](b.png)", "b.png", True),
        ("<https://example.org/ä>", "https://example.org/ä", False),
        ("https://example.org/a", "https://example.org/a", False), ("www.example.org", "http://www.example.org", False),
        ("[a](javascript:x)", "javascript:x", False), ("[a]()", "", False), ("[r]", "ref.md", False),
        ("[a][R]", "ref.md", False), ("[r][]", "ref.md", False), ('<a href="b.md">', "b.md", False),
        ("<A HREF=b.md>", "b.md", False), ("<img alt='q' src='b.png'>", "b.png", True),
        ("<img\tsrc=b.png />", "b.png", True),
    ],
)  # fmt: skip
@pytest.mark.parametrize("before", ["", "é😀 ", '`<img src="b.png">` ', "> ", "- ", "1. a\n\n   é ", "| é | ", "## "])
def test_a_link_is_found_with_its_place(written: str, target: str, is_image: bool, before: str) -> None:
    table = "| a | b |\n|---|---|\n" if before.startswith("|") else ""
    found = links(f"intro ä\n\n{table}{before}{written} é\n\n[r]: ref.md\n", first_line=5)
    assert found == [(target, is_image, written)]


def test_a_raw_tag_is_not_taken_for_the_code_that_shows_it() -> None:
    body = markdown_body("`<img src=a>` <img src=a>\n\n```\n<img src=b>\n```\n\n<img src=b>\n", "a.md")
    assert [(link.target, link.span.line, link.span.column) for link in body.links] == [("a", 1, 15), ("b", 7, 1)]


def test_a_raw_tag_of_a_footnote_is_found_where_it_stands() -> None:
    body = markdown_body("a[^1] b[^2]\n\n[^1]: <img src=a>\n\n[^2]: x\n    <img src=a>\n\n<img src=c>\n", "a.md")
    assert [(link.target, link.span.line) for link in body.links] == [("c", 8), ("a", 3), ("a", 6)]


def test_an_image_in_a_link_gives_both() -> None:
    assert links("[![a](b.png)](c.md)") == [("c.md", False, "[![a](b.png)](c.md)"), ("b.png", True, "![a](b.png)")]


def test_what_is_no_link() -> None:
    code = "`[a](b)` \\[a](b) [x] [^1]\n\n    [a](b)\n\n```\n[a](b) <img src=c>\n```\n"
    text = f"{code}\n<!-- [a](b) <img src=c> -->\n\n[^1]: note\n"
    assert links(text) == []


def test_links_of_footnotes_are_found_where_they_stand() -> None:
    assert links("a[^1] [b](c)\n\n[^1]: [d](e)\n") == [("c", False, "[b](c)"), ("e", False, "[d](e)")]


def test_a_tag_of_several_lines_is_placed_at_its_beginning() -> None:
    body = markdown_body("a\n\n<div>\n<img\n  src='b.png'>\n</div>\n", "a.md")
    assert [(link.target, link.span.line, link.span.column) for link in body.links] == [("b.png", 4, 1)]


def test_an_empty_body_stands_where_the_front_matter_ends() -> None:
    body = markdown_body("", "a.md", first_line=24)
    assert (body.text, body.sections, body.links) == ("", (), ())
    assert (body.span.line, body.span.column) == (23, 1)


def test_a_file_without_front_matter_begins_on_its_first_line() -> None:
    assert markdown_body("a\nb", "a.md").span.end_line == 2
    assert markdown_body("a\nb", "a.md").span.line == 1


@pytest.mark.realworld
def test_every_section_and_link_of_real_texts_stands_at_its_place(real_set: RealSet) -> None:
    seen = 0
    for path in sorted((real_set.root / "communities").glob("*/artifacts/*.md")):
        text = path.read_text(encoding="utf-8")
        lines = text.split("\n")
        parts = split_front_matter(text, path.name)
        body = markdown_body(parts.body, path.name, parts.body_line)
        for section in body.sections:
            written = lines[section.span.line - 1]
            words = [w for w in section.heading.split() if w.isalnum()]
            assert all(w in "\n".join(lines[section.span.line - 1 : section.span.end_line]) for w in words)
            assert written.lstrip().startswith("#") or set(lines[section.span.end_line - 1].strip()) <= set("=-")
        for link in body.links:
            written = lines[link.span.line - 1][link.span.column - 1 :]
            assert written.startswith(("[", "!", "<", "http", "www", "mailto")) or "@" in written
            seen += 1
    assert seen > 1000


@pytest.mark.realworld
def test_sections_are_those_that_the_lines_of_real_texts_show(real_set: RealSet) -> None:
    """An independent count: ATX headings at the margin, outside code fences and comments."""
    for path in sorted((real_set.root / "communities").glob("*/artifacts/*.md")):
        parts = split_front_matter(path.read_text(encoding="utf-8"), path.name)
        expected = _margin_headings(parts.body)
        found = [s.span.line for s in markdown_body(parts.body, path.name).sections]
        assert set(expected) <= set(found), path
        lines = parts.body.split("\n")
        assert all(n in expected or not lines[n - 1].startswith("#") for n in found), path


def _margin_headings(body: str) -> list[int]:
    fenced, found, commented = "", [], False
    for number, line in enumerate(body.split("\n"), 1):
        mark = line.lstrip()[:3]
        if mark in ("```", "~~~") and (not fenced or mark == fenced):
            fenced = "" if fenced else mark
        commented = (commented or "<!--" in line) and "-->" not in line
        if not fenced and not commented and line.startswith("#") and line.lstrip("#")[:1] == " ":
            found.append(number)
    return found
