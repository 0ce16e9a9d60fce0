import pytest

from outcome_catalog.rules.reading.placeholders import is_placeholder


@pytest.mark.parametrize(
    "text",
    ["", "TODO", "todo:", "**TBD**", "To be defined.", "…", "...", "---", "???", "xxx", "Lorem ipsum dolor sit amet",
     "TODO: ask the coach", "FIXME (later)", "<describe the problem>", "Coming soon!"],
)  # fmt: skip
def test_what_only_keeps_a_place_is_a_placeholder(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    ["None.", "n/a", "%", "€", "0", "Todo el código se comparte", "Todos", "todo list app", "[image]", "✅", "什么",
     "Listen.", "The word TODO stands in the code", "if a < b and c > d",
     "TODO lists for new agents", f"TODO: {'a long text that says much besides ' * 4}"],
)  # fmt: skip
def test_what_says_something_is_none(text: str) -> None:
    assert not is_placeholder(text)


def test_the_templates_own_question_is_a_placeholder_and_an_answer_is_not() -> None:
    hint = "What goes wrong, or what one wants to reach."
    assert is_placeholder("_What goes wrong, or what one wants to reach_", hint)
    assert not is_placeholder("What goes wrong: nobody answers.", hint)
    assert not is_placeholder("%", "…")
