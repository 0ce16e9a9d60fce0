"""Who reused an artifact: the timeline, every event with its grade and why, and the draft of a new record."""

from collections.abc import Mapping

from outcome_catalog.insights.figures import NotCounted, Reusers
from outcome_catalog.insights.reach import party_key
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.links import Meta, link
from outcome_catalog.publish.pages.reuse_entries import event_anchor, reuse_entry
from outcome_catalog.publish.pages.reuse_picture import reuse_picture
from outcome_catalog.publish.words import clause_break, phrase, sentences_text

_MOST_ENTRIES = 40
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
    parties = len({party_key(party) for party in figure.parties})
    picture = reuse_picture(context, artifact, figure.events)
    return {
        "why": why or context.words["reuse_state"]["means"][_state_key(figure.state.value)],
        "parties": phrase(context.words, "count.parties", n=parties) if figure.counted else None,
        "reusers": reusers_text(context, figure.reusers) if figure.counted else None,
        "reach": phrase(context.words, "count.reach", n=figure.reach) if figure.reach > parties else None,
        "uncounted": _uncounted(context, figure.not_counted),
        "entries": [reuse_entry(context, event) for event in figure.events[:_MOST_ENTRIES]],
        "more_anchors": [event_anchor(event.id) for event in figure.events[_MOST_ENTRIES:]],
        "depth": history_depth(context) if total else None,
        "total": total,
        "cut": phrase(context.words, "list.newest_of", shown=_MOST_ENTRIES, n=total) if total > _MOST_ENTRIES else None,
        "timeline": picture,
        "timeline_svg": None if picture is None else picture.pop("drawing"),
    }


def _uncounted(context: PublishContext, counts: Mapping[NotCounted, int]) -> str | None:
    """How many events are shown and not counted, reason by reason; None where every one is counted."""
    words = context.words
    reasons = [
        phrase(words, "report.reuse.reason", number=count, reason=words["not_counted"][reason.value])
        for reason, count in counts.items()
        if count
    ]
    return phrase(words, "report.reuse.not_counted", reasons=clause_break(words).join(reasons)) if reasons else None


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


def _state_key(state: str) -> str:
    return "too-young" if state == "too young to judge" else state


def evidence_legend(context: PublishContext) -> list[Meta]:
    """What each grade means, the best first."""
    means = context.words["grade"]["means"]
    return [
        link(context.words["grade"][grade], None) | {"grade": grade, "means": text} for grade, text in means.items()
    ]
