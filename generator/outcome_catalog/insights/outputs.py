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
from outcome_catalog.insights.sentences import PeriodLabel, Sentences, says
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.catalog import Catalog, Community
from outcome_catalog.model.charter import ExpectedOutput, Lifecycle
from outcome_catalog.model.dates import Period
from outcome_catalog.model.ids import OutputId

_OWES_NOTHING = {
    Lifecycle.PAUSED: says("lifecycle.paused_owes_nothing"),
    Lifecycle.CLOSED: says("lifecycle.closed_owes_nothing"),
}


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


def _quantity_state(periods: Sequence[PeriodDelivery], artifacts: Sequence[Artifact]) -> tuple[OutputState, Sentences]:
    over = [period for period in periods if period.is_over and period.expected > 0]
    if not over:
        return _first_period_state(periods, artifacts)
    latest = over[-1]
    kept = sum(len(period.delivered) >= period.expected for period in over)
    why = says("output.period", delivery=_of(latest)) + says("output.kept_in", kept=kept, n=len(over))
    if len(latest.delivered) >= latest.expected:
        return OutputState.MET, why
    if latest.delivered:
        return OutputState.PARTLY, why
    return (OutputState.OVERDUE, why) if artifacts else (OutputState.NOTHING_YET, why)


def _first_period_state(
    periods: Sequence[PeriodDelivery], artifacts: Sequence[Artifact]
) -> tuple[OutputState, Sentences]:
    current = periods[-1] if periods else None
    if current is not None and 0 < current.expected <= len(current.delivered):
        return OutputState.MET, says("output.already", delivery=_of(current))
    return OutputState.NOT_DUE, says("output.no_period_over", n=len(artifacts))


def _of(period: PeriodDelivery) -> Sentences:
    return says(
        "output.delivery",
        period=PeriodLabel(period.label),
        promised=says("output.promised", n=period.expected),
        delivered=says("output.delivered", n=len(period.delivered)),
    )


def _due_state(
    due: datetime.date, artifacts: Sequence[Artifact], as_of: datetime.date
) -> tuple[OutputState, Sentences]:
    if artifacts:
        return OutputState.MET, delivered_on(artifacts[0].date, due)
    if as_of > due:
        return OutputState.OVERDUE, says("output.overdue", due=due)
    return OutputState.NOT_DUE, says("output.due", due=due)


def delivered_on(day: datetime.date, due: datetime.date) -> Sentences:
    """When an output with a day was delivered, and how late."""
    late = (day - due).days
    if late > 0:
        return says("output.delivered_late", day=day, due=due, n=late)
    return says("output.delivered_in_time", day=day, due=due)


def standing_state(artifacts: Sequence[Artifact], activity: Activity, within: Period) -> tuple[OutputState, Sentences]:
    """How a standing promise is kept by *artifacts* *within* a vitality window, and why."""
    if not artifacts:
        return OutputState.NOTHING_YET, says("standing.nothing")
    if not activity.is_known:
        return OutputState.PARTLY, says("standing.not_known", n=len(artifacts))
    alive = sum(activity.is_changed(artifact.ref, within) for artifact in artifacts)
    why = says("standing.kept", n=len(artifacts), changed=says("standing.changed", n=alive, day=within.start))
    return (OutputState.MET if alive else OutputState.PARTLY), why


def _as_the_lifecycle_asks(figure: OutputFigure, lifecycle: Lifecycle) -> OutputFigure:
    missing = (OutputState.OVERDUE, OutputState.NOTHING_YET)
    if lifecycle is Lifecycle.PROPOSED and figure.state in missing:
        return replace(figure, state=OutputState.NOT_DUE, why=figure.why + says("lifecycle.proposed"))
    if lifecycle in _OWES_NOTHING and figure.state is OutputState.OVERDUE:
        state = OutputState.PARTLY if figure.delivered else OutputState.NOTHING_YET
        return replace(figure, state=state, why=figure.why + _OWES_NOTHING[lifecycle])
    return figure
