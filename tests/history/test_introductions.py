"""Which commit brought a reference in: since then the file holds it as a word of its own, without a break."""

from collections.abc import Callable
from pathlib import Path

import pytest

from outcome_catalog.history import read_history
from outcome_catalog.history.contents import LARGEST_CONTENT_BYTES
from outcome_catalog.model.history import any_of
from tests.history.git_project import GitProject, text

RECORD = "communities/writers/reuse/2024-01-01-use.yml"
ARTIFACT = "communities/writers/artifacts/a.md"
REFERENCE = "readers/guide"
OTHER = "writers/guide"


def _introduced(project: GitProject, path: str, reference: str = REFERENCE) -> str | None:
    commit = read_history(project.root, {path: frozenset({reference})}, None).introduced(path, reference)
    return None if commit is None else commit.id


def _record(*references: str) -> str:
    return text("a record") + "".join(f"- artifact: {reference}\n" for reference in references)


def _artifact(*references: str, body: str = "") -> str:
    entries = "".join(f"  - artifact: {reference}\n" for reference in references)
    return f"---\ntitle: A\nbased_on:\n{entries}---\n{text('an artifact')}{body}"


def test_a_file_of_one_commit_was_written_with_its_references(project: GitProject) -> None:
    project.write(RECORD, _record(REFERENCE))
    first = project.commit()

    assert _introduced(project, RECORD) == first


def test_a_reference_belongs_to_the_commit_that_added_it(project: GitProject) -> None:
    project.write(RECORD, _record(OTHER))
    first = project.commit()
    project.write(RECORD, _record(OTHER, REFERENCE))
    second = project.commit()
    project.write(RECORD, _record(OTHER, REFERENCE) + "note: more\n")
    project.commit()

    assert _introduced(project, RECORD, OTHER) == first
    assert _introduced(project, RECORD, REFERENCE) == second


def test_a_reference_taken_out_and_put_back_belongs_to_the_commit_that_put_it_back(project: GitProject) -> None:
    commits = []
    for references in ((REFERENCE,), (), (REFERENCE,), (REFERENCE, OTHER)):
        project.write(RECORD, _record(*references))
        commits.append(project.commit())

    assert _introduced(project, RECORD) == commits[2]


def test_a_content_that_came_back_leads_to_the_earlier_time_it_was_there(project: GitProject) -> None:
    commits = []
    for references in ((), (REFERENCE,), (REFERENCE, OTHER), (REFERENCE,), (REFERENCE, OTHER)):
        project.write(RECORD, _record(*references))
        commits.append(project.commit())

    assert _introduced(project, RECORD) == commits[1]


def test_another_name_for_the_same_was_there_as_well(project: GitProject) -> None:
    commits = []
    for reference in ("readers/manual", OTHER, REFERENCE, REFERENCE):
        project.write(RECORD, _record(reference) + f"note: {len(commits)}\n")
        commits.append(project.commit())
    wanted = {RECORD: frozenset({any_of(REFERENCE, [OTHER])})}

    history = read_history(project.root, wanted, None)

    assert history.introductions == {(RECORD, REFERENCE): commits[1]}


@pytest.mark.parametrize(
    "longer",
    [
        f"{REFERENCE}-two",
        f"old-{REFERENCE}",
        f"more/{REFERENCE}",
        f"{REFERENCE}/deeper",
        f"{REFERENCE}2",
        f"é{REFERENCE}",
    ],
)
def test_a_longer_name_is_not_the_reference(project: GitProject, longer: str) -> None:
    project.write(RECORD, _record(longer))
    project.commit()
    project.write(RECORD, _record(longer, REFERENCE))
    second = project.commit()
    project.write(RECORD, _record(longer, REFERENCE, OTHER))
    project.commit()

    assert _introduced(project, RECORD) == second


@pytest.mark.parametrize(
    "written", [f'"{REFERENCE}"', f"'{REFERENCE}'", f"{REFERENCE} # why", f"[{REFERENCE},{OTHER}]"]
)
def test_the_reference_is_found_however_yaml_writes_it(project: GitProject, written: str) -> None:
    project.write(RECORD, _record(OTHER))
    project.commit()
    project.write(RECORD, _record(OTHER, written))
    second = project.commit()
    project.write(RECORD, _record(OTHER, REFERENCE))
    project.commit()

    assert _introduced(project, RECORD) == second


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_of_an_artifact_the_front_matter_alone_counts(project: GitProject, line_end: str) -> None:
    mention = f"See also {REFERENCE} in the text.\n"
    project.write(ARTIFACT, _artifact(OTHER, body=mention).replace("\n", line_end))
    project.commit()
    project.write(ARTIFACT, _artifact(OTHER, REFERENCE, body=mention).replace("\n", line_end))
    second = project.commit()
    project.write(ARTIFACT, _artifact(OTHER, REFERENCE).replace("\n", line_end))
    project.commit()

    assert _introduced(project, ARTIFACT) == second


def test_a_reference_is_followed_through_renames(project: GitProject) -> None:
    project.write(ARTIFACT, _artifact())
    project.commit()
    project.write(ARTIFACT, _artifact(REFERENCE))
    second = project.commit()
    moved = ARTIFACT.replace("writers", "readers")
    project.move(ARTIFACT, moved)
    project.write(moved, _artifact(REFERENCE, body="more\n"))
    project.commit()

    assert _introduced(project, moved) == second


