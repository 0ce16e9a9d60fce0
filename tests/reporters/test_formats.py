"""The same report in every format; text of a contributor cannot break out of any of them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outcome_catalog.diagnostics import Diagnostic, Related, Report, Severity, Span
from outcome_catalog.reporters import REPORTERS
from outcome_catalog.reporters.printable import printable

PLACE = Span(path="communities/x/charter.yml", line=14, column=5, end_line=14, end_column=20)
FINDING = Diagnostic(
    code="unknown-key",
    severity=Severity.ERROR,
    message='"a, b: c" is 100 % wrong',
    span=PLACE,
    help="Write one line,\nand another.",
    related=(Related(message="the first", span=Span(path="communities/x/charter.yml", line=2, column=1)),),
)


def test_text_is_one_line_and_its_mend() -> None:
    assert REPORTERS["text"](Report.of([FINDING])).splitlines() == [
        'communities/x/charter.yml:14:5: error unknown-key "a, b: c" is 100 % wrong',
        "    Write one line,",
        "    and another.",
        "    communities/x/charter.yml:2:1: the first",
        "1 error.",
    ]


def test_nothing_found_is_said() -> None:
    assert REPORTERS["text"](Report()) == "No findings."
    assert REPORTERS["github"](Report()) == ""
    assert json.loads(REPORTERS["json"](Report()))["counts"] == {"error": 0, "warning": 0, "info": 0}


def test_an_annotation_is_escaped_as_github_asks() -> None:
    assert REPORTERS["github"](Report.of([FINDING])) == (
        "::error file=communities/x/charter.yml,line=14,endLine=14,col=5,endColumn=20,title=unknown-key"
        '::"a, b: c" is 100 %25 wrong%0AWrite one line,%0Aand another.'
    )


def test_a_finding_over_several_lines_has_no_columns_in_an_annotation() -> None:
    wide = Diagnostic(code="x", severity=Severity.INFO, message="m", span=Span(path="a,b:c.yml", end_line=3))
    assert REPORTERS["github"](Report.of([wide])) == "::notice file=a%2Cb%3Ac.yml,line=1,endLine=3,title=x::m"


@given(st.text(), st.text())
def test_a_line_stays_a_line(message: str, path: str) -> None:
    report = Report.of([Diagnostic(code="x", severity=Severity.ERROR, message=message, span=Span(path=path))])
    assert len(REPORTERS["text"](report).splitlines()) == 2
    assert len(REPORTERS["github"](report).splitlines()) == 1
    (finding,) = json.loads(REPORTERS["json"](report))["findings"]
    assert (finding["message"], finding["path"]) == (message, path)


@pytest.mark.parametrize("hostile", ["\x1b[2J", "a\rb", "\u202egnp.exe", "\u2028", "\x07", "\u200b", "\ud800"])
def test_nothing_moves_the_cursor_or_reorders(hostile: str) -> None:
    assert printable(hostile).isascii()


@pytest.mark.parametrize("kept", ["Zürich", "日本語", "naïve — “quoted”", "emoji 🙂"])
def test_what_people_write_stays(kept: str) -> None:
    assert printable(kept) == kept
