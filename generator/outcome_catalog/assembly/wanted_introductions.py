"""Which commits the figures need: those that brought references, what vouches for a use, and values into files."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from outcome_catalog.model.history import any_of
from outcome_catalog.model.reuse import USED_MODES, stated_mode
from outcome_catalog.sources.discover import Role
from outcome_catalog.sources.document import Document

Names = Mapping[str, tuple[str, ...]]
"""Every name that an artifact has or had, by each of them."""


def wanted_introductions(documents: Iterable[Document]) -> Mapping[str, frozenset[str]]:
    """The references whose introducing commit the figures need, by the file that holds them (data-model §4, §5, §6).

    Of a reuse record these are the people who confirm it, the artifact under whichever of its names, and that it is
    used: who wrote another artifact or another mode into it than stood there changed what others had vouched for. Who
    only rewrote a reference because its artifact moved brought nothing in, in a ``based_on`` entry as in a record. Of a
    measurement they are the days of its values.
    """
    documents = tuple(documents)
    names = _names(documents)
    wanted: dict[str, frozenset[str]] = {}
    for document in documents:
        data = document.data or {}
        match document.file.role:
            case Role.ARTIFACT:
                named = (entry["artifact"] for entry in data.get("based_on", ()) if "artifact" in entry)
                found = frozenset(any_of(name, names.get(name, ())) for name in named)
            case Role.REUSE:
                found = frozenset(_of_record(data, names))
            case Role.MEASUREMENT:
                found = frozenset(str(value["date"]) for value in data.get("values", ()) if "date" in value)
            case _:
                continue
        if found:
            wanted[document.file.path] = found
    return wanted


def _of_record(data: Mapping[str, Any], names: Names) -> Iterator[str]:
    yield from (entry["person"] for entry in data.get("confirmed_by", ()) if "person" in entry)
    if "artifact" in data:
        yield any_of(data["artifact"], names.get(data["artifact"], ()))
    if data.get("mode") in USED_MODES:
        yield any_of(stated_mode(data["mode"]), (spelt for mode in USED_MODES for spelt in _spellings(mode)))


def _spellings(mode: str) -> Iterator[str]:
    """How a mode may stand in YAML."""
    yield stated_mode(mode)
    yield from (f'mode: "{mode}"', f"mode: '{mode}'", f'"mode": "{mode}"')


def _names(documents: Iterable[Document]) -> Names:
    """The names of every artifact: its own, those it states, and its own below a former slug of its community."""
    charters = {d.file.community: d.data or {} for d in documents if d.file.role is Role.CHARTER}
    names: dict[str, tuple[str, ...]] = {}
    for document in documents:
        if document.file.role is Role.ARTIFACT:
            communities = (document.file.community, *charters.get(document.file.community, {}).get("former_slugs", ()))
            own = (f"{community}/{document.file.slug}" for community in communities)
            of_one = (*own, *(document.data or {}).get("former", ()))
            for name in of_one:
                names[name] = of_one
    return names
