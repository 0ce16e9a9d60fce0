"""A repository to fill."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.history.git_project import GitProject


@pytest.fixture
def new_project(tmp_path: Path) -> Callable[..., GitProject]:
    """Makes an empty repository of a name, in a folder of its own, with options for ``git init``."""

    def made(name: str = "project", *options: str) -> GitProject:
        project = GitProject(tmp_path / name)
        project.root.mkdir()
        project.git("init", "-q", "-b", "main", *options)
        return project

    return made


@pytest.fixture
def project(new_project: Callable[..., GitProject]) -> GitProject:
    """An empty repository."""
    return new_project()


@pytest.fixture
def git_in_front(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts a command named git in front of the real one, which runs some shell lines before it."""

    def put(lines: str) -> None:
        folder = tmp_path / "front"
        folder.mkdir()
        command = folder / "git"
        command.write_text(f'#!/bin/sh\n{lines}\nexec {shutil.which("git")} "$@"\n')
        command.chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")

    return put
