import pytest

from outcome_catalog.diagnostics import Severity
from outcome_catalog.sources.document import Role
from outcome_catalog.sources.merge_conflicts import merge_conflicts
from tests.sources.conftest import Read

CONFLICT = "<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> branch\n"


def places(text: str, path: str = "a.md") -> list[tuple[str, int, Severity]]:
    return [(d.code, d.span.line, d.severity) for d in merge_conflicts(text, path)]


@pytest.mark.parametrize("path", ["a.md", "a.yml"])
def test_each_conflict_is_told_at_its_first_marker(path: str) -> None:
    assert places(f"a\n{CONFLICT}d\n{CONFLICT}", path) == [
        ("merge-conflict", 2, Severity.ERROR),
        ("merge-conflict", 8, Severity.ERROR),
    ]


@pytest.mark.parametrize("text", ["a\n>>>>>>> branch\n", "a\n<<<<<<<\n"])
def test_one_marker_is_enough(text: str) -> None:
    assert places(text) == [("merge-conflict", 2, Severity.ERROR)]


def test_a_divider_alone_is_a_marker_in_yaml_and_underlines_a_heading_in_markdown() -> None:
    assert places("a: b\n=======\nc: d\n", "a.yml") == [("merge-conflict", 2, Severity.ERROR)]
    assert places("Heading\n=======\n\ntext\n") == []


@pytest.mark.parametrize("text", ["a <<<<<<< b\n", " <<<<<<< b\n", "<<<<<<<<\n", ">>>>>> a\n", ">>>>>>>x\n"])
def test_what_is_no_marker(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize("fence", ["```", "~~~", "````\n```"])
def test_a_text_about_conflicts_may_show_one(fence: str) -> None:
    close = fence.split("\n", maxsplit=1)[0]
    assert places(f"How to:\n\n{fence}\n{CONFLICT}{close}\n")[0][2] is Severity.WARNING
    assert places(f"{fence}\nx\n{close}\n{CONFLICT}")[0][2] is Severity.ERROR


def test_a_conflict_in_yaml_is_the_only_finding(read: Read) -> None:
    document = read(f"title: a\n{CONFLICT}d: e\n")
    assert [d.code for d in document.diagnostics] == ["merge-conflict"]
    assert document.data is None


def test_a_conflict_in_the_body_leaves_the_front_matter_read(read: Read) -> None:
    document = read(f"---\ntitle: a\n---\n{CONFLICT}", Role.ARTIFACT)
    assert [(d.code, d.span.line) for d in document.diagnostics] == [("merge-conflict", 4)]
    assert document.data == {"title": "a"}
