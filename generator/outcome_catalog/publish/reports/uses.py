"""What the several sources of one use say together: when it began, and what it brought."""

from collections.abc import Iterable

from outcome_catalog.insights.figures import ReuseEvent
from outcome_catalog.insights.uses import Use
from outcome_catalog.model.reuse import Benefit


def opening_event(use: Use) -> ReuseEvent:
    """The source that says when the use began: the first of them, the most exact where two begin on one day."""
    dated = [event for event in use.events if event.first_day is not None]
    return min(dated, key=lambda event: (event.first_day, _last_day(event)), default=use.best)


def _last_day(event: ReuseEvent) -> str:
    last = event.recorded if event.date is None else event.date.last_day
    return "" if last is None else last.isoformat()


def stated_benefit(sources: Iterable[ReuseEvent]) -> Benefit | None:
    """What the best evidenced of *sources* says that it brought; one that states a figure before one that does not."""
    benefits = [event.benefit for event in sources if event.benefit is not None]
    with_figure = [benefit for benefit in benefits if benefit.unit and (benefit.low, benefit.high) != (None, None)]
    return next(iter((*with_figure, *benefits)), None)
