"""What fell due in a period, expected output by expected output, and what was delivered for it (data-model §4, §7).

A promised quantity falls due with each of its own periods that ends in the reported one. A *due* output falls due on
its day, where the community is active on it. It is carried on from period to period while it is not delivered and the
community is active still, and counts in the period of its day alone. A *standing* one is judged by the activity in the
vitality window before the judged day, and asked of no community that is closed by then.

What is missing where a community is paused or closed by then is *nothing yet* rather than *overdue*, and a community
that is only proposed owes nothing.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from outcome_catalog.insights.activity import Activity, window
from outcome_catalog.insights.deliveries import deliveries
from outcome_catalog.insights.figures import OutputFigure, OutputState, PeriodDelivery
from outcome_catalog.insights.outputs import delivered_on, standing_state
from outcome_catalog.insights.period_report.figures import PromiseInPeriod, ReportedPeriod
from outcome_catalog.insights.sentences import PeriodLabel, Sentences, says
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.catalog import Catalog, Community
from outcome_catalog.model.charter import ExpectedOutput, Lifecycle
from outcome_catalog.model.ids import ArtifactRef, OutputId
from outcome_catalog.model.lifecycle import lifecycle_on

_STATED = {Lifecycle.PAUSED: says("lifecycle.paused"), Lifecycle.CLOSED: says("lifecycle.closed")}
"""Who is held to nothing, and what is said of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """One expected output of a community, and what it is judged by."""

    catalog: Catalog
    community: Community
    lifecycle: Lifecycle
    promise: ExpectedOutput
    artifacts: Sequence[Artifact]
    reported: ReportedPeriod

    @property
    def has_begun(self) -> bool:
        """Whether the community had started by the judged day."""
        return self.community.charter.started <= self.reported.judged_on


def promises_in_period(
    catalog: Catalog,
    community: Community,
    lifecycle: Lifecycle,
    figures: Mapping[OutputId, OutputFigure],
    done: tuple[Activity, ReportedPeriod],
) -> Iterator[PromiseInPeriod]:
    """The promises of *community* that the reported period has to do with, in charter order.

    *lifecycle* is the community's on the judged day, *figures* are its expected outputs', *done* is what was done in
    all communities and the period that is reported.
    """
    activity, reported = done
    delivered = deliveries(catalog, community)
    for promise in community.charter.expected_outputs:
        asked = _Asked(
            catalog=catalog,
            community=community,
            lifecycle=lifecycle,
            promise=promise,
            artifacts=delivered.get(promise.id, ()),
            reported=reported,
        )
        if promise.quantity is not None:
            found = _quantity(asked, figures[promise.id].periods)
        elif promise.due is not None:
            found = _due(asked, promise.due)
        else:
            found = _standing(asked, activity)
        if found is not None:
            yield _as_the_lifecycle_asks(found, lifecycle)


def _quantity(asked: _Asked, all_periods: Sequence[PeriodDelivery]) -> PromiseInPeriod | None:
    periods = tuple(period for period in all_periods if _ends_in(period, asked.reported))
    if not periods:
        return None
    over = [period for period in periods if period.is_over and period.expected > 0]
    expected = sum(period.expected for period in over)
    delivered = tuple(dict.fromkeys(ref for period in periods for ref in period.delivered))
    kept = sum(len(period.delivered) >= period.expected for period in over)
    earlier = any(period.delivered for period in all_periods if period.period.start < periods[0].period.start)
    return PromiseInPeriod(
        community=asked.community.id,
        promise=asked.promise,
        state=_quantity_state(periods, over, kept, has_earlier=earlier),
        why=_quantity_why(over, kept, delivered, periods[-1]),
        periods=periods,
        expected=expected,
        fulfilled=sum(min(period.expected, len(period.delivered)) for period in over),
        delivered=delivered,
        due=len(over),
        kept=kept,
    )


def _ends_in(period: PeriodDelivery, reported: ReportedPeriod) -> bool:
    """Whether the promise's period ends in the reported one; all time holds every period, the running one too."""
    end = period.period.end
    return reported.per is None or (end is not None and end in reported.period)


