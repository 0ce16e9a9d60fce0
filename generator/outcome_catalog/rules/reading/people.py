"""The people of people.yml, each with the places of its keys."""

from collections.abc import Callable, Iterator
from functools import partial

from outcome_catalog.diagnostics import Span
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.people import Person


def people_places(catalog: Catalog) -> Iterator[tuple[Person, Callable[..., Span]]]:
    """Every person with a function from the rest of a pointer to its place; none where there is no people.yml."""
    if catalog.people_register is not None:
        for index, person in enumerate(catalog.people_register.people):
            yield person, partial(catalog.people_register.origin.value, "people", index)
