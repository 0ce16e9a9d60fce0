"""``outcomes init``: what it writes passes the check, and nothing is ever written over."""

import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from outcome_catalog.cli.main import outcomes
from outcome_catalog.demo import LAST_DAY
from outcome_catalog.diagnostics import Severity
from outcome_catalog.pipeline import load_catalog

COMMITTED_WITH = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgSign=false")


def init(*arguments: str | Path) -> Result:
    return CliRunner().invoke(outcomes, ["init", *map(str, arguments)])


def files(root: Path) -> dict[str, bytes]:
    paths = (path for path in root.rglob("*") if path.is_file() and ".git" not in path.relative_to(root).parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def test_a_new_catalog_passes_the_check_once_it_is_committed(tmp_path: Path) -> None:
    done = init(tmp_path / "mine")
    assert done.exit_code == 0, done.output
    for arguments in (("add", "--all"), (*COMMITTED_WITH, "commit", "--quiet", "--message", "Begin")):
        subprocess.run(["git", "-C", tmp_path / "mine", *arguments], check=True)
    result = load_catalog(tmp_path / "mine")
    assert result.catalog is not None
    assert list(result.catalog.communities) == ["first-community"]
    assert {finding.code for finding in result.report} == {"section-empty"}, (
        "the draft's sections are still to be written"
    )
    assert not result.report.has_errors


def test_it_names_each_file_that_it_wrote(tmp_path: Path) -> None:
    done = init(tmp_path)
    assert sorted(done.stdout.splitlines()) == sorted(files(tmp_path))
    assert {".github/workflows/check.yml", ".gitlab-ci.yml", ".gitignore", "mkdocs.yml"} <= set(files(tmp_path))


def test_what_is_there_is_named_and_left(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    (tmp_path / "communities").mkdir()
    done = init(tmp_path)
    assert done.exit_code == 0
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mine"
    assert list((tmp_path / "communities").iterdir()) == []
    assert "left as it is: README.md" in done.stderr
    assert "left as it is: communities/organisation.yml" in done.stderr
    assert "README.md" not in done.stdout.splitlines()


def test_a_second_time_it_changes_nothing(tmp_path: Path) -> None:
    init(tmp_path)
    before = files(tmp_path)
    done = init(tmp_path)
    assert (done.exit_code, done.stdout, files(tmp_path)) == (0, "", before)


@pytest.mark.parametrize("is_inside", [True, False])
def test_a_folder_becomes_a_repository_only_where_it_is_in_none(tmp_path: Path, *, is_inside: bool) -> None:
    if is_inside:
        subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    done = init(tmp_path / "mine")
    assert (tmp_path / "mine" / ".git").exists() is not is_inside
    assert ("now a git repository" in done.stderr) is not is_inside


def test_what_checks_it_elsewhere_reads_the_whole_history_and_has_no_secret(tmp_path: Path) -> None:
    init(tmp_path)
    workflow = yaml.safe_load((tmp_path / ".github/workflows/check.yml").read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in workflow[True]  # "on", as YAML 1.1 reads it
    assert workflow["jobs"]["catalog"]["steps"][0]["with"]["fetch-depth"] == 0
    pipeline = yaml.safe_load((tmp_path / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    assert pipeline["variables"]["GIT_DEPTH"] == "0"


def test_the_demo_is_written_and_says_what_to_try(tmp_path: Path) -> None:
    done = init("--demo", tmp_path / "demo")
    assert done.exit_code == 0, done.output
    assert "eight invented communities" in done.stdout
    assert [word for word in ("outcomes serve", "outcomes report", "outcomes check") if word not in done.stderr] == []
    assert load_catalog(tmp_path / "demo", as_of=LAST_DAY).catalog is not None


def test_the_demo_is_not_written_where_something_is(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    done = init("--demo", tmp_path)
    assert done.exit_code == 2
    assert "nothing was written" in done.stderr
    assert files(tmp_path) == {"notes.txt": b"mine"}


def test_without_git_it_is_said_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("git.cmd.Git.GIT_PYTHON_GIT_EXECUTABLE", str(tmp_path / "no-git-here"))
    for arguments in (("--demo", tmp_path / "demo"), (tmp_path / "mine",)):
        done = init(*arguments)
        assert done.exit_code == 1
        assert "git is not installed" in done.stderr
        assert done.exception is None or isinstance(done.exception, SystemExit)


def test_findings_of_the_first_catalog_are_warnings_at_most(tmp_path: Path) -> None:
    init(tmp_path)
    assert all(finding.severity is not Severity.ERROR for finding in load_catalog(tmp_path).report)
