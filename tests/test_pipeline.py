"""What has an error is left out, what stands on it too, and all the rest is published."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from outcome_catalog.pipeline import LoadResult, default_day, load_catalog
from tests.golden.history import FILES, make_repository

AS_OF = date(2026, 6, 30)
CHARTER = "communities/repair-guild/charter.yml"
PUMP = "communities/repair-guild/artifacts/seal-a-pump.md"
IDEA = "communities/idea-space/artifacts/heated-press.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FILES, tmp_path / "catalog"))


def _loaded(root: Path, path: str = "", old: str = "", new: str = "") -> LoadResult:
    if path:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    return load_catalog(root, as_of=AS_OF)


def _left_out(result: LoadResult) -> dict[str, set[str]]:
    assert result.catalog is not None
    return {document.path: {finding.code for finding in document.because} for document in result.catalog.left_out}


def test_a_sound_catalog_is_published_whole(root: Path) -> None:
    result = _loaded(root)
    assert not result.report.has_errors
    assert _left_out(result) == {}


def test_an_unreadable_artifact_is_left_out_alone(root: Path) -> None:
    result = _loaded(root, PUMP, "tags: [pumps]", "tags: pumps")
    assert set(_left_out(result)) == {PUMP}
    assert result.catalog is not None
    assert result.catalog.artifact("idea-space/heated-press") is not None
    assert result.report.paths_with_errors == {PUMP}, "what names it gets no finding of its own"


def test_git_knows_the_former_names_of_what_cannot_be_read(tmp_path: Path) -> None:
    root = tmp_path / "repository"
    make_repository(root)
    result = _loaded(root, PUMP, "title: Seal", "title: [Seal")
    assert set(_left_out(result)) == {PUMP}, "the record that names it as it was called before is sound"


def test_an_artifact_that_breaks_a_rule_is_left_out(root: Path) -> None:
    result = _loaded(root, IDEA, "output: idea", "output: ideas")
    assert _left_out(result) == {IDEA: {"unknown-output"}}


def test_with_its_charter_all_of_a_community_is_left_out(root: Path) -> None:
    result = _loaded(root, CHARTER, "lifecycle: active", "lifecycle: alive")
    left_out = _left_out(result)
    assert CHARTER in left_out
    assert all(codes == {"not-allowed"} for codes in left_out.values())
    assert {path for path in left_out if "/repair-guild/" not in path} == set()
    assert len(left_out) == 7
    assert result.catalog is not None
    assert set(result.catalog.communities) == {"idea-space"}


def test_an_organisation_that_breaks_a_rule_is_published_all_the_same(root: Path) -> None:
    result = _loaded(root, "communities/organisation.yml", "parent: service", "parent: servise")
    assert result.report.has_errors
    assert result.catalog is not None


def test_without_an_organisation_every_document_is_still_checked(root: Path) -> None:
    (root / "communities" / "organisation.yml").unlink()
    result = _loaded(root, CHARTER, "lifecycle: active", "lifecycle: alive")
    assert result.catalog is None
    codes = {finding.code for finding in result.report}
    assert {"organisation-missing", "not-allowed", "references-not-checked"} <= codes


def test_the_day_can_be_set_for_builds_that_are_to_be_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225599")
    assert default_day() == date(2025, 12, 31)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert default_day() > date(2026, 1, 1)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (CHARTER, "lifecycle: active", "lifecycle: alive"),
        ("communities/people.yml", "name: Guild lead", "nam: Guild lead"),
    ],
)
def test_what_could_not_be_checked_is_said(root: Path, path: str, old: str, new: str) -> None:
    said = [f for f in _loaded(root, path, old, new).report if f.code == "references-not-checked"]
    assert [finding.span.path for finding in said] == [path]
