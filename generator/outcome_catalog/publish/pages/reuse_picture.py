"""The picture of an artifact's reuse over time: a lane for each use, or columns where there are too many of them."""

from collections.abc import Sequence
from datetime import date

from outcome_catalog.insights.figures import NotCounted, ReuseEvent
from outcome_catalog.model.artifact import Artifact, Mode
from outcome_catalog.publish.charts.reuse_columns import GRADES, Column, columns_drawing, reuse_columns
from outcome_catalog.publish.charts.reuse_timeline import Use, reuse_timeline
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.links import Meta
from outcome_catalog.publish.pages.reuse_entries import acting_party, party_text
from outcome_catalog.publish.words import day_text, days_text, phrase

_MOST_LANES = 14
_RUNNING = frozenset({Mode.AS_IS, Mode.ADAPTED})
"""What is used so goes on until an end is recorded; what is cited or taught happens once."""


def reuse_picture(context: PublishContext, artifact: Artifact, events: Sequence[ReuseEvent]) -> Meta | None:
    """The drawing with a line above it, and its columns as a table where it has any; None for less than two uses."""
    told_once = [event for event in events if event.not_counted is not NotCounted.SAME_USE]
    dated = [(event, event.began) for event in told_once]
    uses = [_use(context, event, began.start, began.end or began.start) for event, began in dated if began is not None]
    if len(uses) < 2:  # noqa: PLR2004 - one event is told faster by its line than by a picture
        return None
    title = phrase(context.words, "chart.reuse_title", title=artifact.title)
    window = days_text(context.words, min(use.first for use in uses), max(use.last for use in uses))
    if len(uses) > _MOST_LANES:
        columns = reuse_columns(uses, context.words)
        return {
            "caption": phrase(context.words, "chart.uses_per_period", n=len(uses), days=window),
            "rows": [_row(column) for column in columns],
            "drawing": columns_drawing(columns, chart_id="reuse-timeline", title=title, words=context.words),
        }
    born = min(context.catalog.history.created(artifact.origin.path) or artifact.date, artifact.date)
    return {
        "caption": phrase(context.words, "chart.uses_by_day", n=len(uses), days=window),
        "rows": [],
        "drawing": reuse_timeline(
            uses, begin=born, end=context.catalog.as_of, chart_id="reuse-timeline", title=title, words=context.words
        ),
    }


def _use(context: PublishContext, event: ReuseEvent, first: date, last: date) -> Use:
    words = context.words
    grade = words["grade"][event.grade.value] if event.counted else words["artifact"]["not_counted"]
    party, name = party_text(context, event.party), acting_party(context, event.party)["title"]
    runs_on = event.ended is None and event.counted and event.mode in _RUNNING
    when = words["chart"]["recorded_on"] if event.date is None else "{day}"
    began = when.format(day=day_text(words, first if event.date is None else event.date.text))
    ended = None if event.ended is None else phrase(words, "chart.ended", day=day_text(words, event.ended.text))
    mode = words["mode"][event.mode.value]
    lines = [phrase(words, "chart.mark", day=began, value=party), f"{mode}, {words['grade'][event.grade.value]}"]
    if event.not_counted is not None:
        why = words["not_counted"][event.not_counted.value]
        lines.append(f"{words['artifact']['not_counted']}{words['colon']} {why}")
    lines.append(ended or (words["chart"]["no_end"] if runs_on else ""))
    return Use(
        first=first,
        last=last,
        ended=None if event.ended is None else event.ended.last_day,
        runs_on=runs_on,
        grade=event.grade.value,
        is_counted=event.counted,
        name=name,
        label=phrase(words, "chart.party_and_grade", party=name, grade=grade),
        text="\n".join(line for line in lines if line),
    )


def _row(column: Column) -> Meta:
    return {"label": column.text, "counts": [column.counts[grade] for grade in GRADES]}
