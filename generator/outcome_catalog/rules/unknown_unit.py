"""Reuse is counted across the units of the organisation, so a unit has to be one of them.

`organisation.yml` lists the units. A reuse by a unit that is not listed would be counted for nobody, and a person in
one could vouch for no reuse. Somebody outside the organisation is named with `external` instead.

Fails:

    # communities/support-guild/reuse/2026-03-02-field-service.yml
    used_by:
      unit: feld-service

Passes:

    # communities/support-guild/reuse/2026-03-02-field-service.yml
    used_by:
      unit: field-service
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.charter import Charter
from outcome_catalog.model.reuse import ReuseRecord
from outcome_catalog.rules.reading.people import people_places
from outcome_catalog.rules.reading.references import Reference, unresolved
from outcome_catalog.rules.rule import Rule


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each unit that organisation.yml does not list."""
    known = {unit.id for unit in catalog.organisation.units}
    yield from unresolved(RULE, _references(catalog), known, noun="unit of organisation.yml")


def _references(catalog: Catalog) -> Iterator[Reference]:
    origin = catalog.organisation.origin
    for index, unit in enumerate(catalog.organisation.units):
        if unit.parent is not None:
            yield Reference(name=unit.parent, place=origin.value("units", index, "parent"))
    yield from _units_of_people(catalog)
    for community in catalog.communities.values():
        yield from _units_of_charter(community.charter)
    for record in catalog.reuse_records():
        yield from _units_of_record(record)


def _units_of_people(catalog: Catalog) -> Iterator[Reference]:
    for person, place in people_places(catalog):
        if person.unit is not None:
            yield Reference(name=person.unit, place=place("unit"))
        for number, former in enumerate(person.former_units):
            if former.unit is not None:
                yield Reference(name=former.unit, place=place("former_units", number, "unit"))


def _units_of_charter(charter: Charter) -> Iterator[Reference]:
    for index, sponsor in enumerate(charter.sponsors):
        if sponsor.unit is not None:
            yield Reference(name=sponsor.unit, place=charter.origin.value("sponsors", index, "unit"))
    for index, steward in enumerate(charter.stewards):
        if steward.unit is not None:
            yield Reference(name=steward.unit, place=charter.origin.value("stewards", index, "unit"))


def _units_of_record(record: ReuseRecord) -> Iterator[Reference]:
    if record.used_by.unit is not None:
        yield Reference(name=record.used_by.unit, place=record.origin.value("used_by", "unit"))
    for index, confirmation in enumerate(record.confirmed_by):
        if confirmation.unit is not None:
            yield Reference(name=confirmation.unit, place=record.origin.value("confirmed_by", index, "unit"))


RULE = Rule(
    code="unknown-unit",
    topic=Topic.NAMES,
    severity=Severity.ERROR,
    summary="Something names a unit that organisation.yml does not list.",
    check=check,
)
