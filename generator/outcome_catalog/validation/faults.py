"""One fault of a document, before it has a place in a file: what is wrong, at which key or value."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from outcome_catalog.diagnostics import Diagnostic, Severity, Span
from outcome_catalog.model.origin import Origin, Pointer


class At(Enum):
    """Which place of a pointer a fault names."""

    KEY = auto()
    VALUE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A fault at *pointer*, the empty pointer being the whole file.

    *missing* names the key, or the keys of which one, that the group of keys at *pointer* lacks. Of several faults
    with a *rank* at one pointer only the lowest is told: the rest follow from it.
    """

    code: str
    message: str
    pointer: Pointer
    help: str | None = None
    at: At = At.VALUE
    rank: int | None = None
    missing: tuple[str, ...] = ()

    def diagnostic(self, origin: Origin, severity: Severity) -> Diagnostic:
        """The finding of *severity* that tells the fault at its place in the file of *origin*."""
        span = self._span(origin)
        return Diagnostic(code=self.code, severity=severity, message=self.message, span=span, help=self.help)

    def _span(self, origin: Origin) -> Span:
        if not self.pointer:
            return Span(path=origin.path)
        return origin.key(*self.pointer) if self.at is At.KEY else origin.value(*self.pointer)


def telling(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Those of *faults* that are worth telling: at each place the cause and not what follows from it."""
    found = tuple(dict.fromkeys(faults))
    lowest: dict[Pointer, int] = {}
    choices: dict[Pointer, tuple[str, ...]] = {}
    told: set[tuple[Pointer, tuple[str, ...]]] = set()
    for fault in found:
        if fault.rank is not None:
            lowest[fault.pointer] = min(fault.rank, lowest.get(fault.pointer, fault.rank))
        if fault.code == "exactly-one":
            choices[fault.pointer] = fault.missing
    for fault in found:
        if fault.code == "not-together" and fault.pointer[:-1] in choices:
            continue
        if fault.code == "missing-key":
            lack = (fault.pointer, fault.missing)
            if lack in told or fault.missing[0] in choices.get(fault.pointer, ()):
                continue
            told.add(lack)
        if fault.rank is None or fault.rank == lowest[fault.pointer]:
            yield fault
