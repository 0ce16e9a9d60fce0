"""A rule's page, read from the docstring of its module.

The docstring says why the rule exists, then gives two indented examples: after ``Fails:`` and after ``Passes:``.
"""

import inspect
import sys

from outcome_catalog.code_pages import CodePage, why_fails_passes
from outcome_catalog.rules.rule import Rule


def rule_page(rule: Rule) -> CodePage:
    """The page of *rule*; ValueError where its module's docstring lacks one of the three parts."""
    module = rule.check.__module__
    why, fails, passes = why_fails_passes(inspect.getdoc(sys.modules[module]) or "", f"the docstring of {module}")
    return CodePage(
        code=rule.code,
        severity=rule.severity,
        topic=rule.topic,
        summary=rule.summary,
        why=why,
        fails=fails,
        passes=passes,
    )
