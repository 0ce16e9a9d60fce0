import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outcome_catalog.sources.names import (
    folded_name,
    is_dated_slug,
    is_device_name,
    is_slug,
    nearest_slug,
    shown_name,
    unfit_reason,
)


@pytest.mark.parametrize("name", ["a", "0", "a-b", "2026-plan", "a" * 63, "404-pages"])
def test_slugs(name: str) -> None:
    assert is_slug(name)


@pytest.mark.parametrize("name", ["", "A", "a_b", "a--b", "-a", "a-", "a.b", "ä", "a b", "a" * 64, "a\n", "٣"])
def test_what_is_no_slug(name: str) -> None:
    assert not is_slug(name)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Base_Documentation", "base-documentation"), ("Über uns!", "uber-uns"), ("a--b", "a-b"), ("日本", ""),
        ("x" * 80, "x" * 63), ("ﬁne ①", "fine-1"), ("-", ""),
    ],
)  # fmt: skip
def test_the_slug_that_is_offered(name: str, slug: str) -> None:
    assert nearest_slug(name) == slug


@given(st.text())
@settings(derandomize=True, max_examples=200)
def test_whatever_is_offered_is_a_slug(name: str) -> None:
    assert not nearest_slug(name) or is_slug(nearest_slug(name))


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("2026-03-09-tool", True),
        ("2026-13-09-tool", False),
        ("2026-03-09", False),
        ("tool", False),
        ("2026-3-9-a", False),
    ],
)
def test_dated_slugs(name: str, is_one: bool) -> None:
    assert is_dated_slug(name) is is_one


@pytest.mark.parametrize("name", ["con", "CON", "nul.md", "Aux.tar.gz", "com1", "lpt9.yml", "prn "])
def test_device_names(name: str) -> None:
    assert is_device_name(name)


@pytest.mark.parametrize("name", ["console", "com", "com10", "null", "a.con"])
def test_what_is_no_device(name: str) -> None:
    assert not is_device_name(name)


def test_names_that_disks_take_for_one() -> None:
    assert folded_name("Straße.MD") == folded_name("STRASSE.md")
    assert folded_name("Cafe\u0301") == folded_name("CAFÉ")
    assert folded_name("a-b") != folded_name("ab")


@pytest.mark.parametrize("name", ["a:b", "a?", "a\nb", "a\u202eb", " a", "a.", "a\\b", "a\udc80", "a#b", "100%.png"])
def test_names_that_do_not_fit(name: str) -> None:
    assert unfit_reason(name)


@pytest.mark.parametrize("name", ["a.png", "Übersicht 2026 (neu).pdf", "日本.svg", "a+b_c.jpg"])
def test_names_that_fit(name: str) -> None:
    assert unfit_reason(name) is None


def test_a_shown_name_can_be_printed() -> None:
    assert shown_name("a\u202e\udc80\x00é").isprintable()
    assert shown_name("é日") == "é日"
