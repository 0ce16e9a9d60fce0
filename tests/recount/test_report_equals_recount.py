"""Every figure of the report, on every catalog at hand, is the one that the recount finds in the files and in git."""

import datetime
import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.recount.differences import differences
from tests.recount.report import report

REPOSITORY = Path(__file__).parents[2]
DAY = "2026-11-23"
LAST_DAY_OF_THE_DEMO = "2026-06-30"
YEARS = tuple(str(year) for year in range(2017, 2027))


def git(root: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=True)
    return done.stdout.decode().strip()


@pytest.fixture(scope="session")
def own_catalog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's own catalog as it is committed, in a clone, so that no edit under way is counted."""
    if not (REPOSITORY / ".git").exists():
        pytest.skip("this is no git checkout")
    if git(REPOSITORY, "rev-parse", "--is-shallow-repository") == "true":
        pytest.skip("the whole history is needed: git fetch --unshallow")
    root = tmp_path_factory.mktemp("own") / "catalog"
    subprocess.run(["git", "clone", "-q", str(REPOSITORY), str(root)], check=True)
    return root


@pytest.fixture(scope="session")
def said(outcomes: str) -> Callable[[Path, str, str], dict[str, Any]]:
    """What the installed command says of a period, or of a period and a community, as of a day."""

    def the_report(root: Path, asked: str, day: str) -> dict[str, Any]:
        period, _, community = asked.partition(" ")
        chosen = ["--community", community] if community else []
        command = [outcomes, "report", period, "--format", "json", "--as-of", day, "-C", str(root), *chosen]
        done = subprocess.run(command, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return dict(json.loads(done.stdout))

    return the_report


def recounted(root: Path, asked: str, day: str) -> dict[str, Any]:
    period, _, community = asked.partition(" ")
    return report(root, period, datetime.date.fromisoformat(day), community or None)


def published(outcomes: str, root: Path, day: str, site: Path) -> Iterator[dict[str, Any]]:
    """The report of every month, quarter and year, and of all time, as the site has them."""
    command = [outcomes, "build", "--no-search", "--site-dir", str(site), "--as-of", day, "-C", str(root)]
    subprocess.run(command, capture_output=True, check=True)
    for path in sorted((site / "reports").glob("*/report.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


def assert_equal(root: Path, day: str, reports: Iterator[tuple[str, dict[str, Any]]]) -> None:
    lines = [f"{asked}: {line}" for asked, said in reports for line in differences(recounted(root, asked, day), said)]
    assert not lines, f"{len(lines)} differences:\n" + "\n".join(lines[:60])


def assert_published_equal(outcomes: str, root: Path, day: str, site: Path, *, at_least: int) -> None:
    labels = []

    def by_label() -> Iterator[tuple[str, dict[str, Any]]]:
        for one in published(outcomes, root, day, site):
            labels.append(one["period"]["label"])
            yield labels[-1], one

    assert_equal(root, day, by_label())
    assert "all" in labels
    assert len(labels) >= at_least


def assert_said_equal(root: Path, day: str, asked: tuple[str, ...], said: Callable[..., dict[str, Any]]) -> None:
    assert_equal(root, day, ((one, said(root, one, day)) for one in asked))


def test_every_published_report_of_this_repositorys_own_catalog(outcomes: str, own_catalog: Path, tmp_path: Path):
    assert_published_equal(outcomes, own_catalog, DAY, tmp_path, at_least=30)


@pytest.mark.parametrize(
    ("day", "asked"),
    [
        (DAY, ("all", "2025-Q3", "2026-11", "all customer-care-guild", "2025 spare-parts-group")),
        ("2026-03-01", ("all", "2025")),
        ("2025-09-10", ("all", "2025-Q2")),
    ],
)
def test_of_this_repositorys_own_catalog(own_catalog: Path, said: Any, day: str, asked: tuple[str, ...]):
    assert_said_equal(own_catalog, day, asked, said)


def test_every_published_report_of_the_demo(outcomes: str, demo_repository: Path, tmp_path: Path):
    assert_published_equal(outcomes, demo_repository, LAST_DAY_OF_THE_DEMO, tmp_path, at_least=36)


@pytest.mark.parametrize(
    ("day", "asked"),
    [
        (LAST_DAY_OF_THE_DEMO, ("all", "2025-Q4", "2026-06", "all second-line", "2025 depot-circle")),
        ("2026-03-01", ("all", "2025", "2026-Q1")),
        ("2025-10-06", ("all", "2025 depot-circle")),
        ("2025-02-10", ("all", "2024")),
    ],
)
def test_of_the_demo(demo_repository: Path, said: Any, day: str, asked: tuple[str, ...]):
    assert_said_equal(demo_repository, day, asked, said)


@pytest.mark.realworld
def test_every_published_report_of_the_smaller_set(outcomes: str, imported_set: Any, tmp_path: Path):
    root = imported_set("innersource-patterns").root
    assert_published_equal(outcomes, root, DAY, tmp_path, at_least=300)


@pytest.mark.realworld
@pytest.mark.parametrize(
    ("name", "day", "asked"),
    [
        ("innersource-patterns", DAY, ("all", "2022", "2025-Q1", "2024 structured-patterns")),
        ("innersource-patterns", "2024-03-31", ("all", "2023")),
        ("innersource-patterns", "2021-06-15", ("all", "2020-Q4")),
        ("kubernetes-sigs", DAY, ("all", *YEARS, "2023-Q2", "2024-11", "2024 sig-node", "all wg-lts")),
        ("kubernetes-sigs", "2024-03-31", ("all", "2023", "2024-Q1")),
        ("kubernetes-sigs", "2021-06-15", ("all", "2020")),
    ],
)
def test_of_a_real_set(imported_set: Any, said: Any, name: str, day: str, asked: tuple[str, ...]):
    assert_said_equal(imported_set(name).root, day, asked, said)


@pytest.mark.realworld
def test_counted_uses_by_grade_are_those_the_set_says(real_set: Any, said: Any):
    """The set's own expectations were computed from its source, before there was a product."""
    expected = real_set.expected["counts"]
    for found in (said(real_set.root, "all", DAY), recounted(real_set.root, "all", DAY)):
        assert found["reuse"]["counted"] == expected["counted_uses"]
        assert found["reuse"]["by_grade"] == expected["counted_uses_by_grade"]
        assert found["reuse"]["not_counted"]["same use"] == expected["counted_uses_with_two_sources"]
        assert found["reuse"]["not_counted"]["planned"] == expected["reuse_records_planned_or_rejected"]
        assert found["reuse"]["not_counted"]["withdrawn"] == expected["reuse_records_by_grade"].get("withdrawn", 0)
        by_artifact = {use["artifact"] for use in found["reuse"]["uses"] if use["counted"]}
        assert len(by_artifact) == expected["artifacts_with_a_counted_use"]
