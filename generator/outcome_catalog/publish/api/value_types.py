"""What the published data says of roles, value cycles, statements, roll-ups and attention. Keys are only ever added."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from outcome_catalog.insights.attention.item import Subject, Topic
from outcome_catalog.insights.figures import Grade, RoleState
from outcome_catalog.insights.not_possible_before import Standing
from outcome_catalog.model.charter import Aggregation, Direction, Measure
from outcome_catalog.publish.api.types import PublishedSource

Slug = Annotated[str, "The community's slug."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role of the members: what its work was to materialise as, and whether it did."""

    community: Slug
    role: Annotated[str, "The role, as the charter names it."]
    outputs: Annotated[tuple[str, ...], "The expected outputs that its work should become."]
    delivered: Annotated[tuple[str, ...], "The artifacts that were delivered for them."]
    state: Annotated[RoleState, "Whether those that can be judged were delivered as promised."]
    why: Annotated[str, "How the state was reached, in a sentence."]


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueCycles:
    """The five value cycles of Wenger, Trayner and de Laat: the records behind each."""

    immediate: Annotated[tuple[str, ...], "Commits that added or changed artifacts."]
    potential: Annotated[tuple[str, ...], "Artifacts that are no drafts."]
    applied: Annotated[tuple[str, ...], "Counted uses, by their ids."]
    realised: Annotated[tuple[str, ...], "Indicators that are better than at their baseline."]
    reframing: Annotated[tuple[datetime.date, ...], "The days on which the charter was revised."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something that was not possible before, and what stands behind the words."""

    community: Slug
    text: Annotated[str, "The words of the record or of the charter."]
    standing: Annotated[Standing, "How far it is borne out."]
    why: Annotated[str, "How that was reached, in a sentence."]
    reuse: Annotated[str | None, "The reuse event that says so; null where an outcome does."]
    outcome: Annotated[str | None, "The outcome that says so; null where a reuse event does."]
    grade: Annotated[Grade | None, "The grade of the reuse event."]
    source: PublishedSource


@dataclass(frozen=True, slots=True, kw_only=True)
class RollUp:
    """One indicator of several communities taken together. The values are null where no community could be taken in."""

    indicator: Annotated[str, "Its id, the same in each charter."]
    title: Annotated[str, "Its title."]
    unit: Annotated[str, "The unit of its values."]
    measure: Annotated[Measure, "What sort of figure it is."]
    direction: Annotated[Direction, "Which way it has to move."]
    aggregation: Annotated[Aggregation, "How the values were combined."]
    taken_in: Annotated[tuple[str, ...], "The communities whose values were combined."]
    not_measured: Annotated[tuple[str, ...], "The communities that have not measured it."]
    closed: Annotated[tuple[str, ...], "The communities that are closed, whose last value is no present one."]
    baseline: Annotated[float | None, "The combined baseline."]
    target: Annotated[float | None, "The combined target."]
    latest: Annotated[float | None, "The combined latest values."]
    progress: Annotated[float | None, "The share of the way from baseline to target."]
    estimated: Annotated[bool, "True where one of the values taken in is an estimate."]
    why: Annotated[str, "What was taken together and what is missing, in a sentence."]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttentionItem:
    """One thing that a steward has to see to."""

    community: Annotated[str | None, "The community's slug; null for a document that belongs to none."]
    topic: Annotated[Topic, "What there is to see to."]
    about: Annotated[Subject, "What the subject names."]
    subject: Annotated[str, "The output, indicator, post, reuse event, artifact or document that it is about."]
    since: Annotated[datetime.date | None, "The day it was due, will be due, or since when it is so."]
    days_overdue: Annotated[int | None, "For how many days it is overdue; null where nobody is held to a day."]
    why: Annotated[str, "What is the matter, in a sentence."]
