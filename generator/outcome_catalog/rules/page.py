"""A rule's page, read from the docstring of its module, and the topic that it is listed under.

The docstring says why the rule exists, then gives two indented examples: after ``Fails:`` and after ``Passes:``.
"""

import inspect
import sys
from collections.abc import Mapping
from types import MappingProxyType

from outcome_catalog.code_pages import CodePage, Topic, why_fails_passes
from outcome_catalog.rules.rule import Rule

_CODES = {
    Topic.NAMES: "unknown-artifact unknown-community unknown-community-type unknown-kind unknown-objective "
    "unknown-audience unknown-unit unknown-person unknown-output unknown-outcome unknown-indicator duplicate-id "
    "duplicate-email former-name-taken self-reference reference-cycle derivation-cycle",
    Topic.TEXT: "body-empty section-missing section-empty section-placeholder text-placeholder "
    "translation-without-language superseded-status output-kind artifact-for-nobody",
    Topic.LINKS: "link-broken link-outside link-scheme link-absolute anchor-broken",
    Topic.DATES: "date-future date-order review-overdue closing-date lifecycle-history plan-outdated",
    Topic.CHAIN: "outcome-without-indicator output-for-nobody output-without-role output-without-outcome "
    "target-direction measured-value-type measurement-file-name indicator-not-measured steward-missing",
    Topic.REUSE: "reuse-folder reuse-before-artifact reuse-internal reuse-recorded-twice confirmation-by-author "
    "benefit-range",
    Topic.BUILD: "history-incomplete",
}
_TOPICS: Mapping[str, Topic] = MappingProxyType(
    {code: topic for topic, codes in _CODES.items() for code in codes.split()}
)


def rule_page(rule: Rule) -> CodePage:
    """The page of *rule*; ValueError where its module's docstring lacks one of the three parts, or it has no topic."""
    module = rule.check.__module__
    why, fails, passes = why_fails_passes(inspect.getdoc(sys.modules[module]) or "", f"the docstring of {module}")
    if rule.code not in _TOPICS:
        raise ValueError(f"{__name__} names no topic for {rule.code}")
    return CodePage(
        code=rule.code,
        severity=rule.severity,
        topic=_TOPICS[rule.code],
        summary=rule.summary,
        why=why,
        fails=fails,
        passes=passes,
    )
