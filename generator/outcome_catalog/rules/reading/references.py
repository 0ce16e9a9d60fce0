"""Names by which one record refers to another, and what is said about one that leads nowhere."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from outcome_catalog.diagnostics import Diagnostic, Severity, Span
from outcome_catalog.nearest_names import did_you_mean, list_of_names, nearest_name, quoted
from outcome_catalog.rules.rule import Rule

_OFFERS_AT_MOST = 100
"""So many findings of one rule get an offer: a file with thousands of wrong names must not take minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A name as a record writes it, and its place. *severity* is set where a wrong one is milder than an error."""

    name: str
    place: Span
    severity: Severity | None = None


def unresolved(
    rule: Rule,
    references: Iterable[Reference],
    known: Collection[str],
    *,
    noun: str,
    nearest: Callable[[str, Collection[str]], str | None] = nearest_name,
) -> Iterator[Diagnostic]:
    """One finding for each of *references* that *known* does not hold, with the nearest known name offered.

    *noun* says what the name should be, as in "objective of organisation.yml"; *nearest* finds the offer.
    """
    offers = 0
    for reference in references:
        if reference.name in known:
            continue
        offers += 1
        offer = nearest(reference.name, known) if offers <= _OFFERS_AT_MOST else None
        names = list_of_names(known)
        yield rule.finding(
            reference.place,
            f"{quoted(reference.name)} is no {noun}{did_you_mean(offer)}",
            help=f"write one of: {names}" if names else "write a name that exists, or add this one first",
            severity=reference.severity,
        )
