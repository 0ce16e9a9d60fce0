"""The table of rules: one file a rule, and each file's docstring a page of the guide."""

from pathlib import Path

import pytest
import yaml

from outcome_catalog import rules
from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Severity
from outcome_catalog.rules import RULES, Rule, rule_page

FOLDER = Path(rules.__file__).parent
NO_RULES = {"__init__", "rule", "page"}


def test_every_file_of_the_folder_is_in_the_table_under_its_own_name() -> None:
    files = {file.stem for file in FOLDER.glob("*.py")} - NO_RULES
    assert [rule.code for rule in RULES] == sorted(name.replace("_", "-") for name in files)
    assert all(rule.check.__module__ == f"outcome_catalog.rules.{rule.code.replace('-', '_')}" for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_every_rule_has_a_page_with_a_why_and_two_different_examples(rule: Rule) -> None:
    page = rule_page(rule)
    assert page.code == rule.code
    assert page.severity is rule.severity
    assert len(page.why.split()) >= 30
    assert page.fails.strip()
    assert page.passes.strip()
    assert page.fails != page.passes
    assert not page.fails.startswith(" "), "the example is not indented any more"
    assert rule.summary.endswith(".")


def test_a_rule_without_a_whole_page_is_refused() -> None:
    def check(_: object) -> None: ...

    rule = Rule(code="none", topic=Topic.TEXT, severity=Severity.ERROR, summary="None.", check=check)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"has no why, Fails: and Passes:"):
        rule_page(rule)


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_an_example_of_a_yaml_file_is_yaml(rule: Rule) -> None:
    page = rule_page(rule)
    for example in (page.fails, page.passes):
        if ".yml" in example.splitlines()[0]:
            assert isinstance(yaml.safe_load(example), dict)
