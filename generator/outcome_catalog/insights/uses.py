"""One use is counted once: which events are the same use, and which of them counts for it (data-model §6).

Events are the same use where they name the same artifact and the same place of use and share a unit, an outside
organisation or a community. The event of the best grade counts; on a tie a record rather than an entry, then the one
that began first. The others stay, shown beside it.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from outcome_catalog.insights.figures import Grade, NotCounted, ReuseEvent
from outcome_catalog.insights.membership import folded
from outcome_catalog.insights.repository_places import repository_name
from outcome_catalog.insights.sentences import says
from outcome_catalog.model.dates import Period

PROVEN = frozenset({Grade.ATTESTED, Grade.VERIFIED})
"""The grades that somebody of the reusing side stands for."""
COUNTED_GRADES = (Grade.CLAIMED, Grade.ATTESTED, Grade.VERIFIED)
"""The grades that a counted use can have, the least evidenced first."""
GRADES_BEST_FIRST = COUNTED_GRADES[::-1]
"""The same as they are shown, the best evidenced first."""
_RANK: Mapping[Grade, int] = {grade: rank for rank, grade in enumerate(COUNTED_GRADES)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One use: the event that counts for it first, then the other sources that say the same."""

    events: tuple[ReuseEvent, ...]

    @property
    def best(self) -> ReuseEvent:
        """The event that counts."""
        return self.events[0]

    @property
    def id(self) -> str:
        """The use's id: that of the event that counts."""
        return self.best.id

    @property
    def opening(self) -> ReuseEvent:
        """The source that says when the use began: the earliest, the most exact where two begin on one day.

        Where the use is proven, what only claims it does not date it: no claim moves a proven use to another day.
        """
        proving = [event for event in self.events if event.grade in PROVEN]
        dated = [event for event in proving or self.events if event.began is not None]
        return min(dated, key=_earliest_first, default=self.best)

    @property
    def first_day(self) -> datetime.date | None:
        """The earliest day on which it can have begun; None where no source tells of any."""
        return self.opening.first_day


def _earliest_first(event: ReuseEvent) -> tuple[datetime.date, datetime.date]:
    began = event.began or Period(datetime.date.max)
    return began.start, began.end or began.start


def merged_events(events: Iterable[ReuseEvent], known_later: Iterable[ReuseEvent] = ()) -> tuple[ReuseEvent, ...]:
    """*events*, newest first, with exactly one counted for each use.

    *known_later* are events that are recorded later and not shown: where they say that two of *events* are one use, it
    is one, so that an earlier day never counts more uses than a later one.
    """
    found = {event.id: event for event in events}
    shown = [event for event in found.values() if not event.counted]
    later = (event for event in known_later if event.id not in found)
    for same in _same_uses([event for event in (*found.values(), *later) if event.counted]):
        use = [event for event in same if event.id in found]
        shown += _with_one_counted(use) if use else ()
    return newest_first(shown)


def uses(events: Iterable[ReuseEvent]) -> tuple[Use, ...]:
    """The counted uses among merged *events*, in their order, each with all its sources."""
    events = tuple(events)
    sources: dict[str, list[ReuseEvent]] = defaultdict(list)
    for event in events:
        sources[event.use].append(event)
    return tuple(
        Use(events=(event, *sorted((e for e in sources[event.use] if e is not event), key=_best_first)))
        for event in events
        if event.counted
    )


def newest_first(events: Iterable[ReuseEvent]) -> tuple[ReuseEvent, ...]:
    """*events* by the day the use began or was recorded, newest first; undated last; by id within a day."""
    by_id = sorted(events, key=lambda event: event.id)
    return tuple(sorted(by_id, key=lambda event: event.first_day or datetime.date.min, reverse=True))


def _with_one_counted(group: Sequence[ReuseEvent]) -> Iterator[ReuseEvent]:
    best, *others = sorted(group, key=_best_first) if len(group) > 1 else group
    yield replace(best, reason=best.reason + says("use.counted_once", n=len(group))) if others else best
    for event in others:
        reason = event.reason + says("use.same_as", use=best.id)
        yield replace(event, use=best.id, counted=False, not_counted=NotCounted.SAME_USE, reason=reason)


def _best_first(event: ReuseEvent) -> tuple[bool, int, bool, datetime.date, str]:
    rank = _RANK.get(event.grade, -1)
    return (not event.counted, -rank, ">" in event.id, event.first_day or datetime.date.max, event.id)


def _same_uses(events: Sequence[ReuseEvent]) -> Iterator[list[ReuseEvent]]:
    """*events* in groups of the same use: a union-find over what their parties share at one place."""
    parent = list(range(len(events)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    first: dict[tuple[str, ...], int] = {}
    for index, event in enumerate(events):
        for token in _shared_by(event):
            parent[root(index)] = root(first.setdefault(token, index))
    groups: dict[int, list[ReuseEvent]] = defaultdict(list)
    for index, event in enumerate(events):
        groups[root(index)].append(event)
    yield from groups.values()


def _shared_by(event: ReuseEvent) -> Iterator[tuple[str, ...]]:
    """What another event must have one of to be the same use."""
    place = (event.artifact, *_place(event))
    if event.party.unit is not None:
        yield (*place, "unit", event.party.unit)
    if event.party.external is not None:
        yield (*place, "external", folded(event.party.external))
    if event.party.community is not None:
        yield (*place, "community", event.party.community)


def _place(event: ReuseEvent) -> tuple[str, ...]:
    """What tells one place of use from another; an event that names none is a place of its own."""
    place = event.place
    if place.artifact is not None:
        return ("artifact", place.artifact)
    if place.url is not None:
        return ("url", place.url.strip().rstrip("/"))
    if place.repository is not None:
        return ("repository", repository_name(place.repository), (place.path or "").strip("/"))
    return ("title", folded(place.title)) if place.title is not None else ("event", event.id)
