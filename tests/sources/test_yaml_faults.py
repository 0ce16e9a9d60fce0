"""Broken YAML: the finding stands where a person has to mend it, and says how."""

import pytest

from outcome_catalog.sources.yaml_document import parse_yaml

CASES = {
    "a value with a colon": ("title: Foo: it's\n", "yaml-unquoted-colon", 1, 11, "title: 'Foo: it''s'"),
    "an item's value with a colon": ("a:\n  - b: c: d\n", "yaml-unquoted-colon", 2, 9, "b: 'c: d'"),
    "a key without its colon": ("a: b\ntitle Foo\nc: d\n", "yaml-syntax", 2, 1, "key: value"),
    "a first key without its colon": ("title Foo\nc: d\n", "yaml-syntax", 1, 1, "key: value"),
    "a parent without its colon": ("x: y\na\n  - b: c\n", "yaml-syntax", 2, 1, "key: value"),
    "an item without its colon": ("a:\n  - id b\n    c: d\n", "yaml-syntax", 2, 5, "key: value"),
    "no space after the colon": ("title:Foo\nc: d\n", "yaml-syntax", 1, 1, "“title: Foo”"),
    "no space after the first dash": ("a:\n  -b\n  - c\n  - 'd'\ne: f\n", "yaml-syntax", 2, 3, "“- ”"),
    "a line indented more": ("a: 'b'\n c: d\n", "yaml-syntax", 2, 2, "same indent"),
    "a line indented after a list": ("a:\n  - b\n c: d\n", "yaml-syntax", 3, 2, "same indent"),
    "a nested line indented less": ("a:\n  b: c\n d: e\n", "yaml-syntax", 3, 2, "same indent"),
    "a first child indented more": (
        "g:\n  h: 1\nscope:\n   in:\n    - b\n    - c\n  out:\n    - d\n", "yaml-syntax", 4, 4, "same indent"),
    "a first item indented more": (
        "g:\n  h: 1\na:\n  b:\n     - c\n    - d\n    - e\n", "yaml-syntax", 6, 5, "same indent"),
    "an indented first key": (" a: b\nc: d\n", "yaml-syntax", 1, 2, "beginning of the line"),
    "an item indented more": ("a:\n  - b\n   - c\n", "yaml-syntax", 3, 4, "same indent"),
    "an item where a key belongs": ("a: b\n- c\n", "yaml-syntax", 2, 1, "same indent"),
    "a key among items": ("a:\n  - b\n  c: d\n", "yaml-syntax", 3, 3, "same indent"),
    "a list on its key's line": ("a: - b\n", "yaml-syntax", 1, 4, "next line"),
    "an open quote": ("title: 'foo\nsummary: 'bar baz'\nx: y\n", "yaml-syntax", 1, 8, "Put '"),
    "an open quote before an innocent one": ("a: \"x\nb: c\nd: \"e\"\nf: g\n", "yaml-syntax", 1, 4, "Put \""),
    "an open quote to the end": ("a: 'x\nb: c\nd: e\n", "yaml-syntax", 1, 4, "Put '"),
    "an open quote that closes by chance": ("a: 'x\nb: c'\nd: e\n", "yaml-syntax", 1, 4, "Put '"),
    "an item's open quote": ("a:\n  - 'x\n  - y\n  - 'z'\n", "yaml-syntax", 2, 5, "Put '"),
    "a key's open quote": ("'title: Foo\nb: 'c'\n", "yaml-syntax", 1, 1, "Put '"),
    "a quote that does not open": ("a: b\ntitle: Foo'\n", "yaml-syntax", 2, 8, "beginning"),
    "a quote inside quotes": ("a: 'don't stop'\nb: c\n", "yaml-syntax", 1, 4, "'don''t stop'"),
    "text after a quote": ('a: "Foo" bar\nb: c\n', "yaml-syntax", 1, 4, "'\"Foo\" bar'"),
    "an open bracket": ("a: [x, y\nb: c\n", "yaml-syntax", 1, 4, "Put ]"),
    "an open bracket that closes by chance": ("a: [x\nb: y]\nc: d\n", "yaml-syntax", 1, 4, "Put ]"),
    "an open bracket before a list": ("scope: [\n  in:\n    - a\n    - b\nc: d\n", "yaml-syntax", 1, 8, "Put ]"),
    "an open brace": ("a: b\nc: {d: e\nf: g\n", "yaml-syntax", 2, 4, "Put }"),
    "a link as a value": ("a: [x](y) z\nb: c\n", "yaml-syntax", 1, 4, "'[x](y) z'"),
    "an at sign": ("a: @b\n", "yaml-syntax", 1, 4, "'@b'"),
    "a backtick": ("a: `b` c\n", "yaml-syntax", 1, 4, "'`b` c'"),
    "a percent sign": ("a: %b\n", "yaml-syntax", 1, 4, "'%b'"),
    "emphasis": ("a: *bold* words\n", "yaml-syntax", 1, 4, "'*bold* words'"),
    "a quotation": ("a: > said so\nb: c\n", "yaml-syntax", 1, 4, "'> said so'"),
    "a Windows path": ('a: "C:\\path"\n', "yaml-syntax", 1, 7, "single quotes"),
    "a tab": ("a:\n\tb: c\n", "yaml-tab", 2, 1, "spaces"),
    "a tab after spaces": ("a:\n  b: c\n \td: e\n", "yaml-tab", 3, 2, "spaces"),
    "a tab in a quoted text": ("a: 'b\n\tc'\n", "yaml-tab", 2, 1, "spaces"),
    "a line of one tab": ("a: 1\n\t\nb: 2\n", "yaml-tab", 2, 1, "spaces"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_finding_stands_where_to_mend(name: str) -> None:
    text, code, line, column, mend = CASES[name]
    document = parse_yaml(text, "a.yml")
    assert [(d.code, d.span.line, d.span.column) for d in document.diagnostics] == [(code, line, column)]
    assert mend in str(document.diagnostics[0].help)
    assert "not valid YAML" not in document.diagnostics[0].message


@pytest.mark.parametrize(
    "text",
    [
        "a: the users'\nb: 5\"\n",
        "a: don't and can't\nb: c\n",
        "a: >\n  'quoted\n  - not a list\n",
        "a: first\n  - with a dash\nb: c\n",
        "a: 'two\n  lines'\nb: c\n",
        "a: [\n  b,\n  c\n]\nd: e\n",
        "a: [b,\n  {c: d}]\n",
        "a: |\n  x\n  \ttab in a block\n",
        "a: b #c\n",
        "a:\n- b\n- c\n",
    ],
)
def test_good_yaml_that_looks_odd_is_read(text: str) -> None:
    assert not parse_yaml(text, "a.yml").diagnostics


def test_a_line_that_explains_the_fault_is_related() -> None:
    (finding,) = parse_yaml(
        "a:\n  b: 1\nc:\n  d: 1\ngoal:\n statement: x\n  more: y\n", "a.md", first_line=2
    ).diagnostics
    assert finding.span.line == 8
    assert [r.span.line for r in finding.related] == [7]


def test_an_error_does_not_hide_what_was_found_before() -> None:
    document = parse_yaml("a: 1\na: 2\nb: &x y\nc: 'd\n", "a.yml")
    assert [d.code for d in document.diagnostics] == ["yaml-duplicate-key", "yaml-forbidden", "yaml-syntax"]
    assert document.data is None
