"""The real sets: their own expectations, and a recount of every artifact."""

import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from outcome_catalog.history import read_history
from outcome_catalog.model.history import Depth, History
from tests.conftest import RealSet
from tests.history.recount import recounted_revisions

pytestmark = pytest.mark.realworld
_ARTIFACT = re.compile(r"communities/([^/]+)/artifacts/([^/]+)\.md")


@pytest.fixture
def history(real_set: RealSet) -> History:
    return read_history(real_set.root, {}, None)


def _path(artifact: str) -> str:
    return "communities/{}/artifacts/{}.md".format(*artifact.split("/"))


def test_the_whole_history_is_read(real_set: RealSet, history: History) -> None:
    assert history.depth is Depth.COMPLETE
    assert len(history.lineages) == real_set.expected["counts"]["files"] - (Path(real_set.root) / ".mailmap").exists()


def test_sampled_artifacts_were_created_and_changed_when_the_set_says(real_set: RealSet, history: History) -> None:
    sample = real_set.expected["artifacts_sample"]
    for expected in sample:
        path = _path(expected["artifact"])
        commits = history.revisions_of(path)
        found = (str(history.created(path)), str(history.modified(path)), len(commits))
        dates = (expected["created"]["author_date"], expected["last_changed"]["author_date"])
        assert found == (*dates, expected["git_rename_walk_revisions"]), path
        committed = (str(commits[0].committed), str(commits[-1].committed))
        assert committed == (expected["created"]["commit_date"], expected["last_changed"]["commit_date"]), path
    assert len(sample) == 20


def test_copies_are_not_followed_where_git_would(real_set: RealSet, history: History) -> None:
    differing = (real_set.expected.get("follow_differs") or {}).get("artifacts", [])
    if not differing:
        pytest.skip("this set has no such artifact")
    for expected in differing:
        assert len(history.revisions_of(_path(expected["artifact"]))) == expected["revisions"]


def test_communities_begin_and_end_when_the_set_says(real_set: RealSet, history: History) -> None:
    for community, expected in real_set.expected["by_community_first_last"].items():
        paths = [path for path in history.lineages if path.startswith(f"communities/{community}/artifacts/")]
        created = min(day for path in paths if (day := history.created(path)))
        modified = max(day for path in paths if (day := history.modified(path)))
        assert (str(created), str(modified)) == (expected["first_artifact"], expected["last_change"])


def test_every_file_has_the_revisions_of_a_recount(real_set: RealSet, history: History) -> None:
    recounted = recounted_revisions(real_set.root)
    for path in history.lineages:
        assert frozenset(commit.id for commit in history.revisions_of(path)) == recounted[path], path
    assert history.lineages.keys() == {path for path in recounted if path.startswith(("communities/", "schemas/"))}


def test_every_based_on_entry_was_brought_in_by_the_commit_a_search_finds(real_set: RealSet) -> None:
    wanted = {}
    for file in sorted(real_set.root.glob("communities/*/artifacts/*.md")):
        entries = _based_on(file.read_text(encoding="utf-8"))
        if entries:
            wanted[file.relative_to(real_set.root).as_posix()] = entries
    history = read_history(real_set.root, wanted, None)

    for path, references in wanted.items():
        contents = [
            (revision.commit, _content(real_set.root, revision.blob)) for revision in history.lineages[path].revisions
        ]
        for reference in references:
            assert history.introductions[path, reference] == _introduced(contents, reference), (path, reference)
    assert sum(map(len, wanted.values())) > 50


def _based_on(content: str) -> frozenset[str]:
    if not content.startswith("---\n"):
        return frozenset()
    front = yaml.safe_load(content.split("---\n")[1])
    return frozenset(entry["artifact"] for entry in front.get("based_on") or () if "artifact" in entry)


def _content(root: Path, blob: str | None) -> str:
    if blob is None:
        return ""
    return subprocess.run(
        ["git", "-C", root, "cat-file", "blob", blob], capture_output=True, check=True
    ).stdout.decode()


def _introduced(contents: list[tuple[str, str]], reference: str) -> str:
    """The first of the commits since which every front matter names the reference."""
    holding = [commit for commit, _ in contents]
    for (_, before), (commit, _) in pairwise(contents):
        if reference not in _based_on(before):
            holding = holding[holding.index(commit) :]
    return holding[0]
