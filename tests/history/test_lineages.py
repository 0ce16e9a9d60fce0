"""What counts as a file's revisions: renames followed, copies never, merges where they changed something."""

import pytest

from outcome_catalog.history import read_history
from tests.history.git_project import GitProject, day, text

A = "communities/writers/artifacts/a.md"
B = "communities/readers/artifacts/b.md"
C = "communities/readers/artifacts/c.md"


def _revisions(project: GitProject, path: str) -> list[str]:
    return [commit.id for commit in read_history(project.root, {}, None).revisions_of(path)]


def test_a_file_has_the_commits_that_changed_it_oldest_first(project: GitProject) -> None:
    project.write(A, text("a"))
    first = project.commit()
    project.write(B, text("b"))
    project.commit()
    project.write(A, text("a") + "more\n")
    last = project.commit()

    history = read_history(project.root, {}, None)

    assert [commit.id for commit in history.revisions_of(A)] == [first, last]
    assert (history.created(A), history.modified(A)) == (day(1), day(3))
    assert history.created(B) == history.modified(B) == day(2)
    assert (history.last_commit(A), history.last_commit(C)) == (last, None)


def test_a_rename_with_changes_across_communities_is_followed(project: GitProject) -> None:
    project.write(A, text("a"))
    first = project.commit()
    project.move(A, B)
    project.write(B, text("a") + "more\n")
    second = project.commit()

    history = read_history(project.root, {}, None)

    assert [commit.id for commit in history.revisions_of(B)] == [first, second]
    assert history.lineages[B].former_paths == (A,)
    assert A not in history.lineages


def test_a_copy_begins_a_lineage_of_its_own(project: GitProject) -> None:
    project.write(A, text("a"))
    project.commit()
    project.write(B, text("a"))
    copied = project.commit()

    assert _revisions(project, B) == [copied]


def test_a_copy_in_the_commit_that_changes_the_original_begins_its_own(project: GitProject) -> None:
    project.write(A, text("a"))
    project.commit()
    project.write(A, text("a") + "more\n")
    project.write(B, text("a"))
    copied = project.commit()

    assert _revisions(project, B) == [copied]


@pytest.mark.parametrize(("kept", "is_followed"), [(18, True), (12, False)])
def test_a_rename_is_followed_where_half_of_the_text_is_the_same(
    project: GitProject, kept: int, *, is_followed: bool
) -> None:
    project.write(A, text("same", 30))
    first = project.commit()
    project.move(A, B)
    project.write(B, text("same", kept) + text("else", 30 - kept))
    second = project.commit()

    assert _revisions(project, B) == ([first, second] if is_followed else [second])


def test_two_files_that_swap_their_names_keep_their_own_revisions(project: GitProject) -> None:
    project.write(A, text("a"))
    of_a = project.commit()
    project.write(B, text("b"))
    of_b = project.commit()
    project.move(A, C)
    project.commit()
    project.move(B, A)
    second = project.commit()
    project.move(C, B)
    third = project.commit()

    assert _revisions(project, A) == [of_b, second]
    assert _revisions(project, B)[0] == of_a
    assert _revisions(project, B)[-1] == third
    assert len(_revisions(project, B)) == 3


def test_contents_exchanged_in_one_commit_are_changes_of_either_path_as_git_says(project: GitProject) -> None:
    project.write(A, text("a"))
    project.write(B, text("b"))
    first = project.commit()
    project.write(A, text("b"))
    project.write(B, text("a"))
    second = project.commit()

    assert _revisions(project, A) == _revisions(project, B) == [first, second]


def test_a_file_put_back_after_its_deletion_begins_its_own(project: GitProject) -> None:
    project.write(A, text("a"))
    project.commit()
    (project.root / A).unlink()
    project.commit()
    project.write(A, text("a"))
    again = project.commit()
    project.write(A, text("a") + "more\n")
    changed = project.commit()

    assert _revisions(project, A) == [again, changed]


def test_a_file_put_back_while_an_older_branch_still_had_the_old_one_begins_its_own(project: GitProject) -> None:
    project.write(A, text("a"))
    project.commit()
    project.git("branch", "stale")
    (project.root / A).unlink()
    project.commit()
    project.git("switch", "-q", "stale")
    project.write(B, text("b"))
    project.commit()
    project.git("switch", "-q", "main")
    project.merge("stale")
    project.git("switch", "-qc", "side")
    project.write(A, text("again"))
    again = project.commit()
    project.git("switch", "-q", "main")
    project.merge("side")

    assert _revisions(project, A) == [again]


