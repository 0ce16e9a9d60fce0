import pytest

from outcome_catalog.sources.document import Role
from outcome_catalog.sources.front_matter import split_front_matter
from tests.sources.conftest import Read


def test_the_parts_and_their_lines() -> None:
    parts = split_front_matter("---\na: b\nc: d\n---\nbody\n---\nrule above\n", "a.md")
    assert (parts.yaml, parts.yaml_line) == ("a: b\nc: d\n", 2)
    assert (parts.body, parts.body_line) == ("body\n---\nrule above\n", 5)
    assert parts.diagnostics == ()


@pytest.mark.parametrize("text", ["---\na: b\n---", "---\na: b\n---\n", "---  \na: b\n--- \n"])
def test_an_empty_body(text: str) -> None:
    parts = split_front_matter(text, "a.md")
    assert (parts.yaml, parts.body, parts.body_line) == ("a: b\n", "", 4)


def test_an_empty_front_matter() -> None:
    parts = split_front_matter("---\n---\nbody", "a.md")
    assert (parts.yaml, parts.body) == ("", "body")


@pytest.mark.parametrize(
    ("text", "line", "mend"),
    [
        ("# Title\n\ntext\n", 1, "Begin it"),
        ("", 1, "Begin it"),
        ("title: Foo\nkind: idea\n---\ntext\n", 1, "Make the first line"),
        ("--\ntitle: Foo\n--\n", 1, "Make the first line"),
        ("—\ntitle: Foo\n", 1, "Make the first line"),
        ("\n\n---\ntitle: Foo\n---\n", 1, "empty lines"),
        (" ---\ntitle: Foo\n---\n", 1, "Make the first line"),
    ],
)
def test_missing_front_matter(text: str, line: int, mend: str) -> None:
    parts = split_front_matter(text, "a.md")
    assert parts.yaml is None
    (finding,) = parts.diagnostics
    assert (finding.code, finding.span.line) == ("front-matter-missing", line)
    assert mend in str(finding.help)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: Foo\nkind: idea\n\n# Head\n\ntext\n", 4),
        ("---\ntitle: Foo\nkind: idea\n# Head\n", 4),
        ("---\ntitle: Foo\nkind: idea\n", 3),
        ("---", 1),
    ],
)
def test_unclosed_front_matter_is_told_where_it_seems_to_end(text: str, line: int) -> None:
    (finding,) = split_front_matter(text, "a.md").diagnostics
    assert (finding.code, finding.span.line) == ("front-matter-unclosed", line)


def test_a_rule_in_the_body_does_not_close_the_front_matter(read: Read) -> None:
    document = read("---\ntitle: Foo\nkind: idea\n\nSome words here\n\n---\n\nmore\n", Role.ARTIFACT)
    assert [(d.code, d.span.line) for d in document.diagnostics] == [("front-matter-unclosed", 4)]
    assert document.data is None


def test_a_fault_below_an_empty_line_is_no_missing_end(read: Read) -> None:
    document = read("---\ntitle: Foo\n\nkind: 'idea\n---\ntext\n", Role.ARTIFACT)
    assert [(d.code, d.span.line) for d in document.diagnostics] == [("yaml-syntax", 4)]
