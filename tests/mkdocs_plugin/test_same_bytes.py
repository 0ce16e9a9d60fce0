"""The same sources give the same bytes: in any folder, time zone, order and number of processes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.publish.engine.projects import BODY, artifact, commit_all, write_artifact, write_project

BUILD = """
import multiprocessing
import sys
from pathlib import Path
from outcome_catalog.publish import on_all_cores
from outcome_catalog.mkdocs_plugin.site import build_site
on_all_cores._WORTH_A_PROCESS = 1
on_all_cores._CHUNK = 3
on_all_cores._way_to_begin = lambda: multiprocessing.get_context(sys.argv[3])
if __name__ == "__main__":
    result = build_site(Path(sys.argv[1]), jobs=int(sys.argv[2]), search=False)
    sys.exit("; ".join(result.messages) if not result.is_built else 0)
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_project(tmp_path_factory.mktemp("here") / "project")
    for number in range(20):
        write_artifact(root, f"guild/practice-{number}", artifact(f"Practice {number}", tags=["b", "a"]), BODY)
    commit_all(root)
    return root


def site(project: Path, *, jobs: int, zone: str, seed: str, way: str = "fork") -> dict[str, bytes]:
    environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "1767225600"}
    script = project.parent / "build.py"
    script.write_text(BUILD)
    subprocess.run([sys.executable, str(script), str(project), str(jobs), way], check=True, env=environment)
    folder = project / "site"
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_folder_zone_and_processes_make_no_difference(project: Path, tmp_path: Path) -> None:
    first = site(project, jobs=1, zone="Pacific/Kiritimati", seed="1")
    elsewhere = tmp_path / "another-folder"
    shutil.copytree(project, elsewhere, ignore=shutil.ignore_patterns("site"))
    second = site(elsewhere, jobs=2, zone="America/Los_Angeles", seed="2")
    assert len(first) > 40
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []


def test_building_again_over_a_site_gives_the_same(project: Path) -> None:
    first = site(project, jobs=2, zone="UTC", seed="3")
    assert site(project, jobs=2, zone="UTC", seed="4") == first


def test_processes_that_share_nothing_write_the_same(project: Path) -> None:
    first = site(project, jobs=1, zone="UTC", seed="5")
    (project / "site").rename(project / "before")
    assert site(project, jobs=2, zone="UTC", seed="6", way="spawn") == first
