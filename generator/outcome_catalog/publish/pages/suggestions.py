"""Suggestions on a page: reuse nobody recorded, what gives it away, and the record it would become; never counted."""

import json
from collections.abc import Mapping
from typing import Any

from outcome_catalog.insights.suggestions import SIGNS
from outcome_catalog.insights.suggestions.suggestion import Clue, Draft, Suggestion, UnknownSource
from outcome_catalog.model.ids import ArtifactRef
from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.links import Meta, artifact_ref_link, community_link, link
from outcome_catalog.publish.provenance import source_fact
from outcome_catalog.publish.words import phrase, sentences_text

ANCHOR = "suggestions"
_MOST = 100
_STRENGTH = tuple(sign.id for sign in SIGNS)


def suggestions_count(context: PublishContext) -> Meta:
    """How many suggestions there are, and the way to them."""
    text = phrase(context.words, "suggestions.count", n=len(context.suggestions.found))
    return link(text, f"{addresses.attention_url()}#{ANCHOR}")


def suggestions_section(context: PublishContext) -> Meta:
    """Every suggestion as plain data, the best founded first, as many as anybody looks through at once."""
    found = sorted(context.suggestions.found, key=_strongest_first)
    total, unknown = len(found), context.suggestions.unknown
    left = len(unknown) - _MOST
    return {
        "anchor": ANCHOR,
        "total": total,
        "entries": [_entry(context, suggestion) for suggestion in found[:_MOST]],
        "cut": phrase(context.words, "suggestions.first_of", shown=_MOST, n=total) if total > _MOST else None,
        "unknown": [_unknown(context, source) for source in unknown[:_MOST]],
        "unknown_more": phrase(context.words, "list.and_more", n=left) if left > 0 else None,
    }


def _strongest_first(suggestion: Suggestion) -> tuple[int, int]:
    """By the strongest sign, then by the number of clues."""
    return _STRENGTH.index(suggestion.clues[0].sign), -len(suggestion.clues)


def _entry(context: PublishContext, suggestion: Suggestion) -> Meta:
    return {
        "source": _artifact(context, suggestion.source),
        "reusing": _artifact(context, suggestion.reusing),
        "mode": context.words["mode"][suggestion.mode.value],
        "clues": [_clue(context, clue) for clue in suggestion.clues],
        "draft": _draft(context, suggestion.draft),
    }


def _artifact(context: PublishContext, ref: ArtifactRef) -> Meta:
    community = context.catalog.artifacts[ref].community
    return artifact_ref_link(context, ref) | {"community": community_link(context, community)}


def _clue(context: PublishContext, clue: Clue) -> Meta:
    return {
        "sign": context.words["suggestions"]["sign"][clue.sign],
        "why": sentences_text(context.words, clue.why),
        "excerpt": clue.excerpt,
        "source": source_fact(context.site, clue.path, line=clue.line) | _commit_fact(context, clue),
    }


def _commit_fact(context: PublishContext, clue: Clue) -> Meta:
    """The commit beside a place that is shown as it stands today."""
    fact = source_fact(context.site, clue.path, commit=clue.commit)
    return {key: fact[key] for key in ("commit", "commit_url")}


def draft_text(words: Mapping[str, Any], draft: Draft) -> str:
    """The text of *draft*, with the note that a record keeps of where it comes from."""
    note = sentences_text(words, draft.note)
    return draft.text + (f"note: {json.dumps(note, ensure_ascii=False)}\n" if note else "")


def _draft(context: PublishContext, draft: Draft) -> Meta:
    site = context.site
    text = draft_text(context.words, draft)
    new, edit = addresses.new_file_url(site, draft.path, text), addresses.edit_url(site, draft.path)
    key = "new" if draft.is_new_file else "entry"
    return {
        "url": new if draft.is_new_file else edit,
        "path": draft.path,
        "text": text,
        "how": context.words["suggestions"]["draft"][key],
    }


def _unknown(context: PublishContext, unknown: UnknownSource) -> Meta:
    artifact = context.catalog.artifacts[unknown.reusing]
    return {
        "reference": unknown.reference,
        "reusing": artifact_ref_link(context, unknown.reusing),
        "source": source_fact(context.site, artifact.origin.path, commit=unknown.commit),
    }
