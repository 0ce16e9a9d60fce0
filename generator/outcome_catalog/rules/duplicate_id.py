"""A name that means two things means nothing: every reference to it could mean either.

Ids are given once: of objectives, audiences, units and community types in `organisation.yml`, of people in
`people.yml`, and of expected outputs, outcomes and indicators in a charter. The indicators of one charter share one
list, whichever outcome they belong to, because their values lie side by side in `measurements/`.

Fails:

    # communities/organisation.yml
    units:
      - {id: field-service, title: Field service}
      - {id: field-service, title: Field service South}

Passes:

    # communities/organisation.yml
    units:
      - {id: field-service, title: Field service}
      - {id: field-service-south, title: Field service South}
"""

from collections.abc import Iterable, Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Related, Severity, Span
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import Charter
from outcome_catalog.model.organisation import Organisation
from outcome_catalog.model.origin import Origin
from outcome_catalog.rules.reading.people import people_places
from outcome_catalog.rules.rule import Rule

_Ids = Iterable[tuple[str, Span]]


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each id that another one of the same list has already, at its second place."""
    yield from _lists(_ids_of_organisation(catalog.organisation))
    yield from _repeated((person.id, place("id")) for person, place in people_places(catalog))
    for community in catalog.communities.values():
        yield from _lists(_ids_of_charter(community.charter))


def _ids_of_organisation(organisation: Organisation) -> Iterator[_Ids]:
    origin = organisation.origin
    yield _ids(origin, "objectives", (objective.id for objective in organisation.objectives))
    yield _ids(origin, "audiences", (audience.id for audience in organisation.audiences))
    yield _ids(origin, "units", (unit.id for unit in organisation.units))
    yield _ids(origin, "community_types", (kind.id for kind in organisation.community_types))


def _ids_of_charter(charter: Charter) -> Iterator[_Ids]:
    yield _ids(charter.origin, "expected_outputs", (output.id for output in charter.expected_outputs))
    yield _ids(charter.origin, "outcomes", (outcome.id for outcome in charter.outcomes))
    yield [
        (indicator.id, charter.origin.value("outcomes", index, "indicators", number, "id"))
        for index, outcome in enumerate(charter.outcomes)
        for number, indicator in enumerate(outcome.indicators)
    ]


def _ids(origin: Origin, key: str, names: Iterable[str]) -> _Ids:
    return [(name, origin.value(key, index, "id")) for index, name in enumerate(names)]


def _lists(lists: Iterable[_Ids]) -> Iterator[Diagnostic]:
    for ids in lists:
        yield from _repeated(ids)


def _repeated(ids: _Ids) -> Iterator[Diagnostic]:
    first: dict[str, Span] = {}
    for name, place in ids:
        if first.setdefault(name, place) != place:
            yield RULE.finding(
                place,
                f'the id "{name}" is given twice',
                help="give one of the two another id, and correct what refers to it",
                related=(Related(message="given here first", span=first[name]),),
            )


RULE = Rule(
    code="duplicate-id",
    topic=Topic.NAMES,
    severity=Severity.ERROR,
    summary="An id is given twice in one list.",
    check=check,
)
