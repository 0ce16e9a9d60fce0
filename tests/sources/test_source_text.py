import codecs

import pytest

from outcome_catalog.diagnostics import Severity
from outcome_catalog.sources.source_text import hidden_characters, source_text


def test_plain_utf8_is_read_without_a_word() -> None:
    read = source_text("title: Übergabe\n".encode(), "a.yml")
    assert read.text == "title: Übergabe\n"
    assert read.diagnostics == ()


def test_a_byte_order_mark_and_crlf_are_accepted_and_said() -> None:
    read = source_text(codecs.BOM_UTF8 + b"a: b\r\nc: d\re: f\n", "a.yml")
    assert read.text == "a: b\nc: d\ne: f\n"
    assert [(d.code, d.severity, d.span.line, d.span.column) for d in read.diagnostics] == [
        ("byte-order-mark", Severity.WARNING, 1, 1),
        ("line-endings", Severity.INFO, 1, 1),
    ]


def test_the_first_byte_that_is_not_utf8_is_placed_in_characters_and_guessed() -> None:
    read = source_text("name: Ä\r\nnote: “x” ".encode() + "schön".encode("cp1252"), "a.yml")
    assert read.text is None
    (finding,) = read.diagnostics
    assert (finding.code, finding.span.line, finding.span.column) == ("encoding", 2, 14)
    assert finding.help is not None
    assert "Windows-1252" in finding.help
    assert "“ö”" in finding.help


@pytest.mark.parametrize(
    ("encoding", "mark", "name"),
    [
        ("utf-16-le", codecs.BOM_UTF16_LE, "UTF-16"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "UTF-16"),
        ("utf-32-le", codecs.BOM_UTF32_LE, "UTF-32"),
    ],
)
def test_wide_encodings_are_named(encoding: str, mark: bytes, name: str) -> None:
    read = source_text(mark + "a: b".encode(encoding), "a.yml")
    assert read.text is None
    assert [d.code for d in read.diagnostics] == ["encoding"]
    assert f"is {name}," in read.diagnostics[0].message


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x0c", "\x1b", "\x7f", "\x85", "\ufeff", "\u2028", "\u202e", "\u2066"]
)
def test_characters_that_hide_are_errors_at_their_place(character: str) -> None:
    (finding,) = hidden_characters(f"a: b\nsch{character}ön: x{character}\n", "a.yml", 3)
    assert (finding.code, finding.severity) == ("control-character", Severity.ERROR)
    assert (finding.span.line, finding.span.column) == (4, 4)
    assert f"U+{ord(character):04X}" in finding.message


def test_prose_may_change_its_direction() -> None:
    text = "שלום \u2067עולם\u2069\n\x07\n"
    assert [d.severity for d in hidden_characters(text, "a.md", is_prose=True)] == [Severity.WARNING, Severity.ERROR]


def test_tabs_line_feeds_and_joiners_are_no_hidden_characters() -> None:
    assert not list(hidden_characters("a\tb\n👩\u200d👧 \u200f\u200b", "a.md"))


def test_only_the_first_of_many_are_told() -> None:
    assert len(list(hidden_characters("\x01\n" * 100_000, "a.yml"))) == 20
