"""What a rule is: a code, what it says, and a pure function from the catalog to findings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Related, Severity, Span
from outcome_catalog.model.catalog import Catalog


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule, listed under its *topic*.

    *severity* is that of a finding in a mature record; a finding may be milder, never harsher.
    """

    code: str
    topic: Topic
    severity: Severity
    summary: str
    check: Callable[[Catalog], Iterator[Diagnostic]]

    def finding(
        self,
        place: Span,
        message: str,
        *,
        help: str | None = None,
        severity: Severity | None = None,
        related: tuple[Related, ...] = (),
    ) -> Diagnostic:
        """A finding of this rule at *place*; *severity* where it is milder than the rule's own."""
        return Diagnostic(
            code=self.code,
            severity=severity or self.severity,
            message=message,
            span=place,
            help=help,
            related=related,
        )
