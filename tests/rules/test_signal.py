"""Rules are judicious: on sets made from real communities they find what is there, and not a warning a page."""

from collections import Counter
from datetime import date

import pytest

from outcome_catalog.diagnostics import Severity
from outcome_catalog.pipeline import load_catalog
from outcome_catalog.rules import RULES
from tests.conftest import RealSet

AS_OF = date(2026, 8, 31)
WARNINGS = {
    "innersource-patterns": {
        "anchor-broken": 6,
        "confirmation-by-author": 1,
        "link-absolute": 2,
        "link-broken": 4,
        "reuse-before-artifact": 2,
        "section-missing": 3,
        "section-placeholder": 9,
    },
    "kubernetes-sigs": {"artifact-for-nobody": 2, "link-broken": 2, "output-without-role": 14, "review-overdue": 3},
}


@pytest.mark.realworld
def test_the_warnings_on_a_real_set_are_few_and_known(real_set: RealSet) -> None:
    codes = {rule.code for rule in RULES}
    report = load_catalog(real_set.root, as_of=AS_OF).report
    found = Counter(f.code for f in report if f.code in codes and f.severity is Severity.WARNING)
    assert dict(found) == WARNINGS[real_set.name]
