"""The organisation's quarters, and what each of them brought: outputs, recorded reuse, measured values."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from outcome_catalog.insights.figures import ReuseEvent
from outcome_catalog.model.artifact import Artifact, ArtifactStatus
from outcome_catalog.model.charter import Indicator, Outcome
from outcome_catalog.model.dates import Period
from outcome_catalog.model.ids import CommunityId
from outcome_catalog.model.measurement import MeasuredValue
from outcome_catalog.publish.context import PublishContext


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorMove:
    """A value measured after the baseline, and the one before it (the baseline where it is the first)."""

    community: CommunityId
    outcome: Outcome
    indicator: Indicator
    value: MeasuredValue
    before: float | bool

    @property
    def change(self) -> float:
        """How far the value moved, positive where that is the way the indicator has to move."""
        distance = float(self.value.value) - float(self.before)
        return distance if self.indicator.direction == "increase" else -distance


@dataclass(slots=True, kw_only=True)
class Quarter:
    """A quarter of the reporting year, which is named after the calendar year it begins in."""

    label: str
    period: Period
    outputs: list[Artifact] = field(default_factory=list)
    uses: list[ReuseEvent] = field(default_factory=list)
    moves: list[IndicatorMove] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """True where the quarter brought nothing at all."""
        return not (self.outputs or self.uses or self.moves)


def quarter_of(day: date, year_starts: str) -> tuple[str, Period]:
    """The label (``2026-Q4``) and the days of the quarter of *day*; the reporting year begins on *year_starts*."""
    month, first = (int(part) for part in year_starts.split("-"))
    months = day.year * 12 + day.month - 1
    if day < _same_day(months, first):
        months -= 1
    in_year = (months - (month - 1)) % 12
    start = months - in_year % 3
    year = (months - in_year) // 12
    return f"{year}-Q{in_year // 3 + 1}", Period(
        _same_day(start, first), _same_day(start + 3, first) - timedelta(days=1)
    )


def quarters(context: PublishContext) -> list[Quarter]:
    """Every quarter from the first record to the catalog's day, oldest first, empty ones too; no later days."""
    as_of, starts = context.catalog.as_of, context.catalog.organisation.settings.reporting_year_starts
    found: dict[str, Quarter] = {}
    label_of: dict[date, str] = {}

    def quarter(day: date) -> Quarter:
        if day not in label_of:
            label, period = quarter_of(day, starts)
            label_of[day] = label
            found.setdefault(label, Quarter(label=label, period=period))
        return found[label_of[day]]

    for artifact in context.catalog.artifacts.values():
        if artifact.date <= as_of and artifact.status is not ArtifactStatus.DRAFT:
            quarter(artifact.date).outputs.append(artifact)
    for event in context.figures.events:
        recorded = event.recorded or event.first_day
        if event.counted and recorded is not None and recorded <= as_of:
            quarter(recorded).uses.append(event)
    for move in _moves(context):
        if move.value.date <= as_of:
            quarter(move.value.date).moves.append(move)
    return _without_gaps(found, as_of, starts)


def _without_gaps(found: dict[str, Quarter], as_of: date, starts: str) -> list[Quarter]:
    day = min((q.period.start for q in found.values()), default=as_of)
    whole = []
    while day <= as_of:
        label, period = quarter_of(day, starts)
        whole.append(found.get(label) or Quarter(label=label, period=period))
        day = (period.end or day) + timedelta(days=1)
    return whole


def _moves(context: PublishContext) -> Iterator[IndicatorMove]:
    for community in context.catalog.communities.values():
        for outcome in community.charter.outcomes:
            for indicator in outcome.indicators:
                measurement = community.measurements.get(indicator.id)
                before = indicator.baseline.value
                values = () if measurement is None else measurement.values
                for value in (v for v in values if v.date > indicator.baseline.date):
                    yield IndicatorMove(
                        community=community.id, outcome=outcome, indicator=indicator, value=value, before=before
                    )
                    before = value.value


def _same_day(months: int, day: int) -> date:
    """The *day* of the month that lies *months* after the year 0, or its last day where the month is shorter."""
    year, index = divmod(months, 12)
    return date(year, index + 1, min(day, calendar.monthrange(year, index + 1)[1]))
