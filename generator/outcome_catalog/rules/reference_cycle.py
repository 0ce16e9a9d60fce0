"""Succession, translation and the tree of units lead somewhere; in a circle they lead nowhere.

If A is superseded by B and B by A, a reader who looks for what holds today goes round and round. The same is true of
communities that succeed each other, translations of each other, and units that are each other's parents. Artifacts
may cite each other freely, so `based_on` is not looked at.

Fails:

    # communities/support-guild/artifacts/old-greeting.md
    superseded_by: support-guild/new-greeting
    # communities/support-guild/artifacts/new-greeting.md
    superseded_by: support-guild/old-greeting

Passes:

    # communities/support-guild/artifacts/old-greeting.md
    superseded_by: support-guild/new-greeting
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Related, Severity, Span
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.rules.rule import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """One record's reference to the next, and its place."""

    to: str
    place: Span


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each circle, at the first of its references."""
    for steps in (_parents(catalog), _successors(catalog), _successions(catalog), _originals(catalog)):
        for circle in _circles(steps):
            names = [*(name for name in circle), circle[0]]
            first, *others = (steps[name] for name in circle)
            yield RULE.finding(
                first.place,
                f"these lead in a circle: {' → '.join(names)}",
                help="take out the one that is wrong, so that the way ends",
                related=tuple(Related(message=f"leads on to {step.to}", span=step.place) for step in others),
            )


def _parents(catalog: Catalog) -> dict[str, _Step]:
    origin = catalog.organisation.origin
    return {
        unit.id: _Step(to=unit.parent, place=origin.value("units", index, "parent"))
        for index, unit in enumerate(catalog.organisation.units)
        if unit.parent is not None
    }


def _successors(catalog: Catalog) -> dict[str, _Step]:
    return {
        slug: _Step(to=successor.id, place=community.charter.origin.value("succeeded_by"))
        for slug, community in catalog.communities.items()
        if (successor := catalog.community(community.charter.succeeded_by or ""))
    }


def _successions(catalog: Catalog) -> dict[str, _Step]:
    return {
        ref: _Step(to=successor.ref, place=artifact.origin.value("superseded_by"))
        for ref, artifact in catalog.artifacts.items()
        if (successor := catalog.artifact(artifact.superseded_by or ""))
    }


def _originals(catalog: Catalog) -> dict[str, _Step]:
    return {
        ref: _Step(to=original.ref, place=artifact.origin.value("translation_of"))
        for ref, artifact in catalog.artifacts.items()
        if (original := catalog.artifact(artifact.translation_of or ""))
    }


def _circles(steps: Mapping[str, _Step]) -> Iterator[tuple[str, ...]]:
    """Every circle of two or more records, each once, from its first reference in file order."""
    done: set[str] = set()
    for start in steps:
        way: dict[str, None] = {}
        name = start
        while name in steps and name not in done and name not in way:
            way[name] = None
            name = steps[name].to
        if name in way:
            names = list(way)
            circle = names[names.index(name) :]
            if len(circle) > 1:
                first = min(range(len(circle)), key=lambda index: steps[circle[index]].place)
                yield (*circle[first:], *circle[:first])
        done.update(way)


RULE = Rule(
    code="reference-cycle",
    topic=Topic.NAMES,
    severity=Severity.ERROR,
    summary="Successors, translations or parent units lead in a circle.",
    check=check,
)
