"""``outcomes explain``: one rule, why it is there, what fails and what passes."""

import click
from rich.console import Console
from rich.markdown import Markdown

from outcome_catalog.rules import RULES, RulePage, rule_page


@click.command()
@click.argument("code")
def explain(code: str) -> None:
    """Say why there is a finding called CODE, with an example that fails and one that passes."""
    rule = next((rule for rule in RULES if rule.code == code), None)
    if rule is None:
        raise click.UsageError(f"there is no finding {code!r}; known are: {', '.join(rule.code for rule in RULES)}")
    Console(width=100).print(Markdown(_page(rule_page(rule))))


def _page(page: RulePage) -> str:
    return (
        f"# {page.code} ({page.severity.value})\n\n{page.summary}\n\n{page.why}\n\n"
        f"Fails:\n\n```yaml\n{page.fails}\n```\n\nPasses:\n\n```yaml\n{page.passes}\n```\n"
    )
