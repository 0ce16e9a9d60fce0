"""Every rule finds what it must at the place it must, and lets pass what it must."""

from pathlib import Path

import pytest

from outcome_catalog import pipeline, rules
from outcome_catalog.diagnostics import Diagnostic, Report, Severity
from tests.rules.cases import AS_OF, BASE, Case, cases

NEGATIVE = list(cases("negative"))
POSITIVE = list(cases("positive"))


def _ids(found: list[Case]) -> list[str]:
    return [case.id for case in found]


def _report(case: Case, folder: Path) -> Report:
    return pipeline.load_catalog(case.project(folder / "project"), as_of=AS_OF, today=AS_OF).report


def _told(finding: Diagnostic) -> str:
    return f"{finding.span}: {finding.severity} {finding.code}"


@pytest.mark.parametrize("case", NEGATIVE, ids=_ids(NEGATIVE))
def test_a_negative_case_gives_its_findings_with_their_mends_and_no_other_error(case: Case, tmp_path: Path) -> None:
    report = _report(case, tmp_path)
    findings = [finding for finding in report if finding.code == case.code]
    assert case.expected, "a negative case expects a finding"
    assert [_told(finding) for finding in findings] == [expected.finding for expected in case.expected]
    for finding, expected in zip(findings, case.expected, strict=True):
        assert finding.help, "every finding says what to write instead"
        assert expected.offer in f"{finding.message} {finding.help}"
    assert [_told(f) for f in report if f.code != case.code and f.severity is Severity.ERROR] == []


@pytest.mark.parametrize("case", NEGATIVE, ids=_ids(NEGATIVE))
def test_without_its_rule_a_negative_case_goes_unnoticed(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = tuple(rule for rule in rules.RULES if rule.code != case.code)
    assert len(others) == len(rules.RULES) - 1
    monkeypatch.setattr(pipeline, "findings", lambda catalog: rules.findings(catalog, others))
    assert [_told(finding) for finding in _report(case, tmp_path) if finding.code == case.code] == []


@pytest.mark.parametrize("case", POSITIVE, ids=_ids(POSITIVE))
def test_a_positive_case_passes(case: Case, tmp_path: Path) -> None:
    report = _report(case, tmp_path)
    assert [_told(f) for f in report if f.code == case.code or f.severity is Severity.ERROR] == []


def test_the_base_of_all_cases_has_no_finding_but_that_it_is_in_no_repository(tmp_path: Path) -> None:
    report = _report(Case(folder=BASE), tmp_path)
    assert [_told(finding) for finding in report] == ["communities:1:1: warning history-incomplete"]


@pytest.mark.parametrize("verdict", ["positive", "negative"])
def test_every_rule_has_a_case(verdict: str) -> None:
    assert {case.code for case in cases(verdict)} == {rule.code for rule in rules.RULES}
