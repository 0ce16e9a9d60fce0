"""The wheel as others install it: whole, without the checkout, with its command and its MkDocs plugin."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.demo.test_same_bytes import HEAD

pytestmark = [pytest.mark.acceptance, pytest.mark.xdist_group("wheel")]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(REPOSITORY)]
    subprocess.run(build, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds nothing but the unpacked wheel; its libraries come from the tests' own environment."""
    folder = tmp_path_factory.mktemp("installed")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*command, "--target", str(folder), str(wheel)], check=True, capture_output=True)
    return folder


def _run(installed: Path, folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


_OUTCOMES = ("-c", "from outcome_catalog.cli.main import main; main()")


def test_it_carries_schemas_overrides_and_licence_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    schemas = {f"outcome_catalog/_bundled/schemas/{path.name}" for path in (REPOSITORY / "schemas").glob("*.json")}
    assert schemas <= set(names)
    assert "outcome_catalog/_bundled/schemas/kinds/idea.yml" in names
    assert "outcome_catalog/_bundled/overrides/main.html" in names
    assert "outcome_catalog/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "communities/"))]


def test_it_carries_the_whole_demo_and_writes_the_same_one(wheel: Path, installed: Path, tmp_path: Path) -> None:
    story = REPOSITORY / "generator" / "outcome_catalog" / "demo" / "story"
    told = {path.relative_to(REPOSITORY / "generator").as_posix() for path in story.rglob("*") if path.is_file()}
    assert told <= set(zipfile.ZipFile(wheel).namelist())
    made = _run(installed, tmp_path, *_OUTCOMES, "init", "--demo", "demo")
    assert made.returncode == 0, made.stderr
    assert HEAD in made.stdout


def test_it_runs_without_the_checkout(installed: Path, small_catalog: Path) -> None:
    where = _run(installed, small_catalog, "-c", "import outcome_catalog; print(outcome_catalog.__file__)")
    assert where.stdout.startswith(str(installed))
    checked = _run(installed, small_catalog, *_OUTCOMES, "check")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    built = _run(installed, small_catalog, *_OUTCOMES, "build", "--strict")
    assert built.returncode == 0, built.stderr
    assert (small_catalog / "site" / "community-00000" / "artifact-000001" / "index.html").is_file()
    assert (small_catalog / "site" / "pagefind" / "pagefind.js").is_file()


def test_mkdocs_finds_its_plugin(installed: Path, small_catalog: Path) -> None:
    (small_catalog / "mkdocs.yml").write_text(
        "site_name: Example\ndocs_dir: communities\ntheme: {name: material}\nplugins: [outcome-catalog]\n"
    )
    built = _run(installed, small_catalog, "-m", "mkdocs", "build", "--strict")
    assert built.returncode == 0, built.stderr
    assert (small_catalog / "site" / "api" / "v1" / "catalog.json").is_file()


def test_the_version_is_the_packages_own(installed: Path, small_catalog: Path) -> None:
    said = _run(installed, small_catalog, *_OUTCOMES, "--version")
    assert said.stdout.startswith("outcomes, version 0.")
