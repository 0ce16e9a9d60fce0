import pytest

from outcome_catalog.rules.reading.links import scheme_of


@pytest.mark.parametrize(
    ("target", "scheme"),
    [
        ("https://example.org", "https"),
        ("HTTPS://example.org", "https"),
        ("java\nscript:alert(1)", "javascript"),
        ("\x01javascript:alert(1)", "javascript"),
        (" data:text/html,x", "data"),
        ("C:/form.docx", "c"),
        ("greet-first.md", None),
        ("a/b:c", None),
        ("#a:b", None),
        ("//example.org", None),
        ("", None),
    ],
)
def test_the_scheme_is_the_one_that_a_browser_sees(target: str, scheme: str | None) -> None:
    assert scheme_of(target) == scheme