def test_a_deletion_that_a_merge_undid_ends_nothing(project: GitProject) -> None:
    project.write(A, text("a"))
    first = project.commit()
    project.git("switch", "-qc", "side")
    project.write(A, text("a") + "more\n")
    changed = project.commit()
    project.git("switch", "-q", "main")
    (project.root / A).unlink()
    project.commit()
    with pytest.raises(AssertionError):
        project.merge("side")
    project.git("checkout", "side", "--", A)
    project.commit()

    assert _revisions(project, A) == [first, changed]


def test_a_file_added_on_two_branches_has_the_revisions_of_both(project: GitProject) -> None:
    project.write(B, text("b"))
    project.commit()
    project.git("switch", "-qc", "side")
    project.write(A, text("a"))
    on_side = project.commit()
    project.git("switch", "-q", "main")
    project.write(A, text("a"))
    on_main = project.commit()
    project.merge("side")

    assert set(_revisions(project, A)) == {on_side, on_main}


def test_branches_that_grew_apart_do_not_make_a_rename(project: GitProject) -> None:
    project.write(A, text("a"))
    project.commit()
    project.git("branch", "stale")
    (project.root / A).unlink()
    project.commit()
    project.write(B, text("a"))
    added = project.commit()
    project.git("switch", "-q", "stale")
    project.write(C, text("c"))
    project.commit()
    project.merge("main")

    assert _revisions(project, B) == [added]


def test_a_new_file_where_one_was_renamed_away_begins_its_own(project: GitProject) -> None:
    project.write(A, text("a"))
    first = project.commit()
    project.move(A, B)
    moved = project.commit()
    project.write(A, text("another"))
    another = project.commit()

    assert _revisions(project, A) == [another]
    assert _revisions(project, B) == [first, moved]


def test_a_name_that_another_file_had_before_brings_none_of_its_revisions(project: GitProject) -> None:
    project.write(B, text("old b"))
    project.commit()
    (project.root / B).unlink()
    project.commit()
    project.write(A, text("a"))
    added = project.commit()
    project.move(A, B)
    moved = project.commit()

    assert _revisions(project, B) == [added, moved]


def test_a_former_name_that_another_file_had_before_brings_none_of_its_revisions(project: GitProject) -> None:
    project.write(A, text("old a"))
    project.commit()
    (project.root / A).unlink()
    project.commit()
    project.write(A, text("a"))
    added = project.commit()
    project.move(A, B)
    moved = project.commit()

    assert _revisions(project, B) == [added, moved]


def test_a_deleted_file_has_no_lineage(project: GitProject) -> None:
    project.write(A, text("a"))
    project.commit()
    (project.root / A).unlink()
    project.commit()

    assert A not in read_history(project.root, {}, None).lineages


def test_a_clean_merge_is_no_revision(project: GitProject) -> None:
    project.write(A, text("a"))
    project.write(B, text("b"))
    first = project.commit()
    project.git("switch", "-qc", "side")
    project.write(A, text("a") + "side\n")
    side = project.commit()
    project.git("switch", "-q", "main")
    project.write(B, text("b") + "main\n")
    main = project.commit()
    project.merge("side")

    assert _revisions(project, A) == [first, side]
    assert _revisions(project, B) == [first, main]


def test_a_merge_that_joins_changes_of_both_sides_is_a_revision(project: GitProject) -> None:
    project.write(A, text("a"))
    first = project.commit()
    project.git("switch", "-qc", "side")
    project.write(A, "side\n" + text("a"))
    side = project.commit()
    project.git("switch", "-q", "main")
    project.write(A, text("a") + "main\n")
    main = project.commit()
    merged = project.merge("side")

    revisions = _revisions(project, A)
    assert revisions[0] == first
    assert revisions[-1] == merged
    assert set(revisions) == {first, side, main, merged}