def _quantity_state(
    periods: Sequence[PeriodDelivery], over: Sequence[PeriodDelivery], kept: int, *, has_earlier: bool
) -> OutputState:
    if not over:
        is_met = 0 < periods[-1].expected <= len(periods[-1].delivered)
        return OutputState.MET if is_met else OutputState.NOT_DUE
    if kept == len(over):
        return OutputState.MET
    if any(period.delivered for period in over):
        return OutputState.PARTLY
    return OutputState.OVERDUE if has_earlier else OutputState.NOTHING_YET


def _quantity_why(
    over: Sequence[PeriodDelivery], kept: int, delivered: Sequence[ArtifactRef], running: PeriodDelivery
) -> Sentences:
    if not over:
        label, promised = PeriodLabel(running.label), says("output.promised", n=running.expected)
        return says("promise.nothing_over", period=label, promised=promised, n=len(delivered))
    promised = says("output.promised", n=sum(period.expected for period in over))
    why = says("promise.delivered", promised=promised, n=len(delivered))
    return why + says("output.kept_in", kept=kept, n=len(over))


def _due(asked: _Asked, due: datetime.date) -> PromiseInPeriod | None:
    reported = asked.reported
    delivered = tuple(artifact for artifact in asked.artifacts if artifact.date <= reported.judged_on)
    is_owed = lifecycle_on(asked.community.charter, due) is Lifecycle.ACTIVE
    is_missing = due < reported.period.start and not any(a.date < reported.period.start for a in delivered)
    is_carried_on = is_missing and is_owed and asked.lifecycle is Lifecycle.ACTIVE and reported.per is not None
    is_of_period = reported.per is None or due in reported.period or is_carried_on
    if not is_of_period or not asked.has_begun:
        return None
    # The last day itself is still in time, but a period that is over has seen it out.
    is_late = due < reported.judged_on or (reported.is_over and due == reported.judged_on)
    is_due = int(is_late and is_owed and not is_carried_on)
    state = _due_state(is_delivered=bool(delivered), is_late=is_late, is_owed=is_owed)
    return PromiseInPeriod(
        community=asked.community.id,
        promise=asked.promise,
        state=state,
        why=_due_why(due, delivered, state),
        expected=is_due,
        fulfilled=is_due if delivered else 0,
        delivered=tuple(artifact.ref for artifact in delivered),
        due=is_due,
        kept=is_due if delivered else 0,
        is_carried_on=is_carried_on,
    )


def _due_state(*, is_delivered: bool, is_late: bool, is_owed: bool) -> OutputState:
    if is_delivered:
        return OutputState.MET
    if not is_late:
        return OutputState.NOT_DUE
    return OutputState.OVERDUE if is_owed else OutputState.NOTHING_YET


def _due_why(due: datetime.date, delivered: Sequence[Artifact], state: OutputState) -> Sentences:
    if delivered:
        return delivered_on(delivered[0].date, due)
    return says("output.due", due=due) if state is OutputState.NOT_DUE else says("output.overdue", due=due)


def _standing(asked: _Asked, activity: Activity) -> PromiseInPeriod | None:
    if not asked.has_begun or asked.lifecycle is Lifecycle.CLOSED:
        return None
    judged = asked.reported.judged_on
    artifacts = [artifact for artifact in asked.artifacts if artifact.date <= judged]
    state, why = standing_state(artifacts, activity, window(asked.catalog, judged))
    return PromiseInPeriod(
        community=asked.community.id,
        promise=asked.promise,
        state=state,
        why=why,
        expected=None,
        fulfilled=None,
        delivered=tuple(artifact.ref for artifact in artifacts),
        due=None,
        kept=None,
    )


def _as_the_lifecycle_asks(found: PromiseInPeriod, lifecycle: Lifecycle) -> PromiseInPeriod:
    missing = (OutputState.OVERDUE, OutputState.NOTHING_YET)
    if lifecycle is Lifecycle.PROPOSED and found.state in missing:
        due = None if found.due is None else 0
        why = found.why + says("lifecycle.proposed")
        return replace(found, state=OutputState.NOT_DUE, expected=due, fulfilled=due, due=due, kept=due, why=why)
    if lifecycle in _STATED and found.state is OutputState.OVERDUE:
        return replace(found, state=OutputState.NOTHING_YET, why=found.why + _STATED[lifecycle])
    return found
