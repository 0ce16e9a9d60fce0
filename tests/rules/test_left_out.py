"""A document that was left out for its own errors makes no other document wrong."""

from pathlib import Path

import pytest

from outcome_catalog.pipeline import load_catalog
from tests.rules.cases import AS_OF, BASE, Case

GUILD = "communities/support-guild"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Case(folder=BASE).project(tmp_path / "project")


def _edit(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def _errors(root: Path) -> set[tuple[str, str]]:
    report = load_catalog(root, as_of=AS_OF, today=AS_OF).report
    return {(finding.span.path, finding.code) for finding in report if finding.severity == "error"}


def test_an_artifact_with_errors_is_still_an_artifact_to_those_who_name_it(root: Path) -> None:
    _edit(root, f"{GUILD}/artifacts/handle-a-call.md", "summary: What to ask, in which order.\n", "")
    assert _errors(root) == {(f"{GUILD}/artifacts/handle-a-call.md", "missing-key")}


def test_a_community_whose_charter_has_errors_is_still_a_community_to_those_who_name_it(root: Path) -> None:
    _edit(root, f"{GUILD}/charter.yml", "started: 2025-01-15\n", "")
    assert _errors(root) == {(f"{GUILD}/charter.yml", "missing-key")}


def test_a_kind_with_errors_is_still_a_kind_to_those_who_promise_it(root: Path) -> None:
    kind = root / "schemas" / "kinds" / "answer-card.yml"
    kind.parent.mkdir(parents=True)
    kind.write_text("title: Answer card\nplural: Answer cards\n", encoding="utf-8")
    _edit(root, "communities/field-service-network/charter.yml", "kind: lesson-learned", "kind: answer-card")
    assert _errors(root) == {("schemas/kinds/answer-card.yml", "missing-key")}


def test_people_who_cannot_be_read_are_not_missed(root: Path) -> None:
    _edit(root, "communities/people.yml", "id: support-lead", "id: Support Lead")
    assert {path for path, _ in _errors(root)} == {"communities/people.yml"}
