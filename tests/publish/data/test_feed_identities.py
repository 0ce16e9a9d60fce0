"""What readers have seen they are not shown again: names of entries survive titles, renames and moves of the site."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.publish.engine.contexts import context_of
from tests.publish.engine.projects import (
    BODY,
    ORGANISATION,
    artifact,
    charter,
    commit_all,
    git,
    reuse,
    write_artifact,
    write_project,
    write_yaml,
)

from outcome_catalog.publish.feeds.feed import Feed
from outcome_catalog.publish.feeds.table import feeds


def found(root: Path, url: str | None = "https://first.example/") -> dict[str, Feed]:
    return {feed.place: feed for feed in feeds(context_of(root, url))}


def names(root: Path, place: str = "feed", url: str | None = "https://first.example/") -> dict[str, str]:
    """The identity of each entry of the feed at *place*, by the address of what it is about."""
    return {entry.url: entry.id for entry in found(root, url)[place].entries}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = write_project(tmp_path)
    commit_all(root)
    return root


def retitle(root: Path) -> None:
    write_artifact(root, "guild/sort-calls", artifact("Quite another title", date="2024-03-09", summary="Another one."))
    commit_all(root, day="2024-07-02")


def move_within(root: Path) -> None:
    git(root, "mv", "communities/guild/artifacts/sort-calls.md", "communities/guild/artifacts/sort-the-calls.md")
    write_artifact(root, "circle/sort-leads", artifact("Sort leads", based_on=[{"artifact": "guild/sort-the-calls"}]))
    write_yaml(root / "communities/guild/reuse/2024-06-01-course.yml", reuse("guild/sort-the-calls"))
    commit_all(root, day="2024-07-02")


def move_and_say_so(root: Path) -> None:
    git(root, "mv", "communities/guild/artifacts/sort-calls.md", "communities/guild/artifacts/sort-the-calls.md")
    write_artifact(root, "guild/sort-the-calls", artifact(former=["guild/sort-calls"]))
    commit_all(root, day="2024-07-02")


def rename_the_community(root: Path) -> None:
    git(root, "mv", "communities/guild", "communities/desk")
    write_yaml(root / "communities/desk/charter.yml", charter("Care guild", former_slugs=["guild"]))
    commit_all(root, day="2024-07-02")


@pytest.mark.parametrize("change", [retitle, move_within, move_and_say_so, rename_the_community])
@pytest.mark.parametrize("place", ["feed", "reuse/reuse-feed"])
def test_an_entry_keeps_its_name(project: Path, place: str, change: Callable[[Path], None]) -> None:
    before = names(project, place)
    change(project)
    after = names(project, place)
    assert before
    assert sorted(after.values()) == sorted(before.values())


def test_where_git_tells_nothing_the_file_itself_may(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    (root / "communities/guild/reuse/2024-06-01-course.yml").unlink()
    (root / "communities/circle/artifacts/sort-leads.md").unlink()
    before = names(root)["guild/sort-calls/"]
    (root / "communities/guild/artifacts/sort-calls.md").unlink()
    write_artifact(root, "circle/sort-them", artifact(former=["guild/sort-calls", "guild/sort-some"]))
    assert names(root) == {"circle/sort-them/": before}


def test_nothing_is_shown_again_when_the_site_moves(project: Path) -> None:
    places = found(project)
    assert names(project) == names(project, url="http://other.example/somewhere/") == names(project, url=None)
    assert {p: f.id for p, f in places.items()} == {p: f.id for p, f in found(project, None).items()}


def test_a_feed_keeps_its_name_when_its_community_is_renamed(project: Path) -> None:
    before = found(project)["guild/feed"].id
    rename_the_community(project)
    assert found(project)["desk/feed"].id == before


def test_another_text_at_an_old_place_is_another_entry(project: Path) -> None:
    before = names(project)["guild/sort-calls/"]
    git(project, "mv", "communities/guild/artifacts/sort-calls.md", "communities/guild/artifacts/first-calls.md")
    commit_all(project, day="2024-07-02")
    write_artifact(
        project, "guild/sort-calls", artifact("Another text"), f"{BODY}\nQuite other words, and more of them.\n" * 3
    )
    commit_all(project, day="2024-07-03")
    after = names(project)
    assert after["guild/first-calls/"] == before
    assert after["guild/sort-calls/"] != before
    assert len(set(after.values())) == len(after)


def test_no_two_feeds_and_no_two_entries_have_one_name(project: Path) -> None:
    every = [feed.id for feed in found(project).values()]
    every += [*names(project).values(), *names(project, "reuse/reuse-feed").values()]
    assert len(every) == len(set(every))


def test_another_organisation_has_other_names(project: Path) -> None:
    before = set(names(project).values())
    write_yaml(project / "communities/organisation.yml", {**ORGANISATION, "name": "Other Works"})
    assert before.isdisjoint(names(project).values())
