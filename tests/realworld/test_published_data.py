"""What the site publishes of the real sets agrees with what was computed of them without the product."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SETS, RealSet
from tests.site_quality.sites import Site

pytestmark = [pytest.mark.realworld, pytest.mark.acceptance]


@pytest.fixture(scope="module", params=SETS)
def published(request: pytest.FixtureRequest, imported_set: Any, built_site: Callable[[str], Site]) -> Any:
    """A real set and its catalog.json, published from a folder that holds no mkdocs.yml."""
    real: RealSet = imported_set(request.param)
    assert not (real.root / "mkdocs.yml").exists()
    site = built_site(request.param).folder
    return real, json.loads((site / "api" / "v1" / "catalog.json").read_text(encoding="utf-8")), site


def test_everything_is_published(published: tuple[RealSet, dict[str, Any], Path]) -> None:
    real, catalog, site = published
    counts = real.expected["counts"]
    assert len(catalog["communities"]) == counts["communities"]
    assert Counter(a["kind"] for a in catalog["artifacts"]) == counts["artifacts_by_kind"]
    assert Counter(a["id"].split("/")[0] for a in catalog["artifacts"]) == counts["artifacts_by_community"]
    assert Counter(c["lifecycle"] for c in catalog["communities"]) == counts["lifecycle"]
    assert catalog["history"] == "complete"
    assert all((site / artifact["id"] / "index.html").is_file() for artifact in catalog["artifacts"])


def test_dates_follow_renames_and_never_copies(published: tuple[RealSet, dict[str, Any], Path]) -> None:
    real, catalog, _ = published
    artifacts = {artifact["id"]: artifact for artifact in catalog["artifacts"]}
    for sample in real.expected["artifacts_sample"]:
        found = artifacts[sample["artifact"]]
        assert (found["created"], found["modified"], found["revisions"]) == (
            sample["created"]["author_date"],
            sample["last_changed"]["author_date"],
            sample["revisions"],
        )
    for sample in (real.expected["follow_differs"] or {"artifacts": []})["artifacts"]:
        assert artifacts[sample["artifact"]]["revisions"] == sample["revisions"]
    for community, days in real.expected["by_community_first_last"].items():
        own = [a for a in artifacts.values() if a["id"].startswith(f"{community}/")]
        assert min(a["created"] for a in own) == days["first_artifact"]
        assert max(a["modified"] for a in own) == days["last_change"]


def test_one_use_is_counted_once_at_its_best_grade(published: tuple[RealSet, dict[str, Any], Path]) -> None:
    real, catalog, _ = published
    counts = real.expected["counts"]
    counted = [reuse for reuse in catalog["reuses"] if reuse["counted"]]
    assert Counter(reuse["grade"] for reuse in counted) == counts["counted_uses_by_grade"]
    assert len(counted) == counts["counted_uses"]
    assert sum(artifact["reused"] for artifact in catalog["artifacts"]) == counts["counted_uses"]
    assert sum(artifact["reused"] > 0 for artifact in catalog["artifacts"]) == counts["artifacts_with_a_counted_use"]
    assert (
        Counter(
            grade
            for artifact in catalog["artifacts"]
            for grade in ("claimed", "attested", "verified")
            for _ in range(artifact["reuse"][grade])
        )
        == counts["counted_uses_by_grade"]
    )


def test_every_record_has_the_grade_that_was_expected(published: tuple[RealSet, dict[str, Any], Path]) -> None:
    real, catalog, _ = published
    records = {r["source"]["path"]: r["grade"] for r in catalog["reuses"] if "/reuse/" in r["source"]["path"]}
    assert Counter(records.values()) == real.expected["counts"]["reuse_records_by_grade"]
    for grade, paths in real.expected["grades_of_records"].items():
        assert sorted(path for path, found in records.items() if found == grade) == sorted(paths)
    artifacts = {artifact["id"]: artifact for artifact in catalog["artifacts"]}
    for sample in real.expected["reuse_sample"]:
        found = artifacts[sample["artifact"]]
        assert found["reused"] == sample["counted_uses"]
        by_grade = {g: n for g, n in found["reuse"].items() if n and g in {"claimed", "attested", "verified"}}
        assert by_grade == sample["counted_uses_by_grade"]


def test_no_e_mail_address_leaves_the_build(published: tuple[RealSet, dict[str, Any], Path]) -> None:
    """What an author wrote into a text stays there; what people.yml and git know of people never gets out."""
    real, _, site = published
    texts = "".join(file.read_text(encoding="utf-8") for file in real.root.glob("communities/*/*/*.md"))
    people = (real.root / "communities" / "people.yml").read_text(encoding="utf-8")
    stated = {line.strip("- ") for line in people.splitlines() if "@" in line}
    private = [email.encode() for email in stated if email not in texts]
    assert len(private) > 100
    published_files = [file for file in site.rglob("*") if file.is_file() and b"@example.org" in file.read_bytes()]
    assert [file for file in published_files if any(email in file.read_bytes() for email in private)] == []
