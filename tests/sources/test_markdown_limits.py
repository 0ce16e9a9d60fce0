import pytest

from outcome_catalog.sources.markdown_limits import markdown_faults

TABLE = "| a | b |\n|---|---|\n" + "| c | d |\n" * 200


def test_what_people_write_is_within_the_limits() -> None:
    text = f"# H\n\n{TABLE}\n> > - a [b](c) [^1]\n\n---\n\n" * 40
    assert not list(markdown_faults(text, "a.md"))


@pytest.mark.parametrize(("size", "is_refused"), [(1024 * 1024, False), (1024 * 1024 + 1, True)])
def test_the_size_that_is_allowed(size: int, is_refused: bool) -> None:
    found = list(markdown_faults("x" * size, "a.md", 5))
    assert [(d.code, d.span.line) for d in found] == ([("body-too-large", 5)] if is_refused else [])


def test_the_size_is_in_bytes() -> None:
    assert [d.code for d in markdown_faults("é" * (512 * 1024 + 1), "a.md")] == ["body-too-large"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n\n" + ">" * 101 + " b\n", 7),
        ("a\n\n" + "> - " * 51 + " b\n", 7),
        ("a\n" + "1. " * 101 + " b\n", 6),
        ("|" + "a|" * 999 + "\n|" + "-|" * 999 + "\n" + "b\n" * 100, 6),
        ("> |a|b|\n> |-|-|\n" + "> c\n" * 20_000, 6),
        (TABLE * 100 + "\n" + TABLE * 100, 6),
        ("[^a] " * 5_001, 5),
        ("[a](b) " * 30_001, 5),
        ("<b>" * 30_001, 5),
        ("# a\n" * 2_001, 2_005),
        ("a\n=\n" * 2_001, 4_006),
    ],
)
def test_what_would_grow_without_bound_is_refused_at_its_line(text: str, line: int) -> None:
    assert [(d.code, d.span.line) for d in markdown_faults(text, "a.md", 5)] == [("body-too-complex", line)]


@pytest.mark.parametrize(
    "text", [">" * 100 + " b", "- " * 100 + "b", "--- " * 200, "|" + "-|" * 999, "* * * *\n" * 500]
)
def test_what_only_looks_like_it_is_read(text: str) -> None:
    assert not list(markdown_faults(text, "a.md"))
