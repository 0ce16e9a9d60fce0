"""What ``/api/v1/communities/<community>.json`` holds. Keys are added, never renamed; a break is ``/api/v2/``.

The JSON Schema is made from these types; each list is also a table of comma-separated values.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from outcome_catalog.insights.figures import Grade, IndicatorState, OutputState, PeriodState, VitalityState
from outcome_catalog.model.charter import Aggregation, Direction, Measure
from outcome_catalog.model.dates import Per
from outcome_catalog.publish.api.types import PublishedArtifact, PublishedCommunity, PublishedReuse, PublishedSource
from outcome_catalog.publish.api.value_types import Role, Statement, ValueCycles

Slug = Annotated[str, "The community's slug."]
Ref = Annotated[str, "An artifact, as community/artifact."]
Value = Annotated[float | bool, "A value in the indicator's unit, or true and false for yes and no."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vitality:
    """How vital the community is, and the inputs that this was judged by."""

    state: Annotated[VitalityState, "The word that its page uses."]
    why: Annotated[str, "How the word was reached, in a sentence."]
    start: Annotated[datetime.date, "The first day of the window."]
    end: Annotated[datetime.date, "The last day of the window."]
    commits: Annotated[int, "Commits in the window that add or change its artifacts."]
    attested_uses: Annotated[tuple[str, ...], "Counted uses, attested or verified, in the window."]
    moved_indicators: Annotated[tuple[str, ...], "Indicators that moved the right way in the window."]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedOutput:
    """An expected output: promised and delivered. Exactly one of count, due and standing says what is promised."""

    community: Slug
    id: Annotated[str, "Its id in the charter."]
    title: Annotated[str, "Its title."]
    kind: Annotated[str, "The kind of artifact that is promised."]
    audience: Annotated[tuple[str, ...], "The audiences that it is for."]
    count: Annotated[int | None, "How many are promised in each period."]
    per: Annotated[Per | None, "The length of the period."]
    due: Annotated[datetime.date | None, "The day by which it is promised."]
    standing: Annotated[bool, "True where it is kept alive rather than delivered."]
    state: Annotated[OutputState, "How the promise stands."]
    why: Annotated[str, "How the state was reached, in a sentence."]
    delivered: Annotated[tuple[str, ...], "The artifacts that fulfil it."]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputPeriod:
    """One period of a promise that is made per period."""

    community: Slug
    output: Annotated[str, "The expected output."]
    period: Annotated[str, "The period's name."]
    start: Annotated[datetime.date, "Its first day."]
    end: Annotated[datetime.date | None, "Its last day."]
    expected: Annotated[int, "How many were promised for it."]
    delivered: Annotated[tuple[str, ...], "The artifacts that were delivered for it."]
    state: Annotated[PeriodState, "Whether the promise was kept."]
    is_over: Annotated[bool, "False while the period runs."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What is to come of the outputs."""

    community: Slug
    id: Annotated[str, "Its id in the charter."]
    title: Annotated[str, "Its title."]
    objective: Annotated[str | None, "The organisation's objective that it serves."]
    from_outputs: Annotated[tuple[str, ...], "The expected outputs that it comes from."]
    not_possible_before: Annotated[str | None, "What it makes possible that was not possible before."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """How one sees whether an outcome comes about, and how it stands."""

    community: Slug
    id: Annotated[str, "Its id in the charter."]
    outcome: Annotated[str, "The outcome that it belongs to."]
    title: Annotated[str, "Its title."]
    unit: Annotated[str, "The unit of its values."]
    measure: Annotated[Measure, "What sort of figure it is."]
    direction: Annotated[Direction, "Which way it has to move."]
    aggregation: Annotated[Aggregation, "How values of several communities may be combined."]
    measured_by: Annotated[str | None, "Where its values come from, in the charter's words."]
    state: Annotated[IndicatorState, "How it stands between baseline and target."]
    why: Annotated[str, "How the state was reached, in a sentence."]
    progress: Annotated[float | None, "The share of the way from baseline to target; null where not measured."]
    time_gone: Annotated[float | None, "The share of the time between baseline and target that has gone by."]
    target_date: Annotated[datetime.date, "The day of the target that it is judged by."]
    latest_date: Annotated[datetime.date | None, "The day of the latest value; null where not measured."]
    estimated: Annotated[bool, "True where one of the values it is judged by is an estimate."]


class ValueSort(StrEnum):
    """What a value of an indicator is."""

    BASELINE = "baseline"
    TARGET = "target"
    MEASURED = "measured"


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorValue:
    """A value of an indicator: where it began, where it is to go, or what was measured."""

    community: Slug
    indicator: Annotated[str, "The indicator."]
    sort: Annotated[ValueSort, "What the value is."]
    date: Annotated[datetime.date, "The day that it holds for."]
    value: Value
    estimated: Annotated[bool, "True where it is an estimate."]
    comment: Annotated[str | None, "What is said of it."]
    evidence: Annotated[tuple[str, ...], "What it rests on."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Benefit:
    """The benefit of counted uses in one unit of measure and of one grade: a floor and a ceiling."""

    community: Slug
    unit: Annotated[str, "The unit of measure."]
    grade: Annotated[Grade, "The evidence grade of the uses."]
    floor: Annotated[float, "At least."]
    ceiling: Annotated[float, "At most."]
    uses: Annotated[tuple[str, ...], "The uses that it was summed from."]
    estimated: Annotated[bool, "True where a part of it is an estimate."]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunityFile:
    """One community with everything that is published of it as data."""

    schema_version: Annotated[str, "Version of this description."]
    as_of: Annotated[datetime.date, "The day that all figures are computed for."]
    commit: Annotated[str | None, "The commit that the catalog was built from."]
    history: Annotated[str, "How much of git's record could be read: complete, shallow or none."]
    site_url: Annotated[str | None, "Where the site is read; every url in this file is relative to it."]
    community: PublishedCommunity
    goal: Annotated[str, "What it is for, in a sentence."]
    objectives: Annotated[tuple[str, ...], "The organisation's objectives that it serves."]
    vitality: Vitality
    expected_outputs: tuple[ExpectedOutput, ...]
    output_periods: tuple[OutputPeriod, ...]
    outcomes: tuple[Outcome, ...]
    indicators: tuple[Indicator, ...]
    indicator_values: tuple[IndicatorValue, ...]
    benefits: tuple[Benefit, ...]
    roles: tuple[Role, ...]
    value_cycles: ValueCycles
    not_possible_before: tuple[Statement, ...]
    artifacts: tuple[PublishedArtifact, ...]
    reuses: Annotated[tuple[PublishedReuse, ...], "Every reuse of its artifacts."]
    reuses_of_others: Annotated[tuple[PublishedReuse, ...], "What it reuses of other communities."]
    sources: Annotated[tuple[PublishedSource, ...], "Charter and measurements that the figures were read from."]
