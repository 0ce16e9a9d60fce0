"""Promised and delivered, expected output by expected output (data-model §4, §7).

A quantity is judged by the latest period that is over: *met* where all it expected was delivered, *partly* where some
was, *overdue* where nothing was though something came at another time, *nothing yet* where nothing ever came, *not due*
before a first period is over. The unfinished period is never held against a community; where no other is over, it
counts for the community once it is met. Each period has a state of its own besides.

A *due* output is *met* once delivered, late or not, else *not due* or *overdue*. A *standing* one is *met* where
something was delivered and was added or changed within the vitality window, *partly* where it was delivered and has not
changed since. Who is only proposed owes nothing yet, who is paused or closed nothing more: then nothing is *overdue*.
"""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from outcome_catalog.insights.activity import Activity, window
from outcome_catalog.insights.deliveries import delivered_periods, deliveries
from outcome_catalog.insights.figures import OutputFigure, OutputState, PeriodDelivery
from outcome_catalog.insights.wording import counted
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.catalog import Catalog, Community
from outcome_catalog.model.charter import ExpectedOutput, Lifecycle
from outcome_catalog.model.dates import Period
from outcome_catalog.model.ids import OutputId

_HELD_TO_NOTHING = (Lifecycle.PAUSED, Lifecycle.CLOSED)


def output_figures(catalog: Catalog, community: Community, activity: Activity) -> dict[OutputId, OutputFigure]:
    """The figure of each expected output of *community*, in charter order."""
    delivered = deliveries(catalog, community)
    return {
        promise.id: _figure(catalog, community, promise, delivered.get(promise.id, ()), activity)
        for promise in community.charter.expected_outputs
    }


def _figure(
    catalog: Catalog, community: Community, promise: ExpectedOutput, artifacts: Sequence[Artifact], activity: Activity
) -> OutputFigure:
    if promise.quantity is not None:
        periods = delivered_periods(catalog, community, promise.quantity, artifacts)
        state, why = _quantity_state(periods, artifacts)
    elif promise.due is not None:
        periods, (state, why) = (), _due_state(promise.due, artifacts, catalog.as_of)
    else:
        periods, (state, why) = (), standing_state(artifacts, activity, window(catalog))
    figure = OutputFigure(
        community=community.id,
        output=promise.id,
        state=state,
        why=why,
        delivered=tuple(artifact.ref for artifact in artifacts),
        periods=periods,
    )
    return _as_the_lifecycle_asks(figure, community.charter.lifecycle)


def _quantity_state(periods: Sequence[PeriodDelivery], artifacts: Sequence[Artifact]) -> tuple[OutputState, str]:
    over = [period for period in periods if period.is_over and period.expected > 0]
    if not over:
        return _first_period_state(periods, artifacts)
    latest = over[-1]
    kept = sum(len(period.delivered) >= period.expected for period in over)
    why = f"{latest.label}: {_of(latest)}. Kept in {kept} of {counted(len(over), 'period')} that are over."
    if len(latest.delivered) >= latest.expected:
        return OutputState.MET, why
    if latest.delivered:
        return OutputState.PARTLY, why
    return (OutputState.OVERDUE, why) if artifacts else (OutputState.NOTHING_YET, why)


def _first_period_state(periods: Sequence[PeriodDelivery], artifacts: Sequence[Artifact]) -> tuple[OutputState, str]:
    current = periods[-1] if periods else None
    if current is not None and 0 < current.expected <= len(current.delivered):
        return OutputState.MET, f"{current.label}: {_of(current)} already."
    why = "No period in which something was promised is over yet"
    return OutputState.NOT_DUE, f"{why}; {counted(len(artifacts), 'delivery', 'deliveries')} so far."


def _of(period: PeriodDelivery) -> str:
    return f"{period.expected} promised, {len(period.delivered)} delivered"


def _due_state(due: datetime.date, artifacts: Sequence[Artifact], as_of: datetime.date) -> tuple[OutputState, str]:
    if artifacts:
        late = (artifacts[0].date - due).days
        when = f"{counted(late, 'day')} after" if late > 0 else "in time for"
        return OutputState.MET, f"Delivered on {artifacts[0].date}, {when} its day, {due}."
    if as_of > due:
        return OutputState.OVERDUE, f"Due on {due} and not delivered."
    return OutputState.NOT_DUE, f"Due on {due}."


def standing_state(artifacts: Sequence[Artifact], activity: Activity, within: Period) -> tuple[OutputState, str]:
    """How a standing promise is kept by *artifacts* *within* a vitality window, and why."""
    if not artifacts:
        return OutputState.NOTHING_YET, "To be kept alive; nothing is here yet."
    have = f"{counted(len(artifacts), 'artifact')} to be kept alive"
    if not activity.is_known:
        return OutputState.PARTLY, f"{have}; there is no git history to tell whether that happens."
    alive = sum(activity.is_changed(artifact.ref, within) for artifact in artifacts)
    since = f"{alive} added or changed since {within.start}."
    return (OutputState.MET if alive else OutputState.PARTLY), f"{have}; {since}"


def _as_the_lifecycle_asks(figure: OutputFigure, lifecycle: Lifecycle) -> OutputFigure:
    missing = (OutputState.OVERDUE, OutputState.NOTHING_YET)
    if lifecycle is Lifecycle.PROPOSED and figure.state in missing:
        return replace(figure, state=OutputState.NOT_DUE, why=f"{figure.why} The community is only proposed.")
    if lifecycle in _HELD_TO_NOTHING and figure.state is OutputState.OVERDUE:
        state = OutputState.PARTLY if figure.delivered else OutputState.NOTHING_YET
        return replace(
            figure, state=state, why=f"{figure.why} The community is {lifecycle.value} and owes nothing more."
        )
    return figure
