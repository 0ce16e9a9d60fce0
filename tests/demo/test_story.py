"""The story's own rules: what is told in one place is told in the other."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import pairwise

import pytest

from outcome_catalog.demo.dated_text import MARK, UnreadableMarkError, text_on
from outcome_catalog.demo.repository import LAST_DAY
from outcome_catalog.demo.storyboard import Step, Write, storyboard

STORY = files("outcome_catalog.demo") / "story"
CONTENT = STORY / "content"
FIRST_DAY = date(2024, 7, 1)


def contents(folder: Traversable = CONTENT, path: str = "") -> Iterator[str]:
    """The paths of all files of the story's content."""
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from contents(entry, f"{path}{entry.name}/")
        else:
            yield f"{path}{entry.name}"


def text(path: str) -> str:
    return CONTENT.joinpath(*path.split("/")).read_text(encoding="utf-8")


def days_of_change(told: str) -> set[date]:
    """The days that the marks of a text name."""
    marks = (line for line in told.splitlines() if line.startswith(MARK))
    return {date.fromisoformat(day) for mark in marks for day in re.findall(r"\d{4}-\d\d-\d\d", mark)}


@pytest.fixture(scope="module")
def steps() -> tuple[Step, ...]:
    return storyboard(STORY)


def writing(steps: tuple[Step, ...]) -> dict[str, list[date]]:
    """The days on which each file of the content is written."""
    days: dict[str, list[date]] = defaultdict(list)
    for step in steps:
        for change in step.changes:
            if isinstance(change, Write):
                days[change.content].append(step.day)
    return days


def test_it_lasts_two_years(steps: tuple[Step, ...]) -> None:
    assert (steps[0].day, steps[-1].day) == (FIRST_DAY, LAST_DAY)


def test_every_file_is_written_on_some_day_and_nothing_else_is(steps: tuple[Step, ...]) -> None:
    assert set(writing(steps)) == set(contents())


def test_a_text_is_written_on_every_day_on_which_it_changes(steps: tuple[Step, ...]) -> None:
    days = writing(steps)
    for path in contents():
        if not path.endswith(".png"):
            missing = {day for day in days_of_change(text(path)) if day > days[path][0]} - set(days[path])
            assert not missing, f"{path} changes on a day on which nobody commits it"


def test_every_commit_changes_each_file_that_it_names(steps: tuple[Step, ...]) -> None:
    for path, days in writing(steps).items():
        names = {c.path for step in steps for c in step.changes if isinstance(c, Write) and c.content == path}
        for earlier, later in pairwise(days):
            same = text_on(earlier, text(path)) == text_on(later, text(path))
            assert not same or len(names) > 1, f"{path} is the same on {earlier} and {later}"


def test_what_is_committed_carries_no_mark_and_ends_as_the_content_does() -> None:
    for path in contents():
        if not path.endswith(".png"):
            last = text_on(LAST_DAY, text(path))
            assert "#@" not in last, path
            assert last.strip(), path


def test_nobody_but_invented_roles_commits(steps: tuple[Step, ...]) -> None:
    assert {step.author.email.rpartition("@")[2].removeprefix("rail.") for step in steps} <= {
        "example.org",
        "ferries.example.org",
        "stops.example.org",
    }


def test_a_text_says_on_each_day_what_holds_then() -> None:
    told = "a\n#@ from 2025-01-02\nb\n#@ until 2025-01-02\nc\n#@ from 2025-01-02 until 2025-01-04\nd\n#@ always\ne\n"
    assert text_on(date(2025, 1, 1), told) == "a\nc\ne\n"
    assert text_on(date(2025, 1, 2), told) == "a\nb\nd\ne\n"
    assert text_on(date(2025, 1, 4), told) == "a\nb\ne\n"


@pytest.mark.parametrize("mark", ["#@ since 2025-01-02", "#@ from", "#@ 2025-01-02", "#@ from 2025-1-2"])
def test_a_mark_that_cannot_be_read_is_no_text(mark: str) -> None:
    with pytest.raises(UnreadableMarkError):
        text_on(LAST_DAY, f"{mark}\n")
