"""The samples of the guide and the README: each one, put where it belongs in this catalog, passes the check."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from outcome_catalog.pipeline import load_catalog
from tests.conftest import REPOSITORY
from tests.guide.guide_text import GUIDE, samples

PLACES = {
    "lifecycle": "communities/sample/charter.yml",
    "used_by": "communities/customer-care-guild/reuse/2026-11-20-sample.yml",
    "values": "communities/customer-care-guild/measurements/hours-to-first-answer.yml",
    "plural": "schemas/kinds/sample.yml",
    "units": "communities/organisation.yml",
    "people": "communities/people.yml",
}
"""Where a sample belongs, by a key that it alone has; one with none of these is a part of a file."""
ARTIFACT = "communities/engineers-best-practice-circle/artifacts/sample.md"


def whole_files() -> Iterator[tuple[str, str, str]]:
    """Each sample that is a whole file: the page it stands on, its place in a catalog, and its text."""
    for path in (REPOSITORY / "README.md", *sorted(GUIDE.glob("*.md"))):
        for language, text in samples(path.read_text(encoding="utf-8")):
            if language == "markdown":
                yield path.stem, ARTIFACT, text
            elif language == "yaml":
                keys = yaml.safe_load(text)
                yield from ((path.stem, place, text) for key, place in PLACES.items() if key in keys)


FILES = tuple(whole_files())


def test_there_are_samples_of_every_kind_of_file() -> None:
    assert {place for _, place, _ in FILES} == {*PLACES.values(), ARTIFACT}


@pytest.mark.parametrize(("place", "text"), [pytest.param(p, t, id=f"{n}-{Path(p).stem}") for n, p, t in FILES])
def test_a_sample_has_no_finding_that_fails(place: str, text: str, tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "communities", tmp_path / "communities")
    (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / place).write_text(text, encoding="utf-8")
    report = load_catalog(tmp_path).report
    failing = [finding for finding in report if finding.span.path == place and finding.severity.value != "info"]
    assert [f"{finding.span}: {finding.message}" for finding in failing] == []
