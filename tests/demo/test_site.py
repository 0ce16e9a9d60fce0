"""The demo's site: whole, as of the day on which the story ends, and without what is nobody's business."""

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from outcome_catalog.demo import LAST_DAY
from outcome_catalog.demo.storyboard import storyboard
from outcome_catalog.mkdocs_plugin.site import build_site

pytestmark = pytest.mark.acceptance

NOT_CREDITED = "Apprentice, Depot South"


@pytest.fixture(scope="module")
def site(demo_repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo-site") / "site"
    result = build_site(demo_repository, site_dir=folder, strict=True, search=False)
    assert result.is_built, result.messages
    return folder


@pytest.fixture(scope="module")
def data(site: Path) -> dict[str, Any]:
    return dict(json.loads((site / "api" / "v1" / "catalog.json").read_text(encoding="utf-8")))


def texts(site: Path) -> Iterator[tuple[Path, str]]:
    for path in site.rglob("*"):
        if path.suffix in {".html", ".json", ".csv", ".xml", ".svg", ".txt", ".md"}:
            yield path, path.read_text(encoding="utf-8")


def test_it_is_of_the_day_on_which_the_story_ends(data: dict[str, Any]) -> None:
    assert (data["as_of"], data["history"]) == (LAST_DAY.isoformat(), "complete")


def test_every_artifact_has_its_page(site: Path, data: dict[str, Any]) -> None:
    assert len(data["artifacts"]) == 76
    assert [a["id"] for a in data["artifacts"] if not (site / a["id"] / "index.html").is_file()] == []


@pytest.mark.parametrize(
    "former",
    ["paper-timetables/stop-notice", "second-line/gate-counts-wrong", "north-depot-circle/walk-round-in-seven-minutes"],
)
def test_a_former_address_still_leads_somewhere(site: Path, former: str) -> None:
    assert (site / former / "index.html").is_file()


def test_nobody_s_e_mail_is_on_it_and_nobody_is_named_who_does_not_want_to_be(site: Path) -> None:
    emails = {step.author.email for step in storyboard(files("outcome_catalog.demo") / "story")}
    found = [
        (path.relative_to(site).as_posix(), private)
        for path, text in texts(site)
        for private in (*emails, NOT_CREDITED)
        if private in text
    ]
    assert found == []
