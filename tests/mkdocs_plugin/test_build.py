"""Building a site: what is published, what is refused, and what stays as it was."""

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError
from tests.publish.engine.projects import (
    BODY,
    ORGANISATION,
    artifact,
    charter,
    commit_all,
    git,
    write_artifact,
    write_project,
    write_yaml,
)

from outcome_catalog.mkdocs_plugin import build as build_module
from outcome_catalog.mkdocs_plugin.site import BuildResult, build_site, serve_site
from outcome_catalog.mkdocs_plugin.site_parts import process_count
from outcome_catalog.resources import bundled

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = write_project(tmp_path / "project")
    commit_all(root)
    return root


def build(project: Path, *, strict: bool = False, search: bool = False) -> BuildResult:
    return build_site(project, strict=strict, search=search, jobs=1, as_of=date(2026, 1, 1))


def configure(project: Path, **settings: object) -> None:
    config = {
        "site_name": "Works",
        "docs_dir": "communities",
        "theme": {"name": "material"},
        "plugins": ["outcome-catalog"],
    }
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config | settings), encoding="utf-8")


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def break_artifact(project: Path) -> None:
    write_artifact(project, "circle/broken", {**artifact(), "kind": "nonsense"})


def test_a_folder_of_communities_alone_is_published(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project")
    result = build(project)
    assert result.is_built, result.messages
    assert result.site_dir == project / "site"
    pages = files_of(result.site_dir)
    for page in ("", "communities/", "guild/", "guild/sort-calls/", "kinds/idea/", "audiences/support-leads/"):
        assert f"{page}index.html" in pages
    for file in ("api/v1/catalog.json", "404.html", "assets/stylesheets/catalog.css"):
        assert file in pages
    assert "Example Works" in pages["index.html"].decode()
    assert sorted(path.name for path in project.iterdir()) == ["communities", "site"]


def test_sources_are_not_published(project: Path) -> None:
    published = " ".join(files_of(build(project).site_dir))
    assert "charter.yml" not in published
    assert "sort-calls.md" not in published
    assert "artifacts/" not in published


OF_THE_THEME = (
    r"assets/(images/favicon\.png|javascripts/bundle\.\w+\.min\.js|stylesheets/(main|palette)\.\w+\.min\.css)"
)


def test_of_the_theme_only_what_pages_load_is_published(project: Path) -> None:
    ours = {f"assets/javascripts/{path.name}" for path in (bundled("overrides") / "assets/javascripts").iterdir()}
    published = {path for path in files_of(build(project).site_dir) if path.startswith("assets/")}
    rest = published - ours - {"assets/stylesheets/catalog.css"}
    assert len(rest) == 4
    assert [path for path in rest if not re.fullmatch(OF_THE_THEME, path)] == []


def test_a_project_that_wants_the_theme_s_own_search_has_it(project: Path) -> None:
    configure(project, plugins=["search", "outcome-catalog"])
    published = files_of(build(project).site_dir)
    assert "search/search_index.json" in published
    assert any(path.startswith("assets/javascripts/workers/search.") for path in published)


def test_the_shell_is_not_published(project: Path) -> None:
    site = build(project).site_dir
    assert not any("slot" in path for path in files_of(site))
    assert not any(b"xtitlex" in content for content in files_of(site).values())


def test_with_an_mkdocs_yml_that_rules(project: Path) -> None:
    configure(project, site_dir="public", site_name="Our works", site_url="https://example.org/works/")
    result = build(project)
    assert result.site_dir == project / "public"
    page = (project / "public/guild/sort-calls/index.html").read_text()
    assert "<title>Sort calls first - Our works</title>" in page
    assert '<link rel="canonical" href="https://example.org/works/guild/sort-calls/">' in page
    sitemap = (project / "public/sitemap.xml").read_text()
    assert "<loc>https://example.org/works/guild/sort-calls/</loc>" in sitemap
    assert "<loc>https://example.org/works/</loc>" in sitemap


def test_without_an_address_there_is_no_sitemap(project: Path) -> None:
    assert "sitemap.xml" not in files_of(build(project).site_dir)


def test_a_broken_document_is_left_out_and_listed(project: Path) -> None:
    break_artifact(project)
    result = build(project)
    assert result.is_built
    assert any(message.startswith("communities/circle/artifacts/broken.md:") for message in result.messages)
    assert not (result.site_dir / "circle/broken").exists()
    assert "communities/circle/artifacts/broken.md" in (result.site_dir / "left-out/index.html").read_text()


def test_a_strict_build_publishes_nothing_and_leaves_the_old_site(project: Path) -> None:
    before = files_of(build(project).site_dir)
    break_artifact(project)
    result = build(project, strict=True)
    assert not result.is_built
    assert result.messages[-1] == "1 error found; nothing was published."
    assert files_of(project / "site") == before
    assert sorted(path.name for path in project.iterdir()) == [".git", "communities", "site"]


def test_warnings_do_not_fail_a_strict_build(project: Path) -> None:
    write_artifact(project, "circle/draft", artifact(status="draft"), "No section yet.\n")
    result = build(project, strict=True)
    assert result.is_built, result.messages
    assert result.report.diagnostics


def test_mkdocs_own_warnings_fail_a_strict_build_before_the_site_is_placed(project: Path) -> None:
    configure(project, nav=[{"Home": "index.md"}, {"Gone": "no-such-page.md"}])
    before = files_of(build(project).site_dir)
    write_artifact(project, "circle/another", artifact("Another"))
    result = build(project, strict=True)
    assert not result.is_built
    assert files_of(project / "site") == before


def test_a_template_that_fails_leaves_the_old_site(project: Path) -> None:
    before = files_of(build(project).site_dir)
    (project / "theme/partials/artifact").mkdir(parents=True)
    (project / "theme/partials/artifact/content.html").write_text("{{ page.meta.no_such_value }}")
    configure(project, theme={"name": "material", "custom_dir": "theme"})
    result = build(project)
    assert not result.is_built
    assert "no_such_value" in result.messages[-1]
    assert files_of(project / "site") == before
    assert not list(project.glob(".site.*"))


def test_without_an_organisation_nothing_is_published(project: Path) -> None:
    (project / "communities/organisation.yml").write_text("name: [\n")
    result = build(project)
    assert not result.is_built
    assert result.messages[0].startswith("communities/organisation.yml:")
    assert not (project / "site").exists()


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"theme": {"name": "mkdocs"}}, "needs Material"),
        ({"docs_dir": "schemas"}, "docs_dir: communities"),
        ({"plugins": ["search"]}, "plugins: [outcome-catalog]"),
        ({"plugins": [{"outcome-catalog": {"as_of": "yesterday"}}]}, "is not a day"),
        ({"plugins": [{"outcome-catalog": {"speed": "high"}}], "strict": True}, "speed"),
        ({"site_dir": "communities/site"}, "site_dir"),
    ],
)
def test_a_wrong_configuration_is_explained(project: Path, settings: dict[str, object], says: str) -> None:
    (project / "schemas").mkdir()
    configure(project, **settings)
    result = build_site(project, search=False)
    assert not result.is_built
    assert says in " ".join(result.messages)


