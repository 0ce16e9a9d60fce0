"""``outcomes explain``: every code has a page, the list is the guide's, and a slip gets the nearest code."""

import pytest
from click.testing import CliRunner, Result

from outcome_catalog.cli.explain import code_pages
from outcome_catalog.cli.main import outcomes
from outcome_catalog.code_pages import CodePage, Topic
from outcome_catalog.rules import RULES
from outcome_catalog.sources.codes import code_pages as pages_of_files
from outcome_catalog.validation.codes import code_pages as pages_of_values
from tests.conftest import REPOSITORY
from tests.guide.guide_text import in_code, page, rows, sections
from tests.guide.package_codes import codes_in

PAGES = code_pages()
COLUMNS = 80


def explain(*arguments: str) -> Result:
    """What the command says to a reader of 80 columns, with colours asked for as some systems do."""
    environment = {"COLUMNS": str(COLUMNS), "FORCE_COLOR": "1", "NO_COLOR": None}
    return CliRunner(env=environment).invoke(outcomes, ["explain", *arguments])


def words(text: str) -> list[str]:
    """The words of *text*, however its lines are broken."""
    return text.split()


def told() -> dict[str, tuple[str, str]]:
    """The section of each code in the guide, and its severity, which the table of names leaves out."""
    found = {}
    for heading, text in sections(page("findings")).items():
        for row in rows(text):
            if in_code(row[0]):
                severity = row[1] if len(row) == 3 else "error"
                found[in_code(row[0])[0]] = (heading, severity)
    return found


def test_every_code_that_can_be_given_is_explained_and_no_other() -> None:
    in_source = codes_in(REPOSITORY / "generator" / "outcome_catalog")
    by_the_schemas = {explained.code for explained in pages_of_values()}
    assert set(PAGES) == in_source | by_the_schemas
    assert len(in_source) > 100


def test_no_code_is_explained_twice() -> None:
    assert len(pages_of_files()) + len(pages_of_values()) + len(RULES) == len(PAGES)


def test_topics_and_severities_are_those_of_the_guide() -> None:
    assert {code: (explained.topic.value, explained.severity.value) for code, explained in PAGES.items()} == told()


def test_topics_come_in_the_order_of_the_guide() -> None:
    assert [topic.value for topic in Topic] == list(sections(page("findings")))


def test_the_list_has_each_code_once_below_its_topic_in_lines_that_fit() -> None:
    result = explain()
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert [line for line in lines if line and not line.startswith(" ")] == [topic.value for topic in Topic]
    listed = [line.split()[:2] for line in lines if line.startswith("  ") and not line.startswith("   ")]
    assert listed == [[explained.code, explained.severity.value] for explained in PAGES.values()]
    assert [line for line in lines if len(line) > COLUMNS or line != line.rstrip()] == []
    assert "\x1b" not in result.stdout


def test_the_list_has_every_summary_whole() -> None:
    said = " ".join(words(explain().stdout))
    rows_of_list = (f"{code} {explained.severity.value} {explained.summary}" for code, explained in PAGES.items())
    assert [row for row in rows_of_list if row not in said] == []


@pytest.mark.parametrize("explained", PAGES.values(), ids=PAGES)
def test_a_page_says_what_why_and_both_examples_word_for_word(explained: CodePage) -> None:
    result = explain(explained.code)
    prose, fails, passes = (part for half in result.stdout.split("\nFails:\n") for part in half.split("\nPasses:\n"))
    assert result.exit_code == 0
    assert prose.splitlines()[0] == f"{explained.code} ({explained.severity.value})"
    assert words(prose)[2:] == words(f"{explained.summary} {explained.why}")
    assert max(map(len, prose.splitlines())) <= COLUMNS
    for shown, example in ((fails, explained.fails), (passes, explained.passes)):
        lines = [f"    {line}" if line else "" for line in example.splitlines()]
        assert shown.strip("\n").splitlines() == lines
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("yaml-tabs", "yaml-tab"),
        ("Unknown-Key", "unknown-key"),
        ("missing_key", "missing-key"),
        ("utf-encoding", "encoding"),
    ],
)
def test_a_slip_gets_the_nearest_code(slip: str, meant: str) -> None:
    result = explain(slip)
    assert result.exit_code == 2
    assert f'there is no finding called "{slip}"; did you mean "{meant}"?' in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("far", ["zzzz", "\x07\u202e\x1b[31mred", "x" * 10_000])
def test_what_is_like_no_code_gets_no_guess_and_no_wall_of_codes(far: str) -> None:
    result = explain(far)
    assert result.exit_code == 2
    assert "did you mean" not in result.stderr
    assert "“outcomes explain” without a code lists them all" in result.stderr
    assert len(result.stderr) < 500
    assert result.stderr.replace("\n", "").isprintable()


def test_help_says_that_the_code_may_be_left_out() -> None:
    assert "Without CODE" in explain("--help").stdout