@pytest.mark.parametrize("renaming", ["main", "side"])
def test_a_rename_on_one_branch_and_a_change_on_the_other_are_one_lineage(project: GitProject, renaming: str) -> None:
    project.write(A, text("a"))
    first = project.commit()
    project.git("switch", "-qc", "side")
    project.git("switch", "-q", renaming)
    project.move(A, B)
    moved = project.commit()
    project.git("switch", "-q", "side" if renaming == "main" else "main")
    project.write(A, text("a") + "more\n")
    changed = project.commit()
    project.git("switch", "-q", "main")
    merged = project.merge("side")

    assert set(_revisions(project, B)) == {first, moved, changed, merged}
    assert A not in read_history(project.root, {}, None).lineages


def test_a_file_renamed_on_a_side_branch_leaves_its_namesake_of_old_alone(project: GitProject) -> None:
    project.write(B, text("old b"))
    project.commit()
    (project.root / B).unlink()
    project.write(A, text("a"))
    added = project.commit()
    project.git("switch", "-qc", "side")
    project.move(A, B)
    moved = project.commit()
    project.git("switch", "-q", "main")
    project.write(C, text("c"))
    project.commit()
    project.merge("side")

    assert _revisions(project, B) == [added, moved]


def test_an_octopus_merge_is_read(project: GitProject) -> None:
    project.write(A, text("a"))
    project.commit()
    for branch, path in (("one", B), ("two", C)):
        project.git("switch", "-qc", branch, "main")
        project.write(path, text(branch))
        project.commit()
    project.git("switch", "-q", "main")
    project.git("merge", "-q", "-m", "Merge both", "one", "two")

    history = read_history(project.root, {}, None)

    assert len(history.revisions_of(B)) == len(history.revisions_of(C)) == 1


def test_histories_that_were_joined_without_a_common_commit_are_both_read(project: GitProject) -> None:
    project.write(A, text("a"))
    of_a = project.commit()
    project.git("switch", "-q", "--orphan", "other")
    project.write(B, text("b"))
    of_b = project.commit()
    project.git("switch", "-q", "main")
    project.merge("other", "--allow-unrelated-histories")

    assert _revisions(project, A) == [of_a]
    assert _revisions(project, B) == [of_b]


def test_a_change_of_the_mode_alone_is_a_revision_as_git_says(project: GitProject) -> None:
    project.write(A, text("a"))
    first = project.commit()
    (project.root / A).chmod(0o755)
    second = project.commit()

    assert _revisions(project, A) == [first, second]


def test_a_file_that_became_a_link_and_a_file_again_goes_on(project: GitProject) -> None:
    project.write(A, text("a"))
    project.commit()
    (project.root / A).unlink()
    (project.root / A).symlink_to("elsewhere")
    project.commit()
    (project.root / A).unlink()
    project.write(A, text("a"))
    project.commit()

    assert len(_revisions(project, A)) == 3


def test_a_submodule_beside_the_files_does_no_harm(project: GitProject) -> None:
    project.write(A, text("a"))
    first = project.commit()
    project.git("update-index", "--add", "--cacheinfo", f"160000,{first},communities/module")
    project.git("commit", "-qm", "Add a submodule")

    assert _revisions(project, A) == [first]


@pytest.mark.parametrize(
    "name",
    [
        "with space.md",
        "line\nbreak.md",
        "tab\tand\"quote'.md",
        "zürich-日本.md",
        ":100644 x.md",
        "commit x.md",
        "-n.md",
    ],
)
def test_odd_names_are_read_as_they_are(project: GitProject, name: str) -> None:
    path = f"communities/writers/media/{name}"
    project.write(path, text("a"))
    first = project.commit()
    project.write(path, text("a") + "more\n")
    second = project.commit()
    project.move(path, path + "x")
    third = project.commit()

    assert _revisions(project, path + "x") == [first, second, third]


def test_a_name_that_is_not_utf_8_is_spelled_as_python_spells_it(project: GitProject) -> None:
    tree = project.git("hash-object", "-w", "--stdin", given=b"x\n")
    project.git(
        "update-index", "--add", "-z", "--index-info", given=b"100644 %s\tcommunities/\xff.md\0" % tree.encode()
    )
    project.git("commit", "-qm", "Add a name in another encoding")

    (path,) = read_history(project.root, {}, None).lineages
    assert path.encode("utf-8", "surrogateescape") == b"communities/\xff.md"


