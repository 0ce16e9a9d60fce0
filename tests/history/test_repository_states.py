"""Every state a repository can be in is right or told: dates are never silently wrong."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from outcome_catalog.history import notes, read_history
from outcome_catalog.model.history import Depth, History, HistoryNote
from tests.history.git_project import GitProject, day, text

A = "communities/writers/artifacts/a.md"
B = "communities/readers/artifacts/b.md"


@pytest.fixture
def grown(project: GitProject) -> GitProject:
    """A repository in which a file was added, changed and then renamed with a change."""
    project.write(A, text("a"))
    project.commit()
    project.write(A, text("a") + "more\n")
    project.commit()
    project.move(A, B)
    project.write(B, text("a") + "more and more\n")
    project.commit()
    return project


def _clone(project: GitProject, name: str, *options: str) -> GitProject:
    clone = GitProject(project.root.parent / name, project.days)
    project.git("config", "uploadpack.allowFilter", "true")
    project.git("clone", "-q", *options, project.root.as_uri(), clone.root)
    return clone


def _complete(history: History) -> bool:
    return history.depth is Depth.COMPLETE and (history.created(B), history.modified(B)) == (day(1), day(3))


def _nothing(history: History, note: HistoryNote) -> bool:
    return history.depth is Depth.NONE and history.notes == (note,) and not history.lineages and not history.commits


# States in which everything can be read.


def test_a_clean_clone_is_complete_and_says_nothing(grown: GitProject) -> None:
    history = read_history(_clone(grown, "clone").root, {}, None)

    assert _complete(history)
    assert history.notes == ()
    assert history.branch == "main"
    assert history.head == grown.git("rev-parse", "HEAD")


def test_a_linked_worktree_is_complete(grown: GitProject, tmp_path: Path) -> None:
    grown.git("worktree", "add", "-q", "-b", "other", tmp_path / "linked")

    history = read_history(tmp_path / "linked", {}, None)

    assert _complete(history)
    assert (history.branch, history.notes) == ("other", ())


def test_a_submodule_is_read_as_itself(grown: GitProject, new_project: Callable[..., GitProject]) -> None:
    outer = new_project("outer")
    outer.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", grown.root, "catalog")
    outer.commit()

    history = read_history(outer.root / "catalog", {}, None)

    assert _complete(history)
    assert history.head == grown.git("rev-parse", "HEAD")


def test_a_repository_with_sha256_hashes_is_complete(new_project: Callable[..., GitProject]) -> None:
    project = new_project("sha256", "--object-format=sha256")
    project.write(A, text("a"))
    project.commit()

    history = read_history(project.root, {}, None)

    assert history.created(A) == day(1)
    assert len(history.head or "") == 64
    assert history.notes == ()


def test_packed_and_graphed_commits_are_complete(grown: GitProject) -> None:
    grown.git("commit-graph", "write", "--reachable", "--changed-paths")
    grown.git("gc", "-q")

    assert _complete(read_history(grown.root, {}, None))


def test_replaced_commits_are_read_as_they_were_made(grown: GitProject) -> None:
    grown.git("replace", "--graft", "HEAD")
    assert grown.git("rev-list", "--count", "HEAD") == "1"

    assert _complete(read_history(grown.root, {}, None))


def test_grafted_parents_are_not_believed(grown: GitProject) -> None:
    (grown.root / ".git/info/grafts").write_text(grown.git("rev-parse", "HEAD") + "\n")
    assert grown.git("rev-list", "--count", "HEAD") == "1"

    assert _complete(read_history(grown.root, {}, None))


@pytest.mark.parametrize("variable", ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"])
def test_the_variables_of_a_calling_hook_are_not_followed(
    grown: GitProject, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, variable: str
) -> None:
    monkeypatch.setenv(variable, str(tmp_path / "elsewhere"))

    history = read_history(grown.root, {}, None)

    assert _complete(history)
    assert history.notes == ()
    assert os.environ[variable] == str(tmp_path / "elsewhere")


# States in which something limits what the dates mean: each says so in a sentence of its own.


def test_a_detached_head_is_told(grown: GitProject) -> None:
    grown.git("switch", "-q", "--detach")

    history = read_history(grown.root, {}, None)

    assert _complete(history)
    assert (history.branch, history.notes) == (None, (notes.DETACHED,))


def test_an_older_commit_that_is_checked_out_is_told(grown: GitProject) -> None:
    grown.git("switch", "-q", "--detach", "HEAD~")

    history = read_history(grown.root, {}, None)

    assert (history.created(A), history.modified(A)) == (day(1), day(2))
    assert history.notes == (notes.DETACHED,)


def test_a_shallow_clone_is_told(grown: GitProject) -> None:
    history = read_history(_clone(grown, "shallow", "--depth=1").root, {}, None)

    assert history.depth is Depth.SHALLOW
    assert history.notes == (notes.SHALLOW,)
    assert "git fetch --unshallow" in notes.SHALLOW.text
    assert "fetch-depth: 0" in notes.SHALLOW.text


def test_a_shallow_clone_that_was_completed_is_complete(grown: GitProject, tmp_path: Path) -> None:
    clone = _clone(grown, "shallow", "--depth=1")
    read_history(clone.root, {}, tmp_path / "cache")
    clone.git("fetch", "-q", "--unshallow")

    assert _complete(read_history(clone.root, {}, tmp_path / "cache"))


def test_uncommitted_changes_are_told(grown: GitProject) -> None:
    grown.write(B, text("another"))
    grown.write(A, text("new"))
    grown.write("README.md", "beside\n")

    history = read_history(grown.root, {}, None)

    assert _complete(history)
    assert history.dirty_paths == {A, B}
    assert history.notes == (notes.dirty(2),)
    assert history.created(A) is None


@pytest.mark.parametrize("staged", [True, False])
def test_an_uncommitted_rename_leaves_the_new_name_without_a_history(grown: GitProject, *, staged: bool) -> None:
    grown.move(B, "communities/readers/artifacts/odd\nname.md")
    if staged:
        grown.git("add", "-A")

    history = read_history(grown.root, {}, None)

    assert history.dirty_paths == {B, "communities/readers/artifacts/odd\nname.md"}
    assert history.created("communities/readers/artifacts/odd\nname.md") is None


def test_an_unfinished_merge_is_told(grown: GitProject) -> None:
    grown.git("switch", "-qc", "side", "HEAD~")
    grown.write(A, text("side"))
    grown.commit()
    grown.git("switch", "-q", "main")
    with pytest.raises(AssertionError):
        grown.merge("side")

    history = read_history(grown.root, {}, None)

    assert _complete(history)
    assert history.dirty_paths
    assert notes.dirty(len(history.dirty_paths)) in history.notes


def test_author_dates_that_run_backwards_are_told(project: GitProject) -> None:
    project.write(A, text("a"))
    project.commit(authored=9)
    project.write(A, text("b"))
    project.commit(authored=4)

    history = read_history(project.root, {}, None)

    assert history.notes == (notes.backwards(1),)
    assert history.depth is Depth.COMPLETE


def test_a_partial_clone_is_told_where_contents_would_have_told_a_rename(grown: GitProject) -> None:
    clone = _clone(grown, "partial", "--filter=blob:none")

    history = read_history(clone.root, {}, None)

    assert history.notes == (notes.PARTIAL,)
    assert history.created(B) == day(3)
    assert _missing(clone), "nothing may be fetched"


def test_a_partial_clone_that_has_what_it_takes_is_complete(project: GitProject) -> None:
    project.write(A, text("a"))
    project.commit()
    project.write(A, text("b"))
    project.commit()
    clone = _clone(project, "partial", "--filter=blob:none")

    history = read_history(clone.root, {}, None)

    assert (history.created(A), history.notes) == (day(1), ())
    assert _missing(clone), "nothing may be fetched"


def test_files_in_no_commit_of_a_repository_around_them_are_told(project: GitProject) -> None:
    project.write("README.md", "x\n")
    project.write(".gitignore", "catalog/\n")
    project.commit()
    project.write(f"catalog/{A}", text("a"))

    history = read_history(project.root / "catalog", {}, None)

    assert history.notes == (notes.NOTHING_COMMITTED,)
    assert history.created(A) is None


# States in which nothing can be read.


def test_no_repository_is_told(tmp_path: Path) -> None:
    assert _nothing(read_history(tmp_path, {}, None), notes.NO_REPOSITORY)


def test_a_folder_that_is_not_there_is_told_even_inside_another_repository(
    grown: GitProject, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(grown.root)

    assert _nothing(read_history(tmp_path / "nowhere", {}, None), notes.NO_REPOSITORY)


def test_a_repository_without_commits_is_told(project: GitProject) -> None:
    project.write(A, text("a"))

    assert _nothing(read_history(project.root, {}, None), notes.NO_COMMITS)


def test_a_bare_repository_is_told(grown: GitProject) -> None:
    assert _nothing(read_history(_clone(grown, "bare.git", "--bare").root, {}, None), notes.BARE)


def test_a_bare_repository_without_commits_is_told(new_project: Callable[..., GitProject]) -> None:
    assert _nothing(read_history(new_project("bare", "--bare").root, {}, None), notes.BARE)


def test_files_around_a_bare_repository_are_told(grown: GitProject) -> None:
    grown.git("config", "core.bare", "true")

    assert _nothing(read_history(grown.root, {}, None), notes.BARE)


def test_a_repository_of_another_user_is_told(grown: GitProject, git_in_front: Callable[[str], None]) -> None:
    git_in_front("export GIT_TEST_ASSUME_DIFFERENT_OWNER=1")

    assert _nothing(read_history(grown.root, {}, None), notes.FOREIGN)


def test_git_that_is_gone_is_told(grown: GitProject, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert _nothing(read_history(grown.root, {}, None), notes.NO_GIT)


def test_git_that_was_never_there_is_told(grown: GitProject, tmp_path: Path) -> None:
    reading = (
        "import sys; from pathlib import Path; from outcome_catalog.history import read_history;"
        "print(*(note.text for note in read_history(Path(sys.argv[1]), {}, None).notes))"
    )
    command = [sys.executable, "-c", reading, grown.root]
    ran = subprocess.run(command, env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False)

    assert (ran.stdout.strip(), ran.stderr) == (notes.NO_GIT.text, "")


def test_a_partial_clone_without_folders_is_told(grown: GitProject) -> None:
    clone = _clone(grown, "treeless", "--filter=tree:0")

    assert _nothing(read_history(clone.root, {}, None), notes.CONTENTS_MISSING)
    assert _missing(clone), "nothing may be fetched"


def _missing(clone: GitProject) -> bool:
    return "?" in clone.git("rev-list", "--objects", "--all", "--missing=print", GIT_NO_LAZY_FETCH="1")


def _without_its_parent(root: Path, project: GitProject) -> None:
    parent = project.git("rev-parse", "HEAD~")
    (root / ".git/objects" / parent[:2] / parent[2:]).unlink()


def _without_its_tree(root: Path, project: GitProject) -> None:
    tree = project.git("rev-parse", "HEAD^{tree}")
    (root / ".git/objects" / tree[:2] / tree[2:]).unlink()


def _with_a_spoilt_commit(root: Path, project: GitProject) -> None:
    parent = project.git("rev-parse", "HEAD~")
    file = root / ".git/objects" / parent[:2] / parent[2:]
    file.chmod(0o644)
    file.write_bytes(b"spoilt")


def _with_an_empty_branch(root: Path, _: GitProject) -> None:
    (root / ".git/refs/heads/main").write_text("")


def _with_a_branch_to_nowhere(root: Path, _: GitProject) -> None:
    (root / ".git/refs/heads/main").write_text("1" * 40 + "\n")


def _with_a_spoilt_head(root: Path, _: GitProject) -> None:
    (root / ".git/HEAD").write_text("spoilt\n")


def _with_a_spoilt_index(root: Path, _: GitProject) -> None:
    (root / ".git/index").write_bytes(b"spoilt")


def _with_a_spoilt_setting(root: Path, _: GitProject) -> None:
    (root / ".git/config").write_text("[core\n")


def _with_a_link_to_nowhere(root: Path, _: GitProject) -> None:
    (root / ".git").rename(root / "moved")
    (root / ".git").write_text("gitdir: /nowhere\n")


@pytest.mark.parametrize(
    "spoil",
    [
        _without_its_parent,
        _without_its_tree,
        _with_a_spoilt_commit,
        _with_an_empty_branch,
        _with_a_branch_to_nowhere,
        _with_a_spoilt_head,
        _with_a_spoilt_index,
        _with_a_spoilt_setting,
        _with_a_link_to_nowhere,
    ],
)
def test_a_damaged_repository_is_told(grown: GitProject, spoil: Callable[[Path, GitProject], None]) -> None:
    spoil(grown.root, grown)

    assert _nothing(read_history(grown.root, {}, None), notes.DAMAGED)


def test_every_note_is_different_and_says_what_to_do() -> None:
    told = [value for name, value in vars(notes).items() if name.isupper()]
    told += [notes.dirty(1), notes.dirty(2), notes.backwards(1), notes.many_moved("0" * 40)]

    assert len({note.text for note in told}) == len(told)
    assert notes.dirty(1).text.startswith("1 file differs from the last commit")
    assert notes.dirty(2).text.startswith("2 files differ from the last commit")
    assert all(re.fullmatch(r"[A-Z0-9].*\.", note.text) for note in told)
    assert len(told) >= 12
