"""A feed and its entries as plain values, whatever format they are written in."""

import datetime
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that is new. *url* is its address on the site; *updated* is the day of its last commit.

    *categories* are pairs of a term and what people call it. *language* is given where it is not the catalog's.
    """

    id: str
    url: str
    title: str
    summary: str
    published: datetime.date
    updated: datetime.date
    recorded: datetime.date
    """The day it came into the catalog, by which entries are the newest."""
    authors: tuple[str, ...]
    categories: tuple[tuple[str, str], ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What is new of one sort. *place* is the address of its files without their ending.

    *pages* are the pages that offer it, the one that it is about first. *author* stands for entries that name none.
    """

    id: str
    place: str
    pages: tuple[str, ...]
    title: str
    author: str
    language: str
    entries: tuple[Entry, ...] = field(default=())
    updated: datetime.date

    def file(self, ending: str) -> str:
        """The address of the feed in the format whose files end in *ending*."""
        return f"{self.place}.{ending}"


def moment(day: datetime.date) -> str:
    """The beginning of *day* in UTC, as feeds write it (RFC 3339): git's record is read to the day."""
    return f"{day.isoformat()}T00:00:00Z"
