from typing import Any

import pytest
import yaml

from outcome_catalog.sources.yaml_document import YamlDocument, parse_yaml

MOST_DEPTH = 32
MOST_NODES = 20_000
CHARTER = """\
# why
title: Köche
goal:
  statement: >
    Folded
    text
  members:
    - role: Agent
      time: {hours: 2, per: week}
    - [a, "b"]
empty:
last: 'x'
"""


def codes(document: YamlDocument) -> list[tuple[str, int, int]]:
    return [(d.code, d.span.line, d.span.column) for d in document.diagnostics]


def test_data_is_what_the_text_says() -> None:
    document = parse_yaml(CHARTER, "charter.yml")
    assert document.diagnostics == ()
    assert document.data == {
        "title": "Köche",
        "goal": {
            "statement": "Folded text\n",
            "members": [{"role": "Agent", "time": {"hours": 2, "per": "week"}}, ["a", "b"]],
        },
        "empty": None,
        "last": "x",
    }


@pytest.mark.parametrize(
    ("pointer", "key", "value"),
    [
        (("title",), (2, 1, 2, 6), (2, 8, 2, 13)),
        (("goal",), (3, 1, 3, 5), (4, 3, 10, 15)),
        (("goal", "members", 0, "role"), (8, 7, 8, 11), (8, 13, 8, 18)),
        (("goal", "members", 0), None, (8, 7, 9, 34)),
        (("goal", "members", 0, "time"), (9, 7, 9, 11), (9, 13, 9, 34)),
        (("goal", "members", 0, "time", "per"), (9, 24, 9, 27), (9, 29, 9, 33)),
        (("goal", "members", 1, 1), None, (10, 11, 10, 14)),
        (("empty",), (11, 1, 11, 6), (11, 7, 11, 7)),
        ((), None, (2, 1, 12, 10)),
    ],
)
def test_every_key_and_value_has_its_place(
    pointer: tuple[str | int, ...], key: tuple[int, ...] | None, value: tuple[int, ...]
) -> None:
    origin = parse_yaml(CHARTER, "charter.yml").origin
    assert origin.values[pointer] == value
    assert origin.keys.get(pointer) == key


def test_lines_are_those_of_the_file() -> None:
    document = parse_yaml("a: b\nb: [c]\nb: d\n", "a.md", first_line=2)
    assert document.origin.keys["a",] == (2, 1, 2, 2)
    assert codes(document) == [("yaml-duplicate-key", 4, 1)]
    assert document.diagnostics[0].related[0].span.line == 3


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"), ("yes", "yes"), ("on", "on"), ("off", "off"), ("y", "y"),
        ("12:30", "12:30"), ("2026-03-09", "2026-03-09"), ("2026", 2026), ("2025-Q3", "2025-Q3"),
        ("007", "007"), ("00", "00"), ("-01", "-01"), ("01.5", "01.5"), ("1_000", "1_000"), ("0b1", "0b1"),
        ("0", 0), ("-17", -17), ("+3", 3), ("0x1F", 31), ("0o17", 15),
        ("1.5", 1.5), ("-.5", -0.5), ("1.", 1.0), ("1e3", 1000.0), ("1.5E-2", 0.015), (".", "."), ("-", None),
        ("true", True), ("False", False), ("TRUE", True), ("tRUE", "tRUE"),
        ("null", None), ("~", None), ("Null", None), ("", None),
        ("'12'", "12"), ('"no"', "no"), ("'~'", "~"), ("1.2.3", "1.2.3"), ("+", "+"), ("12e", "12e"), ("=", "="),
    ],
)  # fmt: skip
def test_plain_words_mean_what_yaml_1_2_says(written: str, value: Any) -> None:
    document = parse_yaml(f"a: {written}\n" if written != "-" else "a:\n", "a.yml")
    assert not document.diagnostics
    assert document.data == {"a": value}
    assert type(document.data["a"]) is type(value)


@pytest.mark.parametrize(
    "written", [".inf", "-.Inf", ".nan", ".NAN", "1e999", "12e45678", "9" * 19, "9" * 5000, "0x" + "f" * 40]
)
def test_numbers_that_cannot_be_kept_are_refused(written: str) -> None:
    document = parse_yaml(f"a: b\nc: {written}\n", "a.yml")
    assert codes(document) == [("yaml-number", 2, 4)]
    assert document.data == {"a": "b", "c": None}


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("a: &x b\n", 4), ("a: *x\n", 4), ("a: !!str b\n", 4), ("a: !x b\n", 4), ("a: ! b\n", 4), ("&x a: b\n", 1),
        ("!!map {a: b}\n", 1), ("<<: {a: b}\n", 1), ("a: &x [b]\n", 4), ("a: !!python/object:os.system {}\n", 4),
    ],
)  # fmt: skip
def test_what_yaml_has_beyond_data_is_forbidden(text: str, column: int) -> None:
    assert codes(parse_yaml(text, "a.yml")) == [("yaml-forbidden", 1, column)]


