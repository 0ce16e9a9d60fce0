"""``outcomes report``: what it prints and writes, and what it says where it cannot."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from outcome_catalog.cli.main import outcomes
from tests.publish.engine.projects import commit_all, write_project

AS_OF = "2026-06-30"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project under git, with an mkdocs.yml of its own or not, as its maker has it."""
    return write_project(tmp_path_factory.mktemp("project"))


def report(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(outcomes, ["report", *arguments, "--as-of", AS_OF, "-C", str(project)])


def test_a_report_is_markdown_unless_asked_otherwise(project: Path) -> None:
    result = report(project, "2026-Q2")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("# Report on Q2 2026\n")
    assert result.stderr == ""


@pytest.mark.parametrize("period", ["2026-05", "2026-Q2", "2026-q2", "2026", "all", "ALL"])
def test_every_way_to_name_a_period(project: Path, period: str) -> None:
    result = report(project, period, "--format", "json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["period"]["slug"] == (period.lower() if len(period) == 3 else period.upper())


@pytest.mark.parametrize("period", ["2025/26", "2025-2026", "2025/26-Q4", "2025-2026-Q4"])
def test_a_year_that_is_no_calendar_year(tmp_path: Path, period: str) -> None:
    root = write_project(tmp_path)
    file = root / "communities" / "organisation.yml"
    file.write_text(
        f'{file.read_text(encoding="utf-8")}\nsettings:\n  reporting_year_starts: "04-01"\n', encoding="utf-8"
    )
    result = report(root, period, "--format", "json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["period"]["slug"] == f"2025-2026{'-Q4' if 'Q' in period else ''}"


@pytest.mark.parametrize(
    ("wrong", "offered"),
    [
        ("2026-13", "2026-0"), ("2026-Q5", "2026-Q"), ("2026-Q3", "2026-Q2"), ("2027", "2026"), ("june", ""), ("", ""),
        ("2026/27", "2026"), ("2026-02-01", "2026-02"), ("x" * 10_000, ""), ("\x1b[31m\u202e", ""), ("0000", ""),
    ],
)  # fmt: skip
def test_a_wrong_period_is_answered_with_how_to_write_one_and_the_nearest(
    project: Path, wrong: str, offered: str
) -> None:
    result = report(project, wrong)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Write a month as 2026-09, a quarter as 2026-Q3, a year as 2026 or 2025/26, or all" in result.stderr
    known = result.stderr.rpartition("Among those with a report: ")[2]
    assert offered in known
    assert len(result.stderr) < 700
    assert result.stderr.replace("\n", "").isprintable()


def test_one_community(project: Path) -> None:
    result = report(project, "all", "--community", "guild", "--format", "json")
    assert json.loads(result.stdout)["community"] == "guild"
    assert {found["id"] for found in json.loads(result.stdout)["communities"]} == {"guild"}
    markdown = report(project, "all", "--community", "guild").stdout
    assert markdown.splitlines()[0].endswith(": report on all time")


def test_an_unknown_community_is_answered_with_the_nearest(project: Path) -> None:
    result = report(project, "all", "--community", "gild")
    assert result.exit_code == 2
    assert 'there is no community "gild"; did you mean "guild"?' in result.stderr


def test_a_file_is_written_whole_and_again(project: Path, tmp_path: Path) -> None:
    target = tmp_path / "q2.csv"
    target.write_text("old", encoding="utf-8")
    result = report(project, "2026-Q2", "--format", "csv", "-o", str(target))
    assert (result.exit_code, result.stdout) == (0, "")
    rows = list(csv.reader(io.StringIO(target.read_bytes().decode("utf-8"), newline="")))
    assert rows[0][:2] == ["section", "community"]
    assert {len(row) for row in rows} == {len(rows[0])}
    assert [path.name for path in tmp_path.iterdir()] == ["q2.csv"]


def test_a_file_holds_what_the_terminal_would_show(project: Path, tmp_path: Path) -> None:
    for form in ("md", "html", "csv", "json"):
        target = tmp_path / f"report.{form}"
        assert report(project, "2026", "--format", form, "-o", str(target)).exit_code == 0
        assert target.read_bytes() == report(project, "2026", "--format", form).stdout_bytes


def test_a_folder_that_is_not_there_is_said_before_anything_is_done(project: Path, tmp_path: Path) -> None:
    missing, folder = (
        report(project, "all", "-o", str(tmp_path / "no" / "x.md")),
        report(project, "all", "-o", str(tmp_path)),
    )
    assert (missing.exit_code, folder.exit_code) == (2, 2)
    assert "there is no folder" in missing.stderr
    assert "is a folder; name a file in it" in folder.stderr
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_leaves_nothing_behind(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    result = report(project, "all", "-o", str(tmp_path / "x.md"))
    assert result.exit_code == 1
    assert "cannot be written: No space left on device" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_documents_left_out_are_said_and_the_report_goes_on(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    (root / "communities" / "guild" / "artifacts" / "broken.md").write_text("no front matter\n", encoding="utf-8")
    commit_all(root)
    result = report(root, "all", "--format", "json")
    assert result.exit_code == 0
    assert "1 document is left out for errors, and in no figure" in result.stderr
    assert json.loads(result.stdout)["left_out"] == ["communities/guild/artifacts/broken.md"]
    assert (
        "Left out for its errors, and in no figure: communities/guild/artifacts/broken.md" in report(root, "all").stdout
    )


def test_without_an_organisation_there_are_findings_and_no_report(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    (root / "communities" / "organisation.yml").write_text("name: [\n", encoding="utf-8")
    result = report(root, "all")
    assert result.exit_code == 1
    assert "communities/organisation.yml:" in result.stdout
    assert "Traceback" not in result.output


def test_a_folder_that_holds_only_communities_is_enough(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    for name in ("mkdocs.yml", "schemas"):
        assert not (root / name).exists()
    assert report(root, "2026", "--format", "html").exit_code == 0


def test_an_mkdocs_yml_that_cannot_be_used_costs_the_links_alone(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    (root / "mkdocs.yml").write_text("site_name: [\n", encoding="utf-8")
    result = report(root, "2026", "--format", "md")
    assert result.exit_code == 0, result.output
    assert "Traceback" not in result.output
