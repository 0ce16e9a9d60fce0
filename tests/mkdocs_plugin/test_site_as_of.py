"""A site as of an earlier day: whole in itself, and open about what it does not show."""

import datetime
import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from tests.mkdocs_plugin.site_links import dead_links
from tests.publish.engine.projects import (
    artifact,
    charter,
    commit_all,
    reuse,
    write_artifact,
    write_project,
    write_yaml,
)

from outcome_catalog.cli.main import outcomes
from outcome_catalog.cli.project import day_of_figures
from outcome_catalog.mkdocs_plugin import site as site_module
from outcome_catalog.mkdocs_plugin.plugin import OutcomeCatalogPlugin
from outcome_catalog.mkdocs_plugin.site import build_site, serve_site

LATER = "communities/late/charter.yml"
TEXT = "## Context\n\nSee [the later one](late.md) and [its community](../../late/charter.yml).\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """All that names a community and an artifact of 2025 in every way there is, itself of 2024."""
    root = write_project(tmp_path / "project")
    named = {"superseded_by": "guild/late", "status": "superseded", "based_on": [{"artifact": "guild/late"}]}
    write_artifact(
        root, "guild/naming", artifact("Naming", **named), TEXT + "\n## Problem\n\nP.\n\n## Solution\n\nS.\n"
    )
    write_artifact(root, "guild/traduit", artifact("Traduit", translation_of="guild/late", language="fr"))
    write_yaml(root / "communities/guild/reuse/2024-06-02-late.yml", reuse("guild/late", evidence=["guild/late"]))
    promises = charter("Care guild")["expected_outputs"]
    named_too = charter(
        "Care guild",
        expected_outputs=[{**promises[0], "example": "guild/late"}],
        sponsors=[{"community": "late"}],
        lifecycle="closed",
        ends="2025-06-30",
        succeeded_by="late",
    )
    write_yaml(root / "communities/guild/charter.yml", named_too)
    (root / "communities/index.md").write_text("Read [the later one](guild/artifacts/late.md).\n")
    commit_all(root)
    write_yaml(root / LATER, charter("Late", former_slugs=["early"]))
    write_artifact(root, "guild/late", artifact("Late", former=["guild/early-name"]))
    commit_all(root, day="2025-02-01")
    return root


def build(project: Path, day: str | None = None) -> Path:
    as_of = None if day is None else datetime.date.fromisoformat(day)
    result = build_site(project, search=False, jobs=1, as_of=as_of)
    assert result.is_built, result.messages
    return result.site_dir


def configure(project: Path, as_of: object) -> None:
    config = {"site_name": "Works", "theme": {"name": "material"}, "docs_dir": "communities"}
    plugins = [{"outcome-catalog": {} if as_of is None else {"as_of": as_of}}]
    (project / "mkdocs.yml").write_text(yaml.safe_dump({**config, "plugins": plugins}), encoding="utf-8")


def day_of(site: Path) -> str:
    return str(json.loads((site / "api/v1/catalog.json").read_text())["as_of"])


@pytest.mark.parametrize("day", ["2020-01-01", "2025-01-31", "2025-02-01"])
def test_no_link_leads_to_what_is_not_there(project: Path, day: str):
    site = build(project, day)
    assert dead_links(site) == set()
    assert (site / "guild/late/index.html").exists() == (day == "2025-02-01")
    assert (site / "early/index.html").exists() == (day == "2025-02-01")


def test_the_link_checker_sees_a_dead_link(project: Path):
    site = build(project, "2025-02-01")
    (site / "guild/late/index.html").unlink()
    assert any(link.startswith("guild/naming/index.html -> ") for link in dead_links(site))


def test_every_page_says_that_it_is_not_of_today_and_one_says_what_is_missing(project: Path):
    site = build(project, "2025-01-31")
    sentence = "As of 31 Jan 2025: figures as they stood; 5 records after it are not shown."
    for page in ("index.html", "guild/index.html", "guild/naming/index.html", "reports/index.html"):
        assert sentence in (site / page).read_text(encoding="utf-8")
    listed = (site / "left-out/index.html").read_text(encoding="utf-8")
    for name in ("guild/late", "2024-06-02-late", ">late</th>", "entry in based_on"):
        assert name in listed
    assert "not shown" not in (build(project, "2025-12-31") / "index.html").read_text(encoding="utf-8")


def test_before_everything_the_site_is_there_and_says_so(project: Path):
    site = build(project, "2020-01-01")
    assert "As of 1 Jan 2020" in (site / "index.html").read_text(encoding="utf-8")
    assert json.loads((site / "api/v1/catalog.json").read_text())["communities"] == []


@pytest.mark.parametrize("written", ["2025-01-31", datetime.date(2025, 1, 31)], ids=["quoted", "bare"])
def test_the_settings_say_the_day_and_win_over_the_environment(
    project: Path, written: object, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1704067200")
    configure(project, None)
    assert day_of(build(project)) == "2024-01-01"
    configure(project, written)
    assert day_of(build(project)) == "2025-01-31"


def test_the_command_line_wins_over_the_settings(project: Path):
    configure(project, "2025-01-31")
    assert day_of(build(project, "2024-12-31")) == "2024-12-31"
    assert OutcomeCatalogPlugin.given_day is None, "a later build has its own day again"


def test_the_build_says_in_one_line_what_is_not_shown(project: Path):
    ran = CliRunner().invoke(outcomes, ["build", "-C", str(project), "--as-of", "2025-01-31", "--no-search"])
    assert ran.exit_code == 0, ran.output
    assert [line for line in ran.stderr.splitlines() if "not shown" in line] == [
        "As of 31 Jan 2025: figures as they stood; 5 records after it are not shown."
    ]


@pytest.mark.parametrize(
    ("text", "given", "day"),
    [
        (None, None, None),
        (None, "2024-01-01", "2024-01-01"),
        ("site_name: Works\n", None, None),
        ("plugins: [{outcome-catalog: {as_of: 2025-01-31}}]\n", None, "2025-01-31"),
        ("plugins: [{outcome-catalog: {as_of: 2025-01-31}}]\n", "2024-01-01", "2024-01-01"),
        ("plugins: {outcome-catalog: {as_of: '2025-01-31'}}\n", None, "2025-01-31"),
        ("INHERIT: base.yml\n", None, "2025-03-31"),
        ("plugins: []  # as_of\n", None, None),
    ],
)
def test_one_function_tells_every_command_the_day(project: Path, text: str | None, given: str | None, day: str | None):
    base = "site_name: Works\ndocs_dir: communities\ntheme: {name: material}\n"
    (project / "base.yml").write_text(base + "plugins: [{outcome-catalog: {as_of: 2025-03-31}}]\n")
    if text is not None:
        (project / "mkdocs.yml").write_text(text if "INHERIT" in text else base + text)
    found = day_of_figures(project, None if given is None else datetime.date.fromisoformat(given))
    assert found == (None if day is None else datetime.date.fromisoformat(day))


def test_a_setting_that_is_no_day_is_refused_by_every_command(project: Path):
    configure(project, "yesterday")
    for command in (["check"], ["build", "--no-search"]):
        ran = CliRunner().invoke(outcomes, [*command, "-C", str(project)])
        assert ran.exit_code == 1
        assert "mkdocs.yml" in ran.output or "is not a day" in ran.output


def test_check_judges_by_the_day_of_the_settings(project: Path):
    configure(project, "2029-12-31")
    on_time = CliRunner().invoke(outcomes, ["check", "-C", str(project), "--select", "review-overdue"])
    late = CliRunner().invoke(
        outcomes, ["check", "-C", str(project), "--select", "review-overdue", "--as-of", "2031-01-01"]
    )
    assert ("review-overdue" in on_time.output, "review-overdue" in late.output) == (False, True)


def test_the_preview_is_as_of_the_day_that_is_given(project: Path, monkeypatch: pytest.MonkeyPatch):
    given: list[datetime.date | None] = []
    monkeypatch.setattr(site_module, "mkdocs_serve", lambda *_, **__: given.append(OutcomeCatalogPlugin.given_day))
    serve_site(project, "127.0.0.1", 8000, datetime.date(2025, 1, 31))
    serve_site(project, "127.0.0.1", 8000)
    assert given == [datetime.date(2025, 1, 31), None]


def test_a_report_is_of_the_day_that_is_set_and_says_what_is_not_in_it(project: Path):
    configure(project, "2025-01-31")
    ran = CliRunner().invoke(outcomes, ["report", "all", "--format", "json", "-C", str(project)])
    assert ran.exit_code == 0, ran.output
    assert "2025-01-31" in ran.stdout
    assert "As of 31 Jan 2025: figures as they stood; 5 records after it are not shown." in ran.stderr