def test_a_quoted_merge_key_is_a_key() -> None:
    assert parse_yaml("'<<': b\n", "a.yml").data == {"<<": "b"}


@pytest.mark.parametrize("text", ["%YAML 1.2\n---\na: b\n", "%TAG ! tag:example.org,2026:\n---\na: b\n"])
def test_directives_are_forbidden(text: str) -> None:
    assert [c for c, _, _ in codes(parse_yaml(text, "a.yml"))] == ["yaml-forbidden"]


def test_a_second_document_is_forbidden_and_the_first_is_read() -> None:
    document = parse_yaml("---\na: b\n---\nc: d\n", "a.yml")
    assert codes(document) == [("yaml-forbidden", 3, 1)]
    assert document.data == {"a": "b"}


def test_one_document_may_say_where_it_begins_and_ends() -> None:
    assert parse_yaml("---\na: b\n...\n", "a.yml").data == {"a": "b"}


@pytest.mark.parametrize("key", ["1", "2026", "true", "null", "~", "1.5"])
def test_a_key_that_is_no_text_is_refused_in_words(key: str) -> None:
    document = parse_yaml(f"a: b\n{key}: c\nd: e\n", "a.yml")
    assert codes(document) == [("yaml-key", 2, 1)]
    assert document.data == {"a": "b", "d": "e"}
    assert f"'{key}'" in str(document.diagnostics[0].help)


@pytest.mark.parametrize("text", ["? [a, b]\n: c\n", "? {a: b}\n: c\n", "[a]: b\n"])
def test_a_key_that_is_a_collection_is_refused(text: str) -> None:
    assert [c for c, _, _ in codes(parse_yaml(text, "a.yml"))] == ["yaml-key"]


def test_all_duplicates_are_told_and_the_first_value_stands() -> None:
    document = parse_yaml("a: 1\nb:\n  c: 1\n  c: 2\na: {d: 1}\na: 3\n", "a.yml")
    assert codes(document) == [("yaml-duplicate-key", 4, 3), ("yaml-duplicate-key", 5, 1), ("yaml-duplicate-key", 6, 1)]
    assert document.data == {"a": 1, "b": {"c": 1}}
    assert [d.related[0].span.line for d in document.diagnostics] == [3, 1, 1]


def test_equal_keys_of_two_items_are_no_duplicates() -> None:
    assert not parse_yaml("- a: 1\n- a: 2\n", "a.yml").diagnostics


@pytest.mark.parametrize(
    "opened",
    ["[" * MOST_DEPTH, "{a: " * MOST_DEPTH, "".join(" " * n + "a:\n" for n in range(MOST_DEPTH)), "- " * MOST_DEPTH],
)
def test_the_depth_that_is_allowed(opened: str) -> None:
    closed = opened + ("x" if opened[-1] not in "[" else "") + ("]" * MOST_DEPTH if "[" in opened else "")
    text = closed + ("}" * MOST_DEPTH if "{" in opened else "")
    text = opened + " " * MOST_DEPTH + "x" if "\n" in opened else text
    assert not parse_yaml(text, "a.yml").diagnostics
    deeper = text.replace("x", "[x]") if "x" in text else f"[{text}]"
    assert [c for c, _, _ in codes(parse_yaml(deeper, "a.yml"))] == ["yaml-too-deep"]


def test_the_number_of_values_that_is_allowed() -> None:
    assert not parse_yaml("- a\n" * (MOST_NODES - 1), "a.yml").diagnostics
    assert codes(parse_yaml("- a\n" * MOST_NODES, "a.yml")) == [("yaml-too-large", MOST_NODES, 3)]


def test_the_size_that_is_allowed_is_in_bytes() -> None:
    assert not parse_yaml("a: " + "x" * (256 * 1024 - 4), "a.yml").diagnostics
    assert codes(parse_yaml("a: " + "é" * (128 * 1024), "a.yml")) == [("yaml-too-large", 1, 1)]


def test_columns_count_characters() -> None:
    document = parse_yaml("{日本語: x, 😀😀: y, 日本語: z}\n", "a.yml")
    assert codes(document) == [("yaml-duplicate-key", 1, 17)]


def test_a_text_without_a_value_is_none() -> None:
    for text in ("", "\n", "# only a comment\n", "null\n"):
        document = parse_yaml(text, "a.yml")
        assert document.data is None
        assert not document.has_errors


def test_faults_without_end_are_cut_off() -> None:
    assert len(parse_yaml("a: 1\n" * 20_000, "a.yml").diagnostics) < 110


def test_the_parser_in_python_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = parse_yaml(CHARTER, "charter.yml")
    monkeypatch.setattr("outcome_catalog.sources.yaml_reader._EventLoader", yaml.SafeLoader)
    slow = parse_yaml(CHARTER, "charter.yml")
    assert slow.data == fast.data
    assert slow.origin.values == fast.origin.values
    assert slow.origin.keys == fast.origin.keys