def test_a_folder_without_communities_is_named(tmp_path: Path) -> None:
    result = build_site(tmp_path)
    assert (result.is_built, result.messages) == (False, (f"There is no folder communities/ in {tmp_path}.",))
    with pytest.raises(ConfigurationError, match="There is no folder communities/"):
        serve_site(tmp_path, "127.0.0.1", 8000)


@pytest.mark.parametrize(("language", "shown"), [("fr-CA", "fr"), ("pt-BR", "en"), ("tlh", "en")])
def test_a_page_says_the_language_of_its_words_which_is_the_catalog_s_where_there_are_such(
    project: Path, language: str, shown: str
) -> None:
    write_yaml(project / "communities/organisation.yml", {**ORGANISATION, "settings": {"language": language}})
    assert f'<html lang="{shown}"' in (build(project).site_dir / "kinds/index.html").read_text()


def test_addresses_are_the_same_whatever_mkdocs_yml_says_of_them(project: Path) -> None:
    (project / "communities/by-hand.md").write_text("# By hand\n")
    configure(project, use_directory_urls=False)
    site = build(project).site_dir
    assert (site / "by-hand/index.html").is_file()
    assert 'href="../by-hand/"' in (site / "kinds/index.html").read_text()


def test_mkdocs_finds_the_site_where_it_was_asked_to_be(project: Path) -> None:
    configure(project)
    config = load_config(str(project / "mkdocs.yml"))
    mkdocs_build(config)
    assert (config.site_dir, config.docs_dir) == (str(project / "site"), str(project / "communities"))


