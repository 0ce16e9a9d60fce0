"""Git runs without hooks, prompts and network, whatever it is set to, and its own settings change no number."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from outcome_catalog.history import git_command, notes, read_history
from outcome_catalog.history.repository import Repository, remote_url
from outcome_catalog.model.history import History
from tests.history.git_project import GitProject, text

A = "communities/writers/artifacts/a.md"
B = "communities/readers/artifacts/b.md"
C = "communities/readers/artifacts/c.md"


@pytest.fixture
def grown(project: GitProject) -> GitProject:
    """A repository with a root commit that counts, a rename, a copy and a merge."""
    project.write(A, text("a"))
    project.commit(author="Zoë <zoe@example.org>")
    project.git("switch", "-qc", "side")
    project.write(A, text("a") + "side\n")
    project.commit()
    project.git("switch", "-q", "main")
    project.move(A, B)
    project.write(C, text("a"))
    project.commit()
    project.merge("side")
    return project


def _plain(history: History) -> object:
    return {path: [r.commit for r in lineage.revisions] for path, lineage in history.lineages.items()}, history.notes


@pytest.mark.parametrize(
    "setting",
    [
        "diff.renames=copies",
        "diff.renames=false",
        "diff.renameLimit=1",
        "diff.relative=true",
        "diff.orderFile=/nowhere",
        "diff.ignoreSubmodules=none",
        "diff.noprefix=true",
        "log.showRoot=false",
        "log.follow=true",
        "log.diffMerges=off",
        "log.date=relative",
        "log.decorate=full",
        "log.abbrevCommit=true",
        "log.mailmap=false",
        "log.showSignature=true",
        "format.pretty=oneline",
        "notes.displayRef=refs/notes/*",
        "color.ui=always",
        "color.diff=always",
        "core.abbrev=5",
        "core.quotePath=true",
        "core.pager=false",
        "core.commitGraph=false",
        "i18n.logOutputEncoding=latin1",
        "status.showUntrackedFiles=no",
        "status.relativePaths=true",
        "status.renames=copies",
        "status.branch=true",
        "status.short=true",
        "core.preloadIndex=false",
    ],
)
def test_no_setting_changes_what_is_read(grown: GitProject, setting: str) -> None:
    grown.write("communities/readers/artifacts/zürich.md", "new\n")
    before = read_history(grown.root, {}, None)
    grown.git("config", *setting.split("=", 1))

    after = read_history(grown.root, {}, None)

    assert _plain(after) == _plain(before)
    assert after == before


def test_no_program_that_the_repository_names_is_run(grown: GitProject, tmp_path: Path) -> None:
    witness = tmp_path / "witness"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\necho ran >> {witness}\n")
    program.chmod(0o755)
    for hook in ("post-index-change", "fsmonitor-watchman", "reference-transaction", "pre-auto-gc"):
        (grown.root / ".git/hooks").mkdir(exist_ok=True)
        (grown.root / ".git/hooks" / hook).symlink_to(program)
    names = ("core.fsmonitor", "core.pager", "core.sshCommand", "core.askPass", "gpg.program", "diff.external")
    for name in names:
        grown.git("config", name, program)
    grown.git("config", "remote.origin.url", f"ext::{program}")
    grown.write(B, text("edited"))

    assert read_history(grown.root, {B: frozenset({"writers/a"})}, None).dirty_paths == {B}
    assert not witness.exists()


def test_git_is_never_asked_to_prompt_and_gets_no_input(grown: GitProject, git_in_front: Callable[[str], None]) -> None:
    git_in_front('[ "$GIT_TERMINAL_PROMPT" = 0 ] || exit 99\ncase "$*" in *rev-parse*) read line && exit 98;; esac')

    assert read_history(grown.root, {}, None).lineages


def test_a_git_that_says_much_on_its_error_output_does_not_block(
    grown: GitProject, git_in_front: Callable[[str], None]
) -> None:
    git_in_front("head -c 3000000 /dev/zero >&2")

    assert read_history(grown.root, {B: frozenset({"writers/a"})}, None).lineages


def test_a_git_that_hangs_is_given_up(
    grown: GitProject, git_in_front: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(git_command, "_ANSWER_WITHIN_SECONDS", 0.2)
    git_in_front('case "$*" in *"rev-parse"*) exec sleep 30;; esac')
    began = time.monotonic()

    assert read_history(grown.root, {}, None).notes == (notes.DAMAGED,)
    assert time.monotonic() - began < 10


def test_a_git_that_stops_half_way_leaves_no_half_history(
    grown: GitProject, git_in_front: Callable[[str], None], tmp_path: Path
) -> None:
    git_in_front('case "$*" in *" log "*) PATH="$REAL" git "$@" | head -c 400; exit 128;; esac')
    os.environ["REAL"] = os.environ["PATH"].partition(os.pathsep)[2]

    history = read_history(grown.root, {}, tmp_path / "cache")

    assert (history.notes, dict(history.lineages)) == ((notes.DAMAGED,), {})
    assert not (tmp_path / "cache").exists()


def test_the_environment_is_as_before_afterwards(grown: GitProject, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Somebody")
    before = dict(os.environ)

    read_history(grown.root, {}, None)

    assert dict(os.environ) == before


def test_settings_that_say_whom_to_trust_are_kept(
    grown: GitProject, git_in_front: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "safe.directory")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "*")
    git_in_front("export GIT_TEST_ASSUME_DIFFERENT_OWNER=1")

    assert read_history(grown.root, {}, None).lineages


def test_a_limit_on_where_to_look_for_a_repository_is_kept(grown: GitProject, monkeypatch: pytest.MonkeyPatch) -> None:
    (grown.root / "communities/folder").mkdir()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(grown.root / "communities"))

    assert not read_history(grown.root / "communities/folder", {}, None).lineages


def test_the_repository_is_left_as_it_was(grown: GitProject) -> None:
    grown.write(B, text("edited"))
    before = {path: path.stat().st_mtime_ns for path in (grown.root / ".git").rglob("*")}

    read_history(grown.root, {B: frozenset({"writers/a"})}, None)

    assert {path: path.stat().st_mtime_ns for path in (grown.root / ".git").rglob("*")} == before


def test_reading_leaves_no_process_behind(grown: GitProject) -> None:
    code = (
        "import sys, warnings; warnings.simplefilter('error'); from pathlib import Path;"
        "from outcome_catalog.history import read_history;"
        f"h = read_history(Path(sys.argv[1]), {{{B!r}: frozenset({{'writers/a'}})}}, None); print(len(h.lineages))"
    )
    ran = subprocess.run([sys.executable, "-c", code, grown.root], capture_output=True, text=True, check=False)

    assert (ran.stdout.strip(), ran.stderr) == ("2", "")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://git.example.org/team/catalog.git", "https://git.example.org/team/catalog.git"),
        ("https://user:secret@git.example.org/team/catalog", "https://git.example.org/team/catalog"),
        ("https://secret@git.example.org:8443/catalog", "https://git.example.org:8443/catalog"),
        ("https://git.example.org/catalog?private_token=secret#secret", "https://git.example.org/catalog"),
        ("https://a:b@c:secret@git.example.org/catalog", "https://git.example.org/catalog"),
        ("ssh://git@git.example.org/team/catalog.git", "ssh://git@git.example.org/team/catalog.git"),
        ("ssh://user:secret@git.example.org:22/catalog.git", "ssh://git.example.org:22/catalog.git"),
        ("git@git.example.org:team/catalog.git", "git@git.example.org:team/catalog.git"),
        ("git://git.example.org/catalog.git", "git://git.example.org/catalog.git"),
        ("/home/somebody/catalog.git", None),
        ("../catalog.git", None),
        ("file:///home/somebody/catalog.git", None),
        ("C:\\Users\\somebody\\catalog", None),
        ("ext::sh -c secret", None),
        ("https://[broken/catalog", None),
        ("javascript:alert(1)", None),
        ("", None),
    ],
)
def test_the_address_of_the_origin_holds_no_secret(project: GitProject, url: str, expected: str | None) -> None:
    project.git("config", "remote.origin.url", url)
    repository = Repository(root=project.root, head="", branch=None, shallow=False, prefix="")

    assert remote_url(repository) == expected


def test_without_an_origin_there_is_no_address(project: GitProject) -> None:
    repository = Repository(root=project.root, head="", branch=None, shallow=False, prefix="")

    assert remote_url(repository) is None
