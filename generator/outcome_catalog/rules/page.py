"""A rule's page in the guide, read from the docstring of its module.

The docstring says why the rule exists, then gives two indented examples: after ``Fails:`` and after ``Passes:``.
"""

import inspect
import re
import sys
from dataclasses import dataclass
from textwrap import dedent

from outcome_catalog.diagnostics import Severity
from outcome_catalog.rules.rule import Rule

_PARTS = re.compile(r"(?P<why>.*?)^Fails:\n(?P<fails>.*?)^Passes:\n(?P<passes>.*)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePage:
    """One rule explained: *why* is Markdown, *fails* and *passes* are source text of a catalog."""

    code: str
    severity: Severity
    summary: str
    why: str
    fails: str
    passes: str


def rule_page(rule: Rule) -> RulePage:
    """The page of *rule*; ValueError where its module's docstring lacks one of the three parts."""
    text = inspect.getdoc(sys.modules[rule.check.__module__]) or ""
    parts = _PARTS.fullmatch(text + "\n")
    if parts is None:
        raise ValueError(f"the docstring of {rule.check.__module__} has no why, Fails: and Passes: in this order")
    why, fails, passes = (dedent(part).strip("\n") for part in parts.group("why", "fails", "passes"))
    return RulePage(code=rule.code, severity=rule.severity, summary=rule.summary, why=why, fails=fails, passes=passes)
