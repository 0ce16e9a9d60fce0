"""What the several sources of one use say that it brought."""

from collections.abc import Iterable

from outcome_catalog.insights.figures import ReuseEvent
from outcome_catalog.model.reuse import Benefit


def stated_benefit(sources: Iterable[ReuseEvent]) -> Benefit | None:
    """What the best evidenced of *sources* says that it brought; one that states a figure before one that does not."""
    benefits = [event.benefit for event in sources if event.benefit is not None]
    with_figure = [benefit for benefit in benefits if benefit.unit and (benefit.low, benefit.high) != (None, None)]
    return next(iter((*with_figure, *benefits)), None)
