"""What a catalog has to hold beyond its schemas: one file a rule.

Every module of this folder is a rule and names it ``RULE``, but for :mod:`rule` (what a rule is) and :mod:`page`
(a rule's page in the guide); :mod:`reading` holds what several rules read a catalog with.
To add a rule is to add a file.
"""

from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import iter_modules

from outcome_catalog.diagnostics import Diagnostic
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.rules.page import rule_page as rule_page
from outcome_catalog.rules.reading.maturity import fitting_severity
from outcome_catalog.rules.rule import Rule

_NO_RULES = frozenset({"rule", "page"})


def _rules() -> Iterator[Rule]:
    for module in iter_modules(__path__):
        if not module.ispkg and module.name not in _NO_RULES:
            rule: Rule = import_module(f"{__name__}.{module.name}").RULE
            yield rule


RULES: tuple[Rule, ...] = tuple(sorted(_rules(), key=lambda rule: rule.code))
"""Every rule, by code."""


def findings(catalog: Catalog, rules: Iterable[Rule] = RULES) -> Iterator[Diagnostic]:
    """What *rules* find in *catalog*, each as severe as the maturity of its community asks."""
    for rule in rules:
        for finding in rule.check(catalog):
            yield fitting_severity(finding, catalog)
