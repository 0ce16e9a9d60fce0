"""The published data as tables of comma-separated values: the lists of the JSON files, one file for each list."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from operator import attrgetter
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from outcome_catalog.publish.api import community_types, organisation_types, types, value_types
from outcome_catalog.publish.csv_cells import csv_text

Column = tuple[str, Callable[[Any], object]]


def csv_tables(
    catalog: types.PublishedCatalog,
    communities: Sequence[community_types.CommunityFile],
    organisation: organisation_types.OrganisationFile,
) -> Iterator[tuple[str, str]]:
    """The name of each table's file, and its text."""
    whole: Mapping[str, tuple[type, Iterable[object]]] = {
        "communities": (types.PublishedCommunity, catalog.communities),
        "artifacts": (types.PublishedArtifact, catalog.artifacts),
        "reuses": (types.PublishedReuse, catalog.reuses),
        "objectives": (organisation_types.Objective, organisation.objectives),
        "audiences": (organisation_types.Audience, organisation.audiences),
        "units": (organisation_types.Unit, organisation.units),
        "kinds": (organisation_types.Kind, organisation.kinds),
        "rollups": (value_types.RollUp, organisation.rollups),
        "attention": (value_types.AttentionItem, organisation.attention),
        "suggestions": (organisation_types.Suggestion, organisation.suggestions),
        "left_out": (organisation_types.LeftOutDocument, organisation.left_out),
        "later": (organisation_types.LaterRecord, organisation.later),
    }
    for name, (of, rows) in whole.items():
        yield _file_name(name), _table(of, rows)
    for name, of in BY_COMMUNITY.items():
        yield _file_name(name), _table(of, (row for found in communities for row in getattr(found, name)))


BY_COMMUNITY: Mapping[str, type] = {
    "expected_outputs": community_types.ExpectedOutput,
    "output_periods": community_types.OutputPeriod,
    "outcomes": community_types.Outcome,
    "indicators": community_types.Indicator,
    "indicator_values": community_types.IndicatorValue,
    "benefits": community_types.Benefit,
    "roles": value_types.Role,
    "not_possible_before": value_types.Statement,
}
"""The lists of a community's file that are tables for all communities together."""


def _file_name(name: str) -> str:
    return f"{name.replace('_', '-')}.csv"


def columns(of: type, before: str = "") -> Iterator[Column]:
    """The columns of a table of *of*, with what gives the cell of a row; a part's columns begin with its name."""
    hints = get_type_hints(of, include_extras=True)
    for field in fields(of):
        name, part = f"{before}{field.name}", _part(hints[field.name])
        if part is None:
            yield name, attrgetter(field.name)
        else:
            for inner, value in columns(part, f"{name}_"):
                yield inner, _of_part(attrgetter(field.name), value)


def _table(of: type, rows: Iterable[object]) -> str:
    found = list(columns(of))
    return csv_text((name for name, _ in found), ([value(row) for _, value in found] for row in rows))


def _of_part(part: Callable[[Any], object], value: Callable[[Any], object]) -> Callable[[Any], object]:
    """The cell of a column within a *part*: empty where a row has no such part."""
    return lambda row: None if (found := part(row)) is None else value(found)


def _part(hint: Any) -> type | None:
    """The type of a part that a hint names, where it is one value of several of its own."""
    if isinstance(hint, type) and is_dataclass(hint):
        return hint
    if get_origin(hint) in {Annotated, Union, UnionType}:
        return next((part for arg in get_args(hint) if (part := _part(arg)) is not None), None)
    return None
