"""What is kept between runs is used where it holds, and is otherwise as good as absent."""

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from outcome_catalog.history import read_history
from outcome_catalog.model.history import History
from tests.history.git_project import GitProject, text

A = "communities/writers/artifacts/a.md"
B = "communities/readers/artifacts/b.md"
WANTED = {B: frozenset({"writers/guide"})}


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def grown(project: GitProject) -> GitProject:
    """A repository with renames, branches that touched the same file, and a reference."""
    project.write(A, f"---\nbased_on: [writers/guide]\n---\n{text('a')}")
    project.commit()
    project.git("switch", "-qc", "side")
    project.write(A, f"---\nbased_on: [writers/guide]\n---\n{text('a')}side\n")
    project.commit(author="Zoë <zoe@example.org>")
    project.git("switch", "-q", "main")
    project.move(A, B)
    project.commit()
    project.merge("side")
    return project


@pytest.fixture
def commands(git_in_front: Callable[[str], None], tmp_path: Path) -> Callable[[], list[str]]:
    """Gives the git commands that ran since it was last asked."""
    log = tmp_path / "commands"
    git_in_front(f'for word; do case "$word" in log|status|cat-file) echo "$word" >> {log};; esac; done')

    def ran() -> list[str]:
        words = log.read_text().split() if log.exists() else []
        log.unlink(missing_ok=True)
        return words

    return ran


def _kept(cache: Path) -> Path:
    (file,) = cache.iterdir()
    return file


def test_what_is_read_back_equals_what_was_read(grown: GitProject, cache: Path) -> None:
    cold = read_history(grown.root, WANTED, cache)
    warm = read_history(grown.root, WANTED, cache)

    assert warm == cold == read_history(grown.root, WANTED, None)
    assert len(warm.lineages[B].revisions) == 4
    assert warm.introduced(B, "writers/guide") is not None


def test_a_warm_start_runs_no_log(grown: GitProject, cache: Path, commands: Callable[[], list[str]]) -> None:
    read_history(grown.root, WANTED, cache)
    assert "log" in commands()

    read_history(grown.root, WANTED, cache)

    assert commands() == ["status"]


def test_another_reference_is_sought_without_another_log(
    grown: GitProject, cache: Path, commands: Callable[[], list[str]]
) -> None:
    read_history(grown.root, {}, cache)
    commands()

    history = read_history(grown.root, WANTED, cache)

    assert sorted(commands()) == ["cat-file", "status"]
    assert history == read_history(grown.root, WANTED, None)


def _commit(project: GitProject) -> None:
    project.write(B, text("b"))
    project.commit()


def _amend(project: GitProject) -> None:
    project.git("commit", "-q", "--amend", "--author=Other <other@example.org>", "--no-edit")


def _switch(project: GitProject) -> None:
    project.git("switch", "-q", "--detach", "HEAD~")


def _edit(project: GitProject) -> None:
    project.write(B, "edited\n")


def _map_names(project: GitProject) -> None:
    project.write(".mailmap", "Zoë Example <zoe.example@example.org> <zoe@example.org>\n")


def _map_names_by_setting(project: GitProject) -> None:
    project.write("../names", "Zoë Example <zoe.example@example.org> <zoe@example.org>\n")
    project.git("config", "mailmap.file", project.root.parent / "names")


def _move_origin(project: GitProject) -> None:
    project.git("remote", "add", "origin", "https://git.example.org/team/catalog.git")


@pytest.mark.parametrize("change", [_commit, _amend, _switch, _edit, _map_names, _map_names_by_setting, _move_origin])
def test_whatever_changes_is_seen_at_once(grown: GitProject, cache: Path, change: Callable[[GitProject], None]) -> None:
    before = read_history(grown.root, WANTED, cache)
    change(grown)

    after = read_history(grown.root, WANTED, cache)

    assert after == read_history(grown.root, WANTED, None)
    assert after != before


def _cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _emptied(_: bytes) -> bytes:
    return b""


