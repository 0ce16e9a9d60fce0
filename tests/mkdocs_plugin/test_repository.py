"""Where a project's source lies on the web."""

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from outcome_catalog.mkdocs_plugin.repository import site_settings, web_address
from outcome_catalog.model.history import Depth, History


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("https://example.com/org/repo.git", "https://example.com/org/repo"),
        ("https://user:token@example.com/org/repo.git", "https://example.com/org/repo"),
        ("git@example.com:org/repo.git", "https://example.com/org/repo"),
        ("ssh://git@example.com:2222/org/repo.git", "https://example.com/org/repo"),
        ("example.com:org/repo", "https://example.com/org/repo"),
        ("/srv/git/repo.git", None),
        ("../repo", None),
        ("ext::sh -c evil", None),
        ("javascript:alert(1)", None),
        ("file:///srv/git", None),
        (None, None),
    ],
)
def test_a_remote_s_page_never_holds_a_password(remote: str | None, address: str | None) -> None:
    assert web_address(remote) == address


def settings_of(tmp_path: Path, **config: object) -> MkDocsConfig:
    (tmp_path / "communities").mkdir(exist_ok=True)
    loaded = MkDocsConfig(config_file_path=str(tmp_path / "mkdocs.yml"))
    loaded.load_dict({"site_name": "Works", "docs_dir": "communities", **config})
    assert loaded.validate() == ([], [])
    return loaded


@pytest.mark.parametrize(
    ("config", "repository", "edit_base", "branch"),
    [
        ({}, None, None, "main"),
        (
            {"repo_url": "https://github.com/org/repo"},
            "https://github.com/org/repo",
            "https://github.com/org/repo/edit/trunk/",
            "trunk",
        ),
        (
            {"repo_url": "https://gitlab.example.org/org/repo/"},
            "https://gitlab.example.org/org/repo",
            "https://gitlab.example.org/org/repo/-/edit/trunk/",
            "trunk",
        ),
        (
            {"repo_url": "https://example.com/org/repo", "edit_uri": "edit/main/communities/"},
            "https://example.com/org/repo",
            "https://example.com/org/repo/edit/main/",
            "main",
        ),
        ({"repo_url": "https://example.com/org/repo"}, "https://example.com/org/repo", None, "trunk"),
    ],
)
def test_edit_links_lead_to_the_project_s_root(
    tmp_path: Path, config: dict[str, object], repository: str | None, edit_base: str | None, branch: str
) -> None:
    history = History(depth=Depth.COMPLETE, branch="trunk", remote_url="https://example.net/x/y.git")
    site = site_settings(settings_of(tmp_path, **config), history, standalone=False)
    assert (site.repository_url, site.edit_base, site.branch) == (repository, edit_base, branch)


def test_git_s_remote_stands_in_where_no_mkdocs_yml_rules(tmp_path: Path) -> None:
    history = History(depth=Depth.COMPLETE, branch="trunk", remote_url="git@github.com:org/repo.git")
    site = site_settings(settings_of(tmp_path), history, standalone=True)
    assert site.edit_base == "https://github.com/org/repo/edit/trunk/"
