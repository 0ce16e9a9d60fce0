"""Who reused an artifact: the timeline, every event with its grade and why, and the draft of a new record."""

from datetime import date

from outcome_catalog.insights.figures import NotCounted, ReuseEvent, Reusers
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.publish.charts.reuse_timeline import Use, reuse_timeline
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.links import Meta, link
from outcome_catalog.publish.pages.reuse_entries import event_anchor, party_text, reuse_entry
from outcome_catalog.publish.words import phrase, sentences_text

_MOST_ENTRIES = 40
_MOST_DOTS = 120
_DRAFT = """\
artifact: {ref}
{version}used_by:
  unit:                 # {unit}
used_in:
  title:                # {place}
  url:                  # {url}
mode: as-is             # {mode}
date: {day}
benefit:
  statement:            # {benefit}
"""


def reuse_history(context: PublishContext, artifact: Artifact) -> Meta:
    """All that is known of an artifact's reuse, newest first, with the counts that stand over it."""
    figure = context.figures.artifacts[artifact.ref]
    total, why = len(figure.events), sentences_text(context.words, figure.why)
    return {
        "why": why or context.words["reuse_state"]["means"][_state_key(figure.state.value)],
        "parties": phrase(context.words, "count.parties", n=len(figure.parties)) if figure.counted else None,
        "reusers": reusers_text(context, figure.reusers) if figure.counted else None,
        "reach": phrase(context.words, "count.reach", n=figure.reach) if figure.reach > len(figure.parties) else None,
        "uncounted": [
            phrase(context.words, "count.uncounted", n=count, why=context.words["not_counted"][reason.value])
            for reason, count in figure.not_counted.items()
            if count
        ],
        "entries": [reuse_entry(context, event) for event in figure.events[:_MOST_ENTRIES]],
        "more_anchors": [event_anchor(event.id) for event in figure.events[_MOST_ENTRIES:]],
        "depth": history_depth(context) if total else None,
        "total": total,
        "cut": phrase(context.words, "list.newest_of", shown=_MOST_ENTRIES, n=total) if total > _MOST_ENTRIES else None,
        "timeline_svg": _timeline(context, artifact, figure.events[:_MOST_DOTS]),
    }


def reusers_text(context: PublishContext, reusers: Reusers) -> str | None:
    """How many units, organisations outside and communities reuse, in words; None where it is nobody."""
    counts = {
        "units": len(reusers.units),
        "organisations": len(reusers.organisations),
        "communities": len(reusers.communities),
    }
    named = [phrase(context.words, f"reusers.{key}", n=count) for key, count in counts.items() if count]
    return phrase(context.words, "reusers.all", named=", ".join(named)) if named else None


def history_depth(context: PublishContext) -> str:
    """How much of the history the grades were read from, as a sentence."""
    history = context.catalog.history
    return phrase(context.words, f"history_depth.{history.depth.value}", n=len(history.commits))


def reuse_record_draft(context: PublishContext, artifact: Artifact) -> tuple[str, str]:
    """The path and the text of a new reuse record for *artifact*, with hints for what only the reuser knows."""
    day = context.catalog.as_of.isoformat()
    commits = context.catalog.history.revisions_of(artifact.origin.path)
    version = f"version: {commits[-1].id[:10]}\n" if commits else ""
    hints = dict(context.words["draft"])
    path = f"communities/{artifact.community}/reuse/{day}-{artifact.slug}.yml"
    return path, _DRAFT.format(ref=artifact.ref, version=version, day=day, **hints)


def _timeline(context: PublishContext, artifact: Artifact, events: tuple[ReuseEvent, ...]) -> str | None:
    told_once = [event for event in events if event.not_counted is not NotCounted.SAME_USE]
    dated = [(event, event.first_day) for event in told_once]
    uses = [_use(context, event, first) for event, first in dated if first is not None]
    if len(uses) < 2:  # noqa: PLR2004 - one event is told faster by its line than by a picture
        return None
    begin = context.catalog.history.created(artifact.origin.path) or artifact.date
    title = phrase(context.words, "chart.reuse_title", title=artifact.title)
    return reuse_timeline(
        uses,
        begin=min(begin, artifact.date),
        end=context.catalog.as_of,
        chart_id="reuse-timeline",
        title=title,
        words=context.words,
    )


def _use(context: PublishContext, event: ReuseEvent, first: date) -> Use:
    last = first if event.date is None else (event.ended or event.date).last_day
    grade = context.words["grade"][event.grade.value]
    mode = context.words["mode"][event.mode.value]
    when = str(event.date or first.isoformat())
    text = phrase(context.words, "chart.use", when=when, party=party_text(context, event.party), mode=mode, grade=grade)
    return Use(first=first, last=last, grade=event.grade.value, is_counted=event.counted, text=text)


def _state_key(state: str) -> str:
    return "too-young" if state == "too young to judge" else state


def evidence_legend(context: PublishContext) -> list[Meta]:
    """What each grade means, the best first."""
    means = context.words["grade"]["means"]
    return [
        link(context.words["grade"][grade], None) | {"grade": grade, "means": text} for grade, text in means.items()
    ]
