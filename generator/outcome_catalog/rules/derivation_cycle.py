"""Two texts that each derive from the other have no original, and what is reused from whom cannot be told.

`based_on` with the mode `as-is` or `adapted`, or without a mode, says where a text comes from. Texts may cite each
other (`mode: cited`) as they like. Where each of two really took something over from the other, the later one names a
`version`.

Fails:

    # communities/support-guild/artifacts/greet-first.md
    based_on: [{artifact: support-guild/handle-a-call, mode: adapted}]
    # communities/support-guild/artifacts/handle-a-call.md
    based_on: [{artifact: support-guild/greet-first, mode: adapted}]

Passes:

    # communities/support-guild/artifacts/greet-first.md
    based_on: [{artifact: support-guild/handle-a-call, mode: adapted}]
    # communities/support-guild/artifacts/handle-a-call.md
    based_on: [{artifact: support-guild/greet-first, mode: cited}]
"""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Related, Severity, Span
from outcome_catalog.model.artifact import Mode
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.rules.rule import Rule

_DERIVED = frozenset({None, Mode.AS_IS, Mode.ADAPTED})
_CIRCLES_AT_MOST = 100

_Sources = dict[str, dict[str, Span]]


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each circle of derivations, at the first of its entries."""
    sources = _sources(catalog)
    for _ in range(_CIRCLES_AT_MOST):
        circle = _circle(sources)
        if circle is None:
            return
        steps = sorted((sources[ref].pop(source), source) for source, ref in pairwise(circle))
        (first, _source), *others = steps
        yield RULE.finding(
            first,
            f"these derive from each other: {', '.join(sorted(set(circle)))}",
            help="write mode: cited where a text only names the other, or add the version that was taken over",
            related=tuple(Related(message=f"derives from {source}", span=place) for place, source in others),
        )


def _sources(catalog: Catalog) -> _Sources:
    """For each artifact what it derives from, with the place that says so; an entry with a version passes."""
    return {
        ref: {
            source.ref: artifact.origin.value("based_on", index, "artifact")
            for index, entry in enumerate(artifact.based_on)
            if entry.mode in _DERIVED
            and entry.version is None
            and (source := catalog.artifact(entry.artifact or "")) is not None
            and source is not artifact
        }
        for ref, artifact in catalog.artifacts.items()
        if artifact.based_on
    }


def _circle(sources: _Sources) -> list[str] | None:
    try:
        TopologicalSorter(sources).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        return circle
    return None


RULE = Rule(
    code="derivation-cycle",
    topic=Topic.NAMES,
    severity=Severity.WARNING,
    summary="Artifacts derive from each other in a circle.",
    check=check,
)