@pytest.mark.parametrize(
    "message",
    [
        pytest.param("", id="none"),
        pytest.param("commit 123\n\n:100644 100644 M", id="as-the-log-is-written"),
        pytest.param("\n\n\x1b[31mred", id="colours"),
        pytest.param("日本" * 300_000, id="very-long"),
    ],
)
def test_a_commit_message_is_never_taken_for_anything_else(project: GitProject, message: str) -> None:
    project.write(A, text("a"))
    project.git("add", "-A")
    project.git("commit", "-q", "--allow-empty-message", "--cleanup=verbatim", "-F", "-", given=message.encode())
    project.write(A, text("a") + "more\n")
    project.commit()

    assert len(_revisions(project, A)) == 2


def test_a_project_in_a_folder_of_the_repository_is_read_alone(project: GitProject) -> None:
    project.write(f"catalog/{A}", text("a"))
    first = project.commit()
    project.write(A, text("outside"))
    project.commit()
    project.move(f"catalog/{A}", f"catalog/{B}")
    moved = project.commit()
    project.write(f"catalog/{C}", text("c"))

    history = read_history(project.root / "catalog", {}, None)

    assert set(history.lineages) == {B}
    assert [commit.id for commit in history.revisions_of(B)] == [first, moved]
    assert history.dirty_paths == {C}


def test_files_beside_communities_and_schemas_are_left_out(project: GitProject) -> None:
    kind = "schemas/kinds/recipe.yml"
    for path in (A, kind, "README.md", "communities.md"):
        project.write(path, text(path))
    project.commit()

    assert set(read_history(project.root, {}, None).lineages) == {A, kind}


def test_a_file_moved_in_from_elsewhere_in_the_project_keeps_its_history(project: GitProject) -> None:
    project.write("docs/a.md", text("a"))
    first = project.commit()
    project.move("docs/a.md", A)
    moved = project.commit()

    assert _revisions(project, A) == [first, moved]


def test_dates_come_from_history_order_and_backwards_ones_are_told(project: GitProject) -> None:
    project.write(A, text("a"))
    project.commit(authored=100)
    project.write(A, text("a") + "more\n")
    project.commit(authored=50)

    history = read_history(project.root, {}, None)

    assert (history.created(A), history.modified(A)) == (day(100), day(50))
    assert any("backwards in 1 file" in note.text for note in history.notes)


def test_within_one_day_dates_do_not_run_backwards(project: GitProject) -> None:
    for hour in ("20", "08"):
        project.write(A, text(hour))
        project.git("add", "-A")
        project.git("commit", "-qm", hour, f"--date=2024-03-01T{hour}:00:00Z")

    assert read_history(project.root, {}, None).notes == ()


def test_a_wrong_clock_at_commit_time_loses_nothing(project: GitProject) -> None:
    project.days = 50
    project.write(A, text("a"))
    first = project.commit()
    project.git("switch", "-qc", "side")
    project.days = 1
    project.move(A, B)
    moved = project.commit()
    project.git("switch", "-q", "main")
    project.days = 60
    project.write(C, text("c"))
    project.commit()
    project.merge("side")

    assert _revisions(project, B) == [first, moved]


def test_a_day_is_the_day_in_utc(project: GitProject) -> None:
    project.write(A, text("a"))
    project.git("add", "-A")
    project.git(
        "commit", "-qm", "Late", "--date=2024-03-01T23:30:00-05:00", GIT_COMMITTER_DATE="2024-03-01T00:30:00+14:00"
    )

    (commit,) = read_history(project.root, {}, None).revisions_of(A)

    assert (str(commit.day), str(commit.committed)) == ("2024-03-02", "2024-02-29")


def test_too_many_files_moved_at_once_are_told(project: GitProject) -> None:
    for number in range(1001):
        project.write(f"communities/writers/artifacts/{number}.md", f"{number}\n" * 3)
    project.commit()
    for number in range(1001):
        project.move(f"communities/writers/artifacts/{number}.md", f"communities/readers/artifacts/n{number}.md")
        project.write(f"communities/readers/artifacts/n{number}.md", f"{number}\n" * 3 + "more\n")
    commit = project.commit()

    notes = read_history(project.root, {}, None).notes

    assert any(commit[:12] in note.text for note in notes)
