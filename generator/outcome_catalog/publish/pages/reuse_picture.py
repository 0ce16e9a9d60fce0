"""The picture of an artifact's reuse over time: a lane for each use, or columns where there are too many of them."""

from collections.abc import Sequence

from outcome_catalog.insights.figures import NotCounted, ReuseEvent
from outcome_catalog.model.artifact import Artifact, Mode
from outcome_catalog.model.dates import Period
from outcome_catalog.publish.charts.reuse_columns import SEGMENTS, Column, columns_drawing, reuse_columns
from outcome_catalog.publish.charts.reuse_timeline import Use, reuse_timeline
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.links import Meta
from outcome_catalog.publish.pages.reuse_entries import acting_party, party_links, party_text
from outcome_catalog.publish.words import day_text, days_text, phrase

_MOST_LANES = 14
_RUNNING = frozenset({Mode.AS_IS, Mode.ADAPTED})
"""What is used so goes on until an end is recorded; what is cited or taught happens once."""


def reuse_picture(context: PublishContext, artifact: Artifact, events: Sequence[ReuseEvent]) -> Meta | None:
    """The drawing with a line above it, and the same as a table; None for less than two uses."""
    told_once = [event for event in events if event.not_counted is not NotCounted.SAME_USE]
    dated = [(event, event.began) for event in told_once]
    known = sorted(((event, began) for event, began in dated if began is not None), key=lambda pair: pair[1].start)
    uses = [_use(context, event, began) for event, began in known]
    if len(uses) < 2:  # noqa: PLR2004 - one event is told faster by its line than by a picture
        return None
    title = str(context.words["chart"]["reuse_title"])
    window = days_text(context.words, min(use.first for use in uses), max(use.last for use in uses))
    if len(uses) > _MOST_LANES:
        columns = reuse_columns(uses, context.words)
        return {
            "caption": phrase(context.words, "chart.uses_per_period", n=len(uses), days=window),
            "lanes": [],
            "periods": [_row(column) for column in columns],
            "drawing": columns_drawing(columns, chart_id="reuse-timeline", title=title, words=context.words),
        }
    born = min(context.catalog.history.created(artifact.origin.path) or artifact.date, artifact.date)
    return {
        "caption": phrase(context.words, "chart.uses_by_day", n=len(uses), days=window),
        "lanes": [_told(context, event, began) for event, began in known],
        "periods": [],
        "drawing": reuse_timeline(
            uses, begin=born, end=context.catalog.as_of, chart_id="reuse-timeline", title=title, words=context.words
        ),
    }


def _told(context: PublishContext, event: ReuseEvent, began: Period) -> Meta:
    """A use in words: since when, by whom, how, how well evidenced, and until when."""
    words = context.words
    day = day_text(words, began.start if event.date is None else event.date.text)
    grade = words["grade"][event.grade.value]
    if event.not_counted is not None:
        why = words["not_counted"][event.not_counted.value]
        grade += f", {words['artifact']['not_counted']}{words['colon']} {why}"
    end = words["chart"]["no_end"] if _runs_on(event) else ""
    return {
        "began": phrase(words, "chart.recorded_on", day=day) if event.date is None else day,
        "party": party_text(context, event.party),
        "parties": party_links(context, event.party),
        "mode": words["mode"][event.mode.value],
        "grade": grade,
        "end": end if event.ended is None else phrase(words, "chart.ended", day=day_text(words, event.ended.text)),
    }


def _runs_on(event: ReuseEvent) -> bool:
    return event.ended is None and event.counted and event.mode in _RUNNING


def _use(context: PublishContext, event: ReuseEvent, began: Period) -> Use:
    words, told = context.words, _told(context, event, began)
    party = acting_party(context, event.party)
    name = party["title"]
    grade = words["grade"][event.grade.value] if event.counted else words["artifact"]["not_counted"]
    first_line = phrase(words, "chart.mark", day=told["began"], value=told["party"])
    lines = (first_line, f"{told['mode']}, {told['grade']}", told["end"])
    return Use(
        first=began.start,
        last=began.end or began.start,
        ended=None if event.ended is None else event.ended.last_day,
        runs_on=_runs_on(event),
        grade=event.grade.value,
        is_counted=event.counted,
        name=name,
        label=phrase(words, "chart.party_and_grade", party=name, grade=grade),
        text="\n".join(line for line in lines if line),
        language=party.get("lang"),
    )


def _row(column: Column) -> Meta:
    return {"label": column.text, "counts": [column.counts[grade] for grade in SEGMENTS]}
