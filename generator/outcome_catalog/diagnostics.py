"""Findings as values: each has a code, a severity, a place and, where one is known, a mend.

Nothing in this package raises for bad input; it yields a :class:`Diagnostic`. A :class:`Report` gathers
them in one stable order so that every reporter prints the same list.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: an error quarantines its document, a warning does not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of a source file; lines and columns count from 1, the end column is exclusive.

    *path* is relative to the project's root, with forward slashes.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another place that explains a finding, such as the first of two duplicates."""

    message: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding: *code* is stable and kebab-case, *message* says what is wrong, *help* what to write instead."""

    code: str
    severity: Severity
    message: str
    span: Span
    help: str | None = None
    related: tuple[Related, ...] = ()

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """The order of every listing: path, position, code, message."""
        return (self.span.path, self.span.line, self.span.column, self.code, self.message)


@dataclass(frozen=True, slots=True)
class Report:
    """All findings of one run, sorted by path, position and code, each once."""

    diagnostics: tuple[Diagnostic, ...] = field(default=())

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic]) -> "Report":
        """The report that holds *diagnostics* in their stable order, repeated ones once."""
        return cls(tuple(sorted(dict.fromkeys(diagnostics), key=lambda d: d.sort_key)))

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)

    def __len__(self) -> int:
        return len(self.diagnostics)

    def __add__(self, other: "Report") -> "Report":
        return Report.of((*self.diagnostics, *other.diagnostics))

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity, zeros included."""
        found = Counter(d.severity for d in self.diagnostics)
        return {severity: found[severity] for severity in Severity}

    @property
    def has_errors(self) -> bool:
        """True where at least one finding is an error."""
        return any(d.severity is Severity.ERROR for d in self.diagnostics)

    @property
    def paths_with_errors(self) -> frozenset[str]:
        """The files that hold at least one error, and so are left out of a build."""
        return frozenset(d.span.path for d in self.diagnostics if d.severity is Severity.ERROR)