@pytest.mark.parametrize("writing", ["main", "side"])
def test_a_merge_is_not_taken_for_the_commit_that_wrote_what_it_merged(project: GitProject, writing: str) -> None:
    project.write(ARTIFACT, _artifact())
    project.commit()
    project.git("switch", "-qc", "side")
    project.git("switch", "-q", writing)
    project.write(ARTIFACT, _artifact(REFERENCE))
    wrote = project.commit()
    project.git("switch", "-q", "side" if writing == "main" else "main")
    project.write(ARTIFACT, _artifact(body="more\n"))
    project.commit()
    project.git("switch", "-q", "main")
    merged = project.merge("side")
    project.write(ARTIFACT, _artifact(REFERENCE, body="more and more\n"))
    project.commit()

    assert merged in {c.id for c in read_history(project.root, {}, None).revisions_of(ARTIFACT)}
    assert _introduced(project, ARTIFACT) == wrote


def test_a_merge_that_writes_the_reference_itself_is_named(project: GitProject) -> None:
    project.write(ARTIFACT, _artifact())
    project.commit()
    project.git("switch", "-qc", "side")
    project.write(ARTIFACT, _artifact(body="side\n"))
    project.commit()
    project.git("switch", "-q", "main")
    project.write(ARTIFACT, _artifact(OTHER))
    project.commit()
    project.git("merge", "-q", "--no-commit", "side")
    project.write(ARTIFACT, _artifact(OTHER, REFERENCE, body="side\n"))
    merged = project.commit()

    assert _introduced(project, ARTIFACT) == merged


def test_a_change_that_a_merge_dropped_brought_nothing_in(project: GitProject) -> None:
    project.write(RECORD, _record(REFERENCE))
    first = project.commit()
    project.git("switch", "-qc", "side")
    project.write(RECORD, _record(OTHER))
    project.commit()
    project.git("switch", "-q", "main")
    project.write("README.md", "x\n")
    project.commit()
    project.merge("side", "--strategy=ours")

    assert _introduced(project, RECORD, REFERENCE) == first
    history = read_history(project.root, {}, None)
    assert history.notes == ()


def test_a_reference_that_is_not_committed_yet_has_no_commit(project: GitProject) -> None:
    project.write(RECORD, _record(OTHER))
    project.commit()
    project.write(RECORD, _record(OTHER, REFERENCE))

    assert _introduced(project, RECORD, REFERENCE) is None
    assert _introduced(project, RECORD, OTHER) is not None


def test_a_file_that_git_does_not_know_has_no_introductions(project: GitProject) -> None:
    project.write("README.md", "x\n")
    project.commit()
    project.write(RECORD, _record(REFERENCE))

    assert _introduced(project, RECORD) is None


def test_a_content_too_large_to_search_leaves_the_commit_unknown(project: GitProject) -> None:
    huge = "x" * LARGEST_CONTENT_BYTES + "\n"
    project.write(RECORD, _record(REFERENCE) + huge)
    project.commit()
    project.write(RECORD, _record(REFERENCE, OTHER))
    project.commit()
    project.write(RECORD.replace("use", "other"), _record(OTHER))
    project.commit()
    project.write(RECORD.replace("use", "other"), _record(OTHER, REFERENCE))
    last = project.commit()

    assert _introduced(project, RECORD) is None
    wanted = {RECORD: frozenset({REFERENCE}), RECORD.replace("use", "other"): frozenset({REFERENCE})}
    history = read_history(project.root, wanted, None)
    assert dict(history.introductions) == {(RECORD.replace("use", "other"), REFERENCE): last}


def test_thousands_of_references_are_found_together(project: GitProject) -> None:
    references = [f"community-{number}/artifact-{number}" for number in range(1500)]
    project.write(RECORD, _record(*references[:700]))
    first = project.commit()
    project.write(RECORD, _record(*references))
    second = project.commit()
    for number in range(600):
        project.write(f"communities/readers/reuse/2024-01-01-{number}.yml", _record(references[number]))
    project.commit()
    for number in range(600):
        project.write(f"communities/readers/reuse/2024-01-01-{number}.yml", _record(references[number]) + "note: x\n")
    project.commit()
    wanted = {RECORD: frozenset(references)}
    for number in range(600):
        wanted[f"communities/readers/reuse/2024-01-01-{number}.yml"] = frozenset({references[number]})

    found = read_history(project.root, wanted, None).introductions

    assert len(found) == 2100
    assert [found[RECORD, reference] for reference in references] == [first] * 700 + [second] * 800


def test_in_a_partial_clone_nothing_is_fetched_for_a_reference(project: GitProject, tmp_path: Path) -> None:
    project.write(RECORD, _record(REFERENCE))
    project.commit()
    project.write(RECORD, _record(REFERENCE, OTHER))
    project.commit()
    project.git("config", "uploadpack.allowFilter", "true")
    project.git("clone", "-q", "--filter=blob:none", project.root.as_uri(), tmp_path / "partial")
    partial = GitProject(tmp_path / "partial")

    assert _introduced(partial, RECORD) is None
    assert "?" in partial.git("rev-list", "--objects", "--all", "--missing=print", GIT_NO_LAZY_FETCH="1")


def test_a_repository_with_sha256_hashes_is_searched_too(new_project: Callable[..., GitProject]) -> None:
    project = new_project("sha256", "--object-format=sha256")
    project.write(RECORD, _record())
    project.commit()
    project.write(RECORD, _record(REFERENCE))
    second = project.commit()

    assert _introduced(project, RECORD) == second
