"""Building again makes only the pages anew that changed, and never leaves a page that should have."""

import os
import shutil
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path

import pytest
from tests.publish.engine.projects import BODY, artifact, reuse, write_artifact, write_project, write_yaml

from outcome_catalog.mkdocs_plugin.site import build_site
from outcome_catalog.publish import stamp_memory
from outcome_catalog.publish.stamp_memory import Stamped, StampMemory
from outcome_catalog.sources import gfm


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = write_project(tmp_path / "project")
    write_artifact(root, "guild/linked", artifact("Linked"), f"[there](sort-calls.md) [then](later.md)\n\n{BODY}")
    write_artifact(root, "guild/raw", artifact("Raw"), f'<p><a href="later.md">then</a></p>\n\n{BODY}')
    write_artifact(root, "guild/alone", artifact("Alone"))
    return root


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the pages that were made since the list was last cleared."""
    addresses: list[str] = []
    remember = StampMemory.remember

    def noted(memory: StampMemory, stamped: Iterable[Stamped]) -> None:
        pages = list(stamped)
        addresses.extend(page.url for page in pages if page.is_new)
        remember(memory, pages)

    monkeypatch.setattr(StampMemory, "remember", noted)
    return addresses


def site_of(project: Path, name: str = "site") -> dict[str, bytes]:
    result = build_site(project, site_dir=project / name, search=False, jobs=1, as_of=date(2026, 1, 1))
    assert result.is_built, result.messages
    return {
        str(path.relative_to(result.site_dir)): path.read_bytes()
        for path in result.site_dir.rglob("*")
        if path.is_file()
    }


def test_nothing_is_made_again_where_nothing_changed(project: Path, made: list[str]) -> None:
    first = site_of(project)
    assert sorted(made) == ["circle/sort-leads/", "guild/alone/", "guild/linked/", "guild/raw/", "guild/sort-calls/"]
    made.clear()
    assert site_of(project) == first
    assert made == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(
            lambda root: write_artifact(root, "guild/alone", artifact("Alone", status="draft"), "New text.\n"),
            {"guild/alone/"},
            id="its-own-text",
        ),
        pytest.param(
            lambda root: write_artifact(root, "guild/later", artifact("Later")),
            {"guild/later/", "guild/linked/", "guild/raw/"},
            id="a-link-that-leads-somewhere-now",
        ),
        pytest.param(
            lambda root: write_yaml(
                root / "communities/guild/reuse/2024-09-01-more.yml",
                reuse("guild/alone", used_in={"title": "More", "url": "https://example.org/more"}),
            ),
            {"guild/alone/"},
            id="its-reuse",
        ),
    ],
)
def test_what_a_change_touches_is_made_again(
    project: Path, made: list[str], change: Callable[[Path], None], expected: set[str]
) -> None:
    site_of(project)
    made.clear()
    change(project)
    again = site_of(project)
    assert expected <= set(made)
    assert "circle/sort-leads/" not in made
    assert again == site_of(project, "from-nothing")


def test_a_picture_of_another_size_makes_its_page_again(project: Path, made: list[str]) -> None:
    drawing = project / "communities/guild/media/desk.svg"
    drawing.parent.mkdir()
    for height in (30, 40):
        drawing.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="{height}"/>')
        write_artifact(project, "guild/alone", artifact("Alone"), f"![the desk](../media/desk.svg)\n\n{BODY}")
        made.clear()
        page = site_of(project)["guild/alone/index.html"]
        assert f'width="60" height="{height}"'.encode() in page
    assert made == ["guild/alone/"]


def test_another_shell_makes_every_page_again(project: Path, made: list[str]) -> None:
    site_of(project)
    made.clear()
    write_yaml(
        project / "mkdocs.yml",
        {
            "site_name": "New name",
            "docs_dir": "communities",
            "theme": {"name": "material"},
            "plugins": ["outcome-catalog"],
        },
    )
    pages = site_of(project)
    assert len(made) == 5
    assert b"New name" in pages["guild/alone/index.html"]


def test_another_template_makes_every_page_again(project: Path, made: list[str]) -> None:
    (project / "theme/partials/artifact").mkdir(parents=True)
    configuration = {
        "site_name": "Works",
        "docs_dir": "communities",
        "theme": {"name": "material", "custom_dir": "theme"},
        "plugins": ["outcome-catalog"],
    }
    write_yaml(project / "mkdocs.yml", configuration)
    site_of(project)
    made.clear()
    (project / "theme/partials/artifact/content.html").write_text("<p>{{ page.meta.title }}, otherwise</p>")
    assert b"<p>Alone, otherwise</p>" in site_of(project)["guild/alone/index.html"]
    assert len(made) == 5


def test_another_version_of_a_library_that_makes_pages_makes_every_page_again(
    project: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a new sanitiser takes out must not stay on old pages."""
    site_of(project)
    for library in ("nh3", "comrak", "jinja2", "markupsafe", "babel"):
        made.clear()
        monkeypatch.setattr(stamp_memory, "version", partial(_version_but, library))
        site_of(project)
        assert len(made) == 5, library


def _version_but(newer: str, library: str) -> str:
    return "999" if library == newer else version(library)


def test_another_way_of_reading_markdown_makes_every_page_again(
    project: Path, made: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    site_of(project)
    made.clear()
    ours = Path(stamp_memory.__file__).parents[1]
    shutil.copytree(ours, tmp_path / "code", ignore=shutil.ignore_patterns("__pycache__"))
    changed = tmp_path / "code" / Path(gfm.__file__).relative_to(ours)
    changed.write_text(changed.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    monkeypatch.setattr(stamp_memory, "_OWN_CODE", tmp_path / "code" / stamp_memory._OWN_CODE.relative_to(ours))
    site_of(project)
    assert len(made) == 5


def test_a_page_that_somebody_changed_in_the_site_is_made_again(project: Path, made: list[str]) -> None:
    first = site_of(project)
    page = project / "site/guild/alone/index.html"
    page.write_bytes(page.read_bytes().replace(b"Alone", b"Alove"))
    os.utime(page, ns=(1, 1))
    made.clear()
    assert site_of(project) == first
    assert made == ["guild/alone/"]


def test_a_page_that_is_gone_is_not_kept(project: Path) -> None:
    site_of(project)
    (project / "communities/guild/artifacts/alone.md").unlink()
    assert "guild/alone/index.html" not in site_of(project)
