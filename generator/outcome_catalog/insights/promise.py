"""When a community stood by its charter: the stretches of days in which its promises hold (data-model §4)."""

import datetime
from collections.abc import Iterator, Sequence

from outcome_catalog.model.charter import Charter, Lifecycle
from outcome_catalog.model.dates import Period


def promised_stretches(charter: Charter) -> tuple[Period, ...]:
    """The stretches in which the community was active, oldest first; the last is open while it still is.

    From *started* to *ends*, without the days on which it was proposed, paused or closed. A community that is paused
    or closed without a day that says since when is held to nothing: its last stretch is dropped.
    """
    stretches = tuple(_active(charter))
    if stretches and stretches[-1].end is None and charter.lifecycle in (Lifecycle.PAUSED, Lifecycle.CLOSED):
        return stretches[:-1]
    return stretches


def promised_days(stretches: Sequence[Period], start: datetime.date, end: datetime.date) -> int:
    """How many days from *start* to *end* lie in the stretches."""
    days = 0
    for stretch in stretches:
        last = end if stretch.end is None else min(end, stretch.end)
        days += max(0, (last - max(start, stretch.start)).days + 1)
    return days


def _active(charter: Charter) -> Iterator[Period]:
    since: datetime.date | None = charter.started if _began_active(charter) else None
    for change in sorted(charter.lifecycle_history, key=lambda change: change.date):
        if change.state is Lifecycle.ACTIVE:
            since = since or max(change.date, charter.started)
        elif since is not None:
            yield from _until(since, change.date - datetime.timedelta(days=1), charter.ends)
            since = None
    if since is not None:
        yield from _until(since, None, charter.ends)


def _began_active(charter: Charter) -> bool:
    """Whether it was active from *started* on: where its first recorded change made it active, it was not before."""
    first = min(charter.lifecycle_history, key=lambda change: change.date, default=None)
    return charter.lifecycle is not Lifecycle.PROPOSED if first is None else first.state is not Lifecycle.ACTIVE


def _until(since: datetime.date, last: datetime.date | None, ends: datetime.date | None) -> Iterator[Period]:
    end = min((day for day in (last, ends) if day is not None), default=None)
    if end is None or end >= since:
        yield Period(since, end)
