"""A stamped artifact page is, byte for byte, the page that MkDocs itself makes of the same artifact."""

from pathlib import Path

import pytest
import yaml
from tests.publish.engine.projects import BODY, artifact, commit_all, write_artifact, write_project

from outcome_catalog.mkdocs_plugin.site import build_site

HOSTILE_TITLES = {
    "script": "<script>alert(1)</script>",
    "entities": "Fish & chips &amp; \"quotes\" 'and' <b>bold</b>",
    "jinja": "{{ config.site_name }} {% raw %} {# gone #}",
    "sentinel-like": "slot0123456789abcdef0123456789abcdefxcontentx",
    "right-to-left": "\u05de\u05d3\u05e8\u05d9\u05da \u0627\u0644\u0639\u0631\u0628\u064a\u0629",
    "emoji": "Sorting 📞 calls 👩🏽‍💻",
    "spaces": "  two   spaces  ",
    "backslash": r"C:\new\table \1 \g<0>",
}
BODIES = {
    "headings": "# One\n\n## Two\n\n### Three\n\n" + BODY,
    "no-heading": "Only a paragraph.\n",
    "jinja": "{{ page.meta }} {% include 'x' %} {# c #}\n\n" + BODY,
    "code": "```html\n<script>x</script>\n```\n\n" + BODY,
    "task-list": "- [x] done\n- [ ] to do\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n" + BODY,
    "links": "[charter](../charter.yml) [other](../../circle/artifacts/sort-leads.md#problem)\n\n" + BODY,
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_project(tmp_path_factory.mktemp("project"))
    for name, title in HOSTILE_TITLES.items():
        write_artifact(root, f"guild/title-{name}", artifact(title, summary=title, tags=[title[:50]]))
    for name, body in BODIES.items():
        write_artifact(root, f"guild/body-{name}", artifact(f"Body {name}", status="draft"), body)
    commit_all(root)
    return root


def _site(project: Path, name: str, *, stamp: bool, **config: object) -> Path:
    options = {"stamp": stamp, "search": False, "as_of": "2026-01-01", "jobs": 1}
    settings = {
        "site_name": "Works & <i>co</i>",
        "docs_dir": "communities",
        "theme": {"name": "material"},
        "plugins": [{"outcome-catalog": options}],
        **config,
    }
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    result = build_site(project, site_dir=project / name)
    assert result.is_built, result.messages
    return result.site_dir


def _artifact_pages(site: Path) -> dict[str, bytes]:
    return {
        str(page.relative_to(site)): page.read_bytes()
        for community in ("guild", "circle")
        for page in sorted((site / community).glob("*/index.html"))
    }


@pytest.mark.parametrize(
    "config",
    [
        pytest.param({}, id="bare"),
        pytest.param(
            {
                "site_url": "https://example.org/catalog/",
                "repo_url": "https://example.com/org/repo",
                "edit_uri": "edit/main/communities/",
                "theme": {"name": "material", "features": ["content.action.edit", "navigation.path", "toc.follow"]},
            },
            id="addresses-and-edit-links",
        ),
    ],
)
def test_stamped_pages_are_the_pages_that_mkdocs_makes(project: Path, config: dict[str, object]) -> None:
    stamped = _artifact_pages(_site(project, "stamped", stamp=True, **config))
    dressed = _artifact_pages(_site(project, "dressed", stamp=False, **config))
    assert len(stamped) == 2 + len(HOSTILE_TITLES) + len(BODIES)
    assert stamped.keys() == dressed.keys()
    for path, page in stamped.items():
        assert page == dressed[path], path


def test_a_hostile_title_is_shown_as_it_was_written(project: Path) -> None:
    pages = _artifact_pages(_site(project, "stamped", stamp=True))
    script = pages["guild/title-script/index.html"].decode()
    assert "<script>alert" not in script
    assert "<title>&lt;script&gt;alert(1)&lt;/script&gt; - Works &amp; &lt;i&gt;co&lt;/i&gt;</title>" in script
    jinja = pages["guild/title-jinja/index.html"].decode()
    assert "<title>{{ config.site_name }} {% raw %} {# gone #} - " in jinja
    assert HOSTILE_TITLES["sentinel-like"] in pages["guild/title-sentinel-like/index.html"].decode()