def test_a_disk_that_is_full_is_a_failed_build_and_not_a_bug(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    before = files_of(build(project).site_dir)
    monkeypatch.setattr(build_module, "write_files", full)
    result = build(project)
    assert not result.is_built
    assert "No space left on device" in result.messages[-1]
    assert files_of(project / "site") == before
    assert not list(project.glob(".site.*"))


@pytest.mark.parametrize(("wanted", "count"), [(3, 3), (0, 1), (-1, 1)])
def test_as_many_processes_as_wanted(wanted: int, count: int) -> None:
    assert process_count(wanted) == count
    assert process_count(None) >= 1


def test_links_out_of_the_folder_are_not_followed(project: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    for name in ("passwd.md", "passwd.txt", "passwd.png"):
        (secret / name).write_bytes(PNG + b"the secret")
    for link in ("communities/by-link.md", "communities/assets", "communities/guild/media"):
        (project / link).symlink_to(secret / "passwd.md" if link.endswith(".md") else secret)
    (project / "communities/loop").symlink_to(project / "communities")
    assert not any(b"the secret" in content for content in files_of(build(project).site_dir).values())


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no file names that are no text")
def test_names_in_git_that_are_no_text_stop_no_build(project: Path) -> None:
    record = project / "communities/guild/reuse/2024-06-01-course.yml"
    odd = Path(os.fsdecode(os.fsencode(record.parent) + b"/2024-06-01-\xff.yml"))
    record.rename(odd)
    commit_all(project)
    odd.rename(record)
    git(project, "add", "-A")
    git(project, "commit", "-q", "-m", "Name it in letters", day="2024-07-02")
    git(project, "branch", "-m", os.fsdecode(b"fix#1-\xff"))
    configure(project, repo_url="https://github.com/org/repo")
    site = build(project).site_dir
    page = (site / "guild/index.html").read_text(encoding="utf-8")
    assert "https://github.com/org/repo/edit/fix%231-%FF/communities/guild/charter.yml" in page
    assert "&#5" not in page
    shown = (site / "guild/sort-calls/index.html").read_text(encoding="utf-8")
    assert "2024-06-01-course.yml" in shown


def test_pages_written_by_hand_are_safe_and_in_the_navigation(project: Path) -> None:
    (project / "communities/how-we-work.md").write_text(
        "---\ntemplate: evil.html\n---\n\n# How *we* work\n\n<script>alert(1)</script>\n\n[guild](guild/charter.yml)\n"
    )
    (project / "communities/index.md").write_text("Welcome to the **works**.\n")
    (project / "communities/search.md").write_text("# In the way\n")
    (project / "communities/long-talk.md").write_text(f"# {'long ' * 900}\n\nNo title.\n")
    result = build(project)
    site = result.site_dir
    page = (site / "how-we-work/index.html").read_text()
    assert "<script>alert" not in page
    assert '<a href="../guild/">guild</a>' in page
    assert 'href="../how-we-work/"' in (site / "kinds/index.html").read_text()
    assert "Welcome to the <strong>works</strong>" in (site / "index.html").read_text()
    assert "In the way" not in (site / "search/index.html").read_text()
    assert any("search.md" in message and "reserved-name" in message for message in result.messages)
    assert "long long" in (site / "long-talk/index.html").read_text()
    kinds = (site / "kinds/index.html").read_text()
    assert "Long talk" in kinds
    assert "long long" not in kinds


def test_media_is_copied_and_linked(project: Path) -> None:
    media = project / "communities/guild/media"
    media.mkdir()
    (media / "desk.png").write_bytes(PNG)
    (media / "page.html").write_text("<script>alert(1)</script>")
    write_artifact(project, "guild/sort-calls", artifact(), f"![desk](../media/desk.png)\n\n{BODY}")
    site = build(project).site_dir
    assert (site / "guild/media/desk.png").read_bytes() == PNG
    assert not (site / "guild/media/page.html").exists()
    page = (site / "guild/sort-calls/index.html").read_text()
    assert '<img src="../media/desk.png" alt="desk" loading="lazy">' in page


def test_a_contributor_s_file_never_takes_the_place_of_the_theme_s(project: Path) -> None:
    stylesheet = build(project).site_dir / "assets/stylesheets/catalog.css"
    before = stylesheet.read_bytes()
    own = project / "communities/assets/stylesheets/catalog.css"
    own.parent.mkdir(parents=True)
    own.write_text("body { display: none }")
    assert build(project).is_built
    assert stylesheet.read_bytes() == before


def test_no_mail_address_is_published_and_nobody_named_who_wants_no_credit(project: Path) -> None:
    credit = {"authors": ["quiet-writer"], "contributions": {"review": ["quiet-writer"]}}
    write_artifact(project, "guild/quiet", artifact("Quiet", **credit))
    write_yaml(project / "communities/guild/charter.yml", charter("Care guild", stewards=["day-lead"]))
    commit_all(project, email="quiet@example.org")
    private = (b"quiet@example.org", b"day.lead@example.org", b"coach@example.org", b"Quiet Writer", b"An Author")
    for path, content in files_of(build(project, search=True).site_dir).items():
        assert not any(words in content for words in private), path


@pytest.mark.acceptance
def test_mkdocs_build_and_outcomes_build_make_the_same_site(project: Path, outcomes: str) -> None:
    configure(project, site_url="https://example.org/works/")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1767225600"}
    mkdocs = str(Path(sys.executable).parent / "mkdocs")
    subprocess.run([mkdocs, "build", "-q", "-d", "by-mkdocs"], cwd=project, check=True, env=environment)
    subprocess.run([outcomes, "build", "--site-dir", "by-outcomes"], cwd=project, check=True, env=environment)
    by_mkdocs, by_outcomes = (files_of(project / name) for name in ("by-mkdocs", "by-outcomes"))
    assert {p for p in by_mkdocs if not p.startswith("pagefind/")} == {
        p for p in by_outcomes if not p.startswith("pagefind/")
    }
    for path, content in by_mkdocs.items():
        assert path.startswith("pagefind/") or content == by_outcomes[path], path
    assert "pagefind/pagefind.js" in by_mkdocs
    assert "pagefind/pagefind.js" in by_outcomes
