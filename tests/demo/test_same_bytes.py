"""The demo is the same on every machine, to the hash of its last commit."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from outcome_catalog.demo import DirectoryTakenError, write_demo

HEAD = "46035618b822"
"""The last commit's hash. Whoever changes the story on purpose writes the new one here."""

_WRITE = "import sys; from pathlib import Path; from outcome_catalog.demo import write_demo; "
_WRITE += "print(write_demo(Path(sys.argv[1])).head)"
_OTHER_CONFIGURATION = """
[user]
    name = Somebody else
    email = somebody@elsewhere.example.org
[core]
    autocrlf = true
    eol = crlf
    quotePath = true
    hooksPath = {folder}/hooks
    attributesFile = {folder}/attributes
[init]
    defaultBranch = trunk
    defaultObjectFormat = sha256
    templateDir = {folder}/template
[commit]
    gpgSign = true
[fastimport]
    unpackLimit = 1
"""


def test_its_last_commit_is_the_one_that_is_written_here(demo_repository: Path) -> None:
    head = subprocess.run(["git", "-C", demo_repository, "rev-parse", "main"], capture_output=True, check=True)
    assert head.stdout.decode().startswith(HEAD)


def test_it_is_the_same_on_a_machine_that_differs_in_everything(tmp_path: Path, demo_repository: Path) -> None:
    for folder in ("hooks", "template/hooks", "elsewhere"):
        (tmp_path / folder).mkdir(parents=True)
    for hook in ("post-checkout", "reference-transaction", "post-index-change"):
        for folder in ("hooks", "template/hooks"):
            file = tmp_path / folder / hook
            file.write_text(f"#!/bin/sh\ntouch {tmp_path}/a-hook-ran\n", encoding="utf-8")
            file.chmod(0o755)
    (tmp_path / "attributes").write_text("* text eol=crlf ident\n", encoding="utf-8")
    (tmp_path / "configuration").write_text(_OTHER_CONFIGURATION.format(folder=tmp_path), encoding="utf-8")
    surroundings = {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "tr_TR.UTF-8",
        "PYTHONUTF8": "0",
        "GIT_CONFIG_GLOBAL": str(tmp_path / "configuration"),
        "GIT_DIR": str(tmp_path / "elsewhere"),
        "GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z",
        "GIT_COMMITTER_NAME": "Somebody else",
        "GIT_DEFAULT_HASH": "sha256",
    }
    made = subprocess.run(
        [sys.executable, "-c", _WRITE, str(tmp_path / "demo")],
        env={**os.environ, **surroundings},
        umask=0o077,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert made.stdout.startswith(HEAD)
    assert not (tmp_path / "a-hook-ran").exists()
    assert not (tmp_path / "demo" / ".git" / "hooks").exists()
    assert _files(tmp_path / "demo") == _files(demo_repository)


def _files(root: Path) -> dict[str, bytes]:
    paths = (path for path in root.rglob("*") if path.is_file() and ".git" not in path.relative_to(root).parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def test_its_work_tree_is_clean_and_on_main(demo_repository: Path) -> None:
    status = subprocess.run(
        ["git", "-C", demo_repository, "status", "--porcelain", "--branch"], capture_output=True, check=True
    )
    assert status.stdout.decode().splitlines() == ["## main"]


@pytest.mark.parametrize("kind", ["a file in it", "a hidden file in it", "a file in its place"])
def test_nothing_is_written_where_something_is(tmp_path: Path, kind: str) -> None:
    directory = tmp_path / "taken"
    if kind == "a file in its place":
        directory.write_text("mine", encoding="utf-8")
    else:
        directory.mkdir()
        (directory / (".hidden" if "hidden" in kind else "seen.txt")).write_text("mine", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(DirectoryTakenError, match="nothing was written"):
        write_demo(directory)
    assert sorted(tmp_path.rglob("*")) == before
