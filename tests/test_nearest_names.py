import pytest

from outcome_catalog.nearest_names import did_you_mean, list_of_names, nearest_name

KNOWN = {"answer-faster", "repair-in-one-visit", "field-service"}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("answer-faste", "answer-faster"),
        ("Answer-Faster", "answer-faster"),
        ("repair-in-two-visits", "repair-in-one-visit"),
        ("field", "field-service"),
        ("quality", None),
        ("", None),
    ],
)
def test_the_name_that_was_meant_is_offered_and_no_guess(written: str, meant: str | None) -> None:
    assert nearest_name(written, KNOWN) == meant


def test_of_two_names_alike_the_first_is_offered_whatever_their_order() -> None:
    assert nearest_name("unit-x", ["unit-b", "unit-a"]) == nearest_name("unit-x", ["unit-a", "unit-b"]) == "unit-a"


def test_nothing_is_offered_out_of_nothing() -> None:
    assert nearest_name("answer-faster", set()) is None
    assert did_you_mean(None) == ""
    assert did_you_mean("a") == '; did you mean "a"?'


def test_a_list_of_names_is_short_enough_to_read() -> None:
    assert list_of_names(KNOWN) == "answer-faster, field-service, repair-in-one-visit"
    assert list_of_names([]) is None
    assert list_of_names([f"unit-{number}" for number in range(13)]) is None