def _flipped(content: bytes) -> bytes:
    """One digit of a commit's hash is another one."""
    at = content.index(b'"id":"') + 11
    return content[:at] + (b"0" if content[at : at + 1] != b"0" else b"1") + content[at + 1 :]


def _foreign(_: bytes) -> bytes:
    return json.dumps({"commits": {}, "lineages": []}).encode()


def _pickled(_: bytes) -> bytes:
    return b"\x80\x04cos\nsystem\n(S'false'\ntR."


def _other_format(content: bytes) -> bytes:
    return content.replace(b"catalog history ", b"catalog past ", 1)


def _nested(_: bytes) -> bytes:
    return b"[" * 1_000_000


@pytest.mark.parametrize("spoil", [_cut, _emptied, _flipped, _foreign, _pickled, _other_format, _nested])
def test_a_spoilt_file_is_read_again(
    grown: GitProject, cache: Path, commands: Callable[[], list[str]], spoil: Callable[[bytes], bytes]
) -> None:
    sound = read_history(grown.root, WANTED, cache)
    file = _kept(cache)
    file.write_bytes(spoil(file.read_bytes()))
    commands()

    assert read_history(grown.root, WANTED, cache) == sound
    assert "log" in commands()
    assert read_history(grown.root, WANTED, cache) == sound
    assert "log" not in commands()


def test_a_file_that_is_ours_but_holds_nonsense_is_read_again(grown: GitProject, cache: Path) -> None:
    from outcome_catalog.history import cache as kept  # noqa: PLC0415 - its guard is what makes the file ours

    sound = read_history(grown.root, WANTED, cache)
    file = _kept(cache)
    key = json.loads(file.read_bytes().partition(b"\n")[0])[1]
    for content in (
        b"{}",
        b"[]",
        b"null",
        b'{"commits": {"id": 1}}',
        b'{"commits": {"id": "a b"}, "revisions": null}',
        b'{"commits": {"id": "a b", "surprise": []}, "revisions": {"blob": ""}}',
        b"[" * 100_000,
    ):
        file.write_bytes(kept._guard(key, content) + b"\n" + content)
        assert read_history(grown.root, WANTED, cache) == sound


@pytest.mark.parametrize("place", ["a file", "a folder where the file goes", "below a file"])
def test_a_place_that_cannot_be_written_is_no_failure(grown: GitProject, tmp_path: Path, place: str) -> None:
    folder = tmp_path / "cache"
    if place == "a folder where the file goes":
        (folder / "history.json").mkdir(parents=True)
    else:
        folder.write_text("a file")
    cache = folder / "deeper" if place == "below a file" else folder

    assert read_history(grown.root, WANTED, cache) == read_history(grown.root, WANTED, None)
    assert not [path for path in tmp_path.rglob("history.json*") if path.is_file()]


def test_the_kept_file_is_its_owners_alone_and_leaves_nothing_beside_it(grown: GitProject, cache: Path) -> None:
    read_history(grown.root, WANTED, cache)

    if os.name == "posix":
        assert stat.S_IMODE(_kept(cache).stat().st_mode) == 0o600
    assert [path.name for path in cache.iterdir()] == ["history.json"]


def test_a_shallow_clone_is_not_kept(grown: GitProject, cache: Path) -> None:
    shallow = GitProject(grown.root.parent / "shallow")
    grown.git("clone", "-q", "--depth=1", grown.root.as_uri(), shallow.root)

    read_history(shallow.root, WANTED, cache)

    assert not cache.exists()


def test_two_projects_that_share_a_folder_do_not_take_each_others_history(
    grown: GitProject, new_project: Callable[..., GitProject], cache: Path
) -> None:
    other = new_project("other")
    other.write(A, text("other"))
    other.commit()

    def both() -> list[History]:
        return [read_history(root, {}, cache) for root in (grown.root, other.root, grown.root)]

    assert both() == both() == [read_history(root, {}, None) for root in (grown.root, other.root, grown.root)]
