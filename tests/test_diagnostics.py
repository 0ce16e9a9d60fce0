"""Findings as values: their order, their counts, and which files they keep out of a build."""

from hypothesis import given
from hypothesis import strategies as st

from outcome_catalog.diagnostics import Diagnostic, Report, Severity, Span

_FINDINGS = st.builds(
    Diagnostic,
    code=st.sampled_from(["a-code", "b-code"]),
    severity=st.sampled_from(Severity),
    message=st.text(max_size=3),
    span=st.builds(Span, path=st.sampled_from(["a.yml", "b.yml"]), line=st.integers(1, 5), column=st.integers(1, 5)),
)


@given(st.lists(_FINDINGS))
def test_a_report_is_sorted_and_holds_each_finding_once(findings: list[Diagnostic]) -> None:
    report = Report.of(findings)
    keys = [finding.sort_key for finding in report]
    assert keys == sorted(keys)
    assert set(report) == set(findings)
    assert len(report) == len(set(findings))


@given(st.lists(_FINDINGS), st.lists(_FINDINGS))
def test_reports_add_up_whatever_their_order(one: list[Diagnostic], other: list[Diagnostic]) -> None:
    assert set(Report.of(one) + Report.of(other)) == set(Report.of(other) + Report.of(one)) == {*one, *other}


@given(st.lists(_FINDINGS))
def test_only_errors_keep_a_file_out(findings: list[Diagnostic]) -> None:
    report = Report.of(findings)
    errors = {finding.span.path for finding in findings if finding.severity is Severity.ERROR}
    assert report.paths_with_errors == errors
    assert report.has_errors == bool(errors)
    assert sum(report.counts.values()) == len(report)
    assert set(report.counts) == set(Severity)
