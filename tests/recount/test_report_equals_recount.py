"""Every figure of the report, on every catalog at hand, is the one that the recount finds in the files and in git."""

import datetime
import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.recount.differences import differences
from tests.recount.report import report

DAY = "2026-11-23"
LAST_DAY_OF_THE_DEMO = "2026-06-30"


def recounted(root: Path, asked: str, day: str) -> dict[str, Any]:
    period, _, community = asked.partition(" ")
    return report(root, period, datetime.date.fromisoformat(day), community or None)


def published(outcomes: str, root: Path, day: str, site: Path) -> Iterator[dict[str, Any]]:
    """The report of every month, quarter and year, and of all time, as the site has them."""
    command = [outcomes, "build", "--no-search", "--site-dir", str(site), "--as-of", day, "-C", str(root)]
    built = subprocess.run(command, capture_output=True, check=False)
    assert built.returncode == 0, built.stderr.decode()
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
    with ThreadPoolExecutor(2) as pool:
        answers = pool.map(lambda one: said(root, one, day), asked)
        assert_equal(root, day, zip(asked, answers, strict=True))


def test_every_published_report_of_this_repositorys_own_catalog(outcomes: str, own_catalog: Path, tmp_path: Path):
    assert_published_equal(outcomes, own_catalog, DAY, tmp_path, at_least=30)


@pytest.mark.parametrize(
    ("day", "asked"),
    [
        (DAY, ("2025 spare-parts-group",)),
        ("2026-03-01", ("all",)),
        ("2025-09-10", ("2025-Q3",)),
    ],
)
def test_of_this_repositorys_own_catalog(own_catalog: Path, said: Any, day: str, asked: tuple[str, ...]):
    assert_said_equal(own_catalog, day, asked, said)


def test_every_published_report_of_the_demo(outcomes: str, demo_repository: Path, tmp_path: Path):
    assert_published_equal(outcomes, demo_repository, LAST_DAY_OF_THE_DEMO, tmp_path, at_least=36)


@pytest.mark.parametrize(
    ("day", "asked"),
    [
        (LAST_DAY_OF_THE_DEMO, ("all", "2025 depot-circle")),
        ("2026-06-29", ("all",)),
        ("2025-10-06", ("all", "2025 depot-circle")),
        ("2025-02-10", ("all",)),
    ],
)
def test_of_the_demo(demo_repository: Path, said: Any, day: str, asked: tuple[str, ...]):
    assert_said_equal(demo_repository, day, asked, said)


def test_of_the_demo_where_the_year_begins_in_july(demo_repository: Path, said: Any, tmp_path: Path):
    root = tmp_path / "july"
    shutil.copytree(demo_repository, root)
    settings = root / "communities/organisation.yml"
    text = settings.read_text(encoding="utf-8")
    assert text.count('reporting_year_starts: "01-01"') == 1
    settings.write_text(
        text.replace('reporting_year_starts: "01-01"', 'reporting_year_starts: "07-15"'), encoding="utf-8"
    )
    assert_said_equal(root, LAST_DAY_OF_THE_DEMO, ("2024/25", "2025/26-Q3"), said)


def test_of_the_demo_without_its_history(demo_repository: Path, said: Any, tmp_path: Path):
    root = tmp_path / "unpacked"
    shutil.copytree(demo_repository, root, ignore=shutil.ignore_patterns(".git"))
    assert_said_equal(root, LAST_DAY_OF_THE_DEMO, ("all", "2025-Q3"), said)
    assert recounted(root, "all", LAST_DAY_OF_THE_DEMO)["reuse"]["by_grade"]["attested"] == 0
    assert_said_equal(root, "2025-10-01", ("all",), said)


@pytest.mark.realworld
def test_every_published_report_of_the_smaller_set(outcomes: str, imported_set: Any, tmp_path: Path):
    root = imported_set("innersource-patterns").root
    assert_published_equal(outcomes, root, DAY, tmp_path, at_least=300)


@pytest.mark.realworld
@pytest.mark.parametrize(
    ("name", "day", "asked"),
    [
        ("innersource-patterns", DAY, ("all", "2024 structured-patterns")),
        ("innersource-patterns", "2024-03-31", ("all",)),
        ("innersource-patterns", "2021-06-15", ("2020-Q4",)),
        ("kubernetes-sigs", DAY, ("all", "2018", "2024", "2023-Q2", "all wg-lts")),
        ("kubernetes-sigs", "2024-03-31", ("all",)),
        ("kubernetes-sigs", "2021-06-15", ("all",)),
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
