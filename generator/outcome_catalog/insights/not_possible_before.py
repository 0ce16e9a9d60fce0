"""What was not possible before, as those say who did it and those who hope for it (data-model §4, §6).

A reuse record may say what its use made possible; an outcome of a charter what its coming about would. Each statement
is shown with what stands behind it, and never as more than that: *proven* only where the record that says so is of a
counted use and attested or verified; *claimed* where only the producing side says it; *reached* where each indicator of
the outcome has achieved its target; *hoped for* where one has not. What is said by a record that adds nothing to the
count (withdrawn, broken, planned, rejected, inside its own community) is *not counted*. Words that several sources of
one use repeat are one statement, with the best grade among those sources.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from outcome_catalog.insights.figures import Grade, IndicatorFigure, IndicatorState, NotCounted, ReuseEvent
from outcome_catalog.insights.membership import folded
from outcome_catalog.insights.sentences import Sentences, says
from outcome_catalog.insights.uses import PROVEN
from outcome_catalog.model.catalog import Community
from outcome_catalog.model.ids import ArtifactRef, CommitId, CommunityId, IndicatorId, OutcomeId


class Standing(StrEnum):
    """How far a statement is borne out; the best first."""

    PROVEN = "proven"
    REACHED = "reached"
    CLAIMED = "claimed"
    HOPED_FOR = "hoped for"
    NOT_COUNTED = "not counted"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotPossibleBefore:
    """One statement of what was not possible before. Either *event* or *outcome* says where it comes from.

    *community* is the one whose artifact was used, or whose outcome it is. *day* is when the use began or was recorded.
    """

    text: str
    community: CommunityId
    standing: Standing
    why: Sentences
    event: str | None = None
    """The id of the reuse event that says so."""
    use: str | None = None
    artifact: ArtifactRef | None = None
    grade: Grade | None = None
    day: datetime.date | None = None
    outcome: OutcomeId | None = None
    states: tuple[tuple[IndicatorId, IndicatorState], ...] = ()
    """How each indicator of the outcome stands, in charter order."""
    source_path: str
    source_line: int = 1
    commit: CommitId | None = None


def statements(
    community: Community, events: Iterable[ReuseEvent], indicators: Mapping[IndicatorId, IndicatorFigure]
) -> tuple[NotPossibleBefore, ...]:
    """Every statement of *community*, best borne out first: those of its *events* and those of its outcomes.

    *events* are merged reuse events of the community's artifacts; *indicators* are its own, which say for which day
    the outcomes are judged.
    """
    found = [*statements_of_uses(community.id, events), *statements_of_outcomes(community, indicators)]
    return best_first(found)


def best_first(found: Iterable[NotPossibleBefore]) -> tuple[NotPossibleBefore, ...]:
    """Statements by how far they are borne out, the best first; then the latest, by community and text."""
    rank = list(Standing)
    by_name = sorted(found, key=lambda s: (s.community, s.text, s.event or "", s.outcome or ""))
    return tuple(sorted(by_name, key=lambda s: (rank.index(s.standing), -(s.day or datetime.date.min).toordinal())))


def statements_of_uses(community: CommunityId, events: Iterable[ReuseEvent]) -> Iterator[NotPossibleBefore]:
    """What merged *events* of the artifacts of *community* say was not possible before, by event."""
    rank = list(Standing)
    best: dict[tuple[str, str], NotPossibleBefore] = {}
    for event in sorted(events, key=lambda event: event.id):
        text = "" if event.benefit is None else event.benefit.not_possible_before or ""
        if text.strip():
            statement = _of_event(community, event, text)
            same = best.setdefault((event.use, folded(text)), statement)
            if rank.index(statement.standing) < rank.index(same.standing):
                best[event.use, folded(text)] = statement
    yield from best.values()


def _of_event(community: CommunityId, event: ReuseEvent, text: str) -> NotPossibleBefore:
    standing, why = _standing_of_event(event)
    return NotPossibleBefore(
        text=text,
        community=community,
        standing=standing,
        why=why,
        event=event.id,
        use=event.use,
        artifact=event.artifact,
        grade=event.grade,
        day=event.first_day,
        source_path=event.source_path,
        source_line=event.source_line,
        commit=event.commit,
    )


def _standing_of_event(event: ReuseEvent) -> tuple[Standing, Sentences]:
    """A second source of a use stands by its own grade: another's better grade proves the use, not these words."""
    if not event.counted and event.not_counted is not NotCounted.SAME_USE:
        return Standing.NOT_COUNTED, _NOT_COUNTED_AS[event.not_counted]
    if event.grade in PROVEN:
        return Standing.PROVEN, says("statement.verified" if event.grade is Grade.VERIFIED else "statement.attested")
    return Standing.CLAIMED, says("statement.claimed")


_NOT_COUNTED_AS = {
    None: says("statement.not_counted"),
    NotCounted.PLANNED: says("statement.planned"),
    NotCounted.REJECTED: says("statement.rejected"),
    NotCounted.INTERNAL: says("statement.internal"),
    NotCounted.WITHDRAWN: says("statement.withdrawn"),
    NotCounted.BROKEN: says("statement.broken"),
    NotCounted.LEFT_OUT: says("statement.left_out"),
}


def statements_of_outcomes(
    community: Community, indicators: Mapping[IndicatorId, IndicatorFigure]
) -> Iterator[NotPossibleBefore]:
    """What the outcomes of *community* say, with how its *indicators* stand, in charter order."""
    for index, outcome in enumerate(community.charter.outcomes):
        text = outcome.not_possible_before or ""
        if text.strip():
            states = tuple((indicator.id, indicators[indicator.id].state) for indicator in outcome.indicators)
            standing, why = _standing_of_outcome(states)
            place = community.charter.origin.value("outcomes", index, "not_possible_before")
            yield NotPossibleBefore(
                text=text,
                community=community.id,
                standing=standing,
                why=why,
                outcome=outcome.id,
                states=states,
                source_path=place.path,
                source_line=place.line,
            )


def _standing_of_outcome(states: tuple[tuple[IndicatorId, IndicatorState], ...]) -> tuple[Standing, Sentences]:
    if not states:
        return Standing.HOPED_FOR, says("outcome.no_indicator")
    achieved = sum(state is IndicatorState.ACHIEVED for _, state in states)
    unmeasured = sum(state is IndicatorState.NOT_MEASURED for _, state in states)
    why = says("outcome.achieved", achieved=achieved, n=len(states))
    if unmeasured:
        why = says("outcome.achieved_and_not_measured", achieved=achieved, n=len(states), unmeasured=unmeasured)
    return (Standing.REACHED if achieved == len(states) else Standing.HOPED_FOR), why
