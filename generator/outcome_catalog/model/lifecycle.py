"""Where a community stood in its life on a given day (data-model §4)."""

import datetime

from outcome_catalog.model.charter import Charter, Lifecycle


def lifecycle_on(charter: Charter, day: datetime.date) -> Lifecycle:
    """The state of the community on *day*: by ``lifecycle_history``, and by what the charter says where that is silent.

    From the last recorded change on it is the charter's own ``lifecycle``. Before the first one the community was
    active, unless that change made it active: then it was only proposed, as it is before ``started``. A community that
    closed on no recorded day was closed after ``ends``; where the charter does not say that either, at all times.
    """
    changes = sorted(charter.lifecycle_history, key=lambda change: change.date)
    state = charter.lifecycle
    if changes and day < changes[-1].date:
        known = [change.state for change in changes if change.date <= day]
        first_made_it_active = changes[0].state is Lifecycle.ACTIVE
        state = known[-1] if known else Lifecycle.PROPOSED if first_made_it_active else Lifecycle.ACTIVE
    elif not changes and state is Lifecycle.CLOSED and charter.ends is not None and day <= charter.ends:
        state = Lifecycle.ACTIVE
    return Lifecycle.PROPOSED if state is Lifecycle.ACTIVE and day < charter.started else state
