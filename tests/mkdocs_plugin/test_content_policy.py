"""The policy that pages carry: known scripts of the theme may run, in a preview its server's too, and nothing else."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme
from tests.mkdocs_plugin.test_build import build, configure
from tests.publish.engine.projects import write_project

from outcome_catalog.mkdocs_plugin.content_policy import content_policy

SCRIPTS = {
    "partials/javascripts/base.html": '<script>at("{{ base_url }}")</script>',
    "partials/javascripts/palette.html": "<script>one()</script>",
    "partials/javascripts/content.html": "{% if 'tabs' in features %}<script>\ntwo()</script>{% endif %}",
}
ALWAYS = ["'self'", "file:", "'wasm-unsafe-eval'"]
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
SCRIPT_IN_PAGE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def digest(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


@pytest.fixture(scope="module")
def theme() -> Environment:
    return Environment(loader=DictLoader(SCRIPTS), autoescape=True)


def a_config(features: list[str]) -> MkDocsConfig:
    config = MkDocsConfig()
    config.theme = Theme("material", features=features)
    return config


def scripts_of(policy: str) -> list[str]:
    return next(part for part in policy.split("; ") if part.startswith("script-src ")).split()[1:]


@pytest.mark.parametrize(
    ("features", "more"), [([], []), (["tabs"], [digest("\ntwo()")])], ids=["as it is", "with tabs"]
)
def test_the_theme_s_own_scripts_may_run_each_by_its_digest(
    theme: Environment, features: list[str], more: list[str]
) -> None:
    policy = content_policy(theme, a_config(features), is_preview=False)
    assert scripts_of(policy("../..")) == [*ALWAYS, digest('at("../..")'), digest("one()"), *more]
    assert digest('at(".")') in scripts_of(policy("."))


def test_in_a_preview_what_its_server_writes_may_run(theme: Environment) -> None:
    assert scripts_of(content_policy(theme, a_config([]), is_preview=True)("..")) == [*ALWAYS, "'unsafe-inline'"]


def test_every_script_that_stands_in_a_page_is_allowed_by_its_policy(tmp_path: Path) -> None:
    """On a page that MkDocs makes, on one that is stamped, and on the one for what is not there."""
    site = build(write_project(tmp_path / "project")).site_dir
    for page in ("index.html", "kinds/index.html", "guild/sort-calls/index.html", "404.html"):
        above, policy, below = POLICY.split((site / page).read_text(encoding="utf-8"))
        assert re.fullmatch(r'\s*<!doctype html>\s*<html lang="en" class="no-js">\s*<head>\s*', above), page
        assert "unsafe-inline" not in policy
        standing = SCRIPT_IN_PAGE.findall(below)
        assert len(standing) > 2
        assert {digest(script) for script in standing} <= set(scripts_of(policy.replace("&#39;", "'"))), page


def test_a_project_may_do_without(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project")
    configure(project, plugins=[{"outcome-catalog": {"content_policy": False}}])
    assert not POLICY.search((build(project).site_dir / "index.html").read_text(encoding="utf-8"))
