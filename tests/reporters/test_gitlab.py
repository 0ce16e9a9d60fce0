"""The Code Quality report: its shape, what keeps a finding the same between runs, and hostile text that stays text."""

import json
import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from outcome_catalog.diagnostics import Diagnostic, Report, Severity, Span
from outcome_catalog.reporters import REPORTERS

CHARTER = "communities/x/charter.yml"


def _finding(
    line: int = 14, *, path: str = CHARTER, code: str = "unknown-key", message: str = "m", help: str | None = None
) -> Diagnostic:
    place = Span(path=path, line=line, column=5, end_line=line, end_column=20)
    return Diagnostic(code=code, severity=Severity.ERROR, message=message, span=place, help=help)


def _entries(*findings: Diagnostic) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads(REPORTERS["gitlab"](Report.of(findings)))
    return entries


def _fingerprints(*findings: Diagnostic) -> list[str]:
    return [entry["fingerprint"] for entry in _entries(*findings)]


def test_an_entry_has_what_gitlab_reads() -> None:
    (entry,) = _entries(_finding(message='"a" is wrong', help="Write one line,\nand another."))
    assert re.fullmatch("[0-9a-f]{64}", entry.pop("fingerprint"))
    assert entry == {
        "description": '"a" is wrong — Write one line, and another.',
        "check_name": "unknown-key",
        "severity": "major",
        "location": {"path": CHARTER, "lines": {"begin": 14, "end": 14}},
    }


def test_nothing_found_is_an_empty_list() -> None:
    assert _entries() == []


@pytest.mark.parametrize(
    ("severity", "expected"), [(Severity.ERROR, "major"), (Severity.WARNING, "minor"), (Severity.INFO, "info")]
)
def test_a_severity_is_one_that_gitlab_knows(severity: Severity, expected: str) -> None:
    (entry,) = _entries(Diagnostic(code="x", severity=severity, message="m", span=Span(path="a.yml")))
    assert entry["severity"] == expected


@pytest.mark.parametrize(
    ("span", "begin", "end"),
    [
        (Span(path="a", line=2, column=1, end_line=4, end_column=3), 2, 4),
        (Span(path="a", line=2, column=1, end_line=4, end_column=1), 2, 3),
        (Span(path="a", line=2, column=1, end_line=2, end_column=1), 2, 2),
        (Span(path="a", line=9), 9, 9),
    ],
)
def test_lines_are_the_ones_that_a_finding_touches(span: Span, begin: int, end: int) -> None:
    (entry,) = _entries(Diagnostic(code="x", severity=Severity.INFO, message="m", span=span))
    assert entry["location"]["lines"] == {"begin": begin, "end": end}


def test_a_finding_stays_the_same_where_lines_move() -> None:
    assert _fingerprints(_finding(14), _finding(20)) == _fingerprints(_finding(15), _finding(31))


def test_a_finding_stays_the_same_where_its_mend_is_worded_anew() -> None:
    assert _fingerprints(_finding(help="Write this.")) == _fingerprints(_finding(help="Write that."))


def test_every_finding_has_its_own_fingerprint() -> None:
    findings = (
        _finding(1),
        _finding(2),
        _finding(3),
        _finding(path="b.yml"),
        _finding(code="other"),
        _finding(message="other"),
        _finding(code="a", message="b c"),
        _finding(code="a b", message="c"),
    )
    assert len(set(_fingerprints(*findings))) == len(findings)


@given(st.text(), st.text(), st.text())
@example('"}],[{"severity": "blocker', "a\x00b\n", "</script><!--")
@example("\ud800", "\udfff", "\u2028")
def test_text_stays_inside_its_own_value(message: str, path: str, help: str) -> None:
    finding = _finding(message=message, path=path, help=help)
    text = REPORTERS["gitlab"](Report.of([finding]))
    (entry,) = json.loads(text)
    assert text.isascii()
    assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
    assert (entry["severity"], entry["location"]["path"]) == ("major", path)


@pytest.mark.parametrize("hostile", ["\x1b[2J", "a\rb", "\u202egnp.exe", "\u2028", "\u200b", "\ud800", "a\nb"])
def test_a_description_is_one_line_that_reads_as_it_is_written(hostile: str) -> None:
    (entry,) = _entries(_finding(message=hostile, help=hostile))
    assert entry["description"].isprintable()
