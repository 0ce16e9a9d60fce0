"""Where the addresses of a document lead in one format, and the numbers by which its sources are referred to."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from outcome_catalog.publish.reports.document import (
    Block,
    Document,
    Facts,
    Line,
    Paragraph,
    SourcePlace,
    Steps,
    Table,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """What a format needs to know to turn a document's addresses into links.

    *numbers* gives each file, as of its commit, the number that stands for it, in the order of the document.
    """

    site_url: str | None
    numbers: dict[tuple[str, str | None], int] = field(default_factory=dict)

    def address(self, url: str | None) -> str | None:
        """The whole address of *url*, None where it is one of a site whose own address nobody knows."""
        return None if url is None else _whole(url, self.site_url)

    def number(self, place: SourcePlace) -> int:
        """The number of a source."""
        return self.numbers[place.path, place.commit]


@lru_cache(maxsize=20_000)
def _whole(url: str, site_url: str | None) -> str | None:
    if url.startswith("#") or urlsplit(url).scheme:
        return url
    return None if site_url is None else urljoin(site_url.rstrip("/") + "/", url)


def references(document: Document, site_url: str | None) -> References:
    """The references of *document*, whose site stands at *site_url*."""
    places = enumerate(distinct_sources(document), 1)
    return References(site_url=site_url, numbers={(place.path, place.commit): number for number, place in places})


def sources(document: Document) -> Iterator[SourcePlace]:
    """Every source that the document names, in its order."""
    for section in document.sections:
        for block in section.blocks:
            for line in _lines(block):
                yield from (span.source for span in line if span.source is not None)


@lru_cache(maxsize=2)
def distinct_sources(document: Document) -> tuple[SourcePlace, ...]:
    """The sources by their numbers, each file as of its commit once."""
    found: dict[tuple[str, str | None], SourcePlace] = {}
    for place in sources(document):
        found.setdefault((place.path, place.commit), place)
    return tuple(found.values())


def linked_places(document: Document) -> frozenset[str]:
    """The places of the document itself that its sections lead to, each as ``#place``."""
    lines = (line for section in document.sections for block in section.blocks for line in _lines(block))
    urls = (span.url for line in lines for span in line if span.url is not None)
    return frozenset(url for url in urls if url.startswith("#"))


def _lines(block: Block) -> Iterator[Line]:
    match block:
        case Paragraph():
            yield block.line
        case Facts():
            yield from (line for _, line in block.facts)
        case Table():
            yield from (cell for group in block.groups for row in group.rows for cell in row.cells)
        case Steps():
            pass
