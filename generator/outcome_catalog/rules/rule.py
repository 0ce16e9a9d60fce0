"""What a rule is: a code, what it says, and a pure function from the catalog to findings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import Catalog


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. *severity* is that of a finding in a mature record; a finding may be milder, never harsher."""

    code: str
    severity: Severity
    summary: str
    check: Callable[[Catalog], Iterator[Diagnostic]]
