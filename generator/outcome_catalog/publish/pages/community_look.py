"""A community in one look: promised and delivered, outcomes, artifacts, reuse and vitality, each with the way to it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from outcome_catalog.insights.artifact_reuse import distinct_reusers
from outcome_catalog.insights.figures import ReuseState
from outcome_catalog.model.artifact import ArtifactStatus
from outcome_catalog.model.catalog import Community
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.artifact_reuse import reusers_text
from outcome_catalog.publish.pages.links import Meta
from outcome_catalog.publish.words import phrase


def look_meta(context: PublishContext, community: Community, row: Meta) -> list[Meta]:
    """The figures of *community* that stand over its page, each with its parts; *row* is its line of a list.

    A part is a state that has its own mark, or a count in plain words (``state`` None).
    """
    figures, words = context.figures.communities[community.id], context.words
    outputs = (figure.state for figure in figures.outputs.values())
    indicators = (figure.state for figure in figures.indicators.values())
    return [
        _tile(words, "outputs", row["outputs"]["text"], _states(words, "output_state", outputs)),
        _tile(words, "outcomes", row["indicators"]["text"], _states(words, "indicator_state", indicators)),
        _tile(
            words, "artifacts", phrase(words, "count.artifacts", n=len(community.artifacts)), _used(context, community)
        ),
        _tile(words, "reuse", row["reuse"]["text"], _users(context, community)),
    ]


def _tile(words: Mapping[str, Any], name: str, text: str, parts: list[Meta]) -> Meta:
    return {"name": name, "term": words["community"][name], "text": text, "url": f"#{name}", "parts": parts}


def _states(words: Mapping[str, Any], table: str, states: Iterable[StrEnum]) -> list[Meta]:
    """How many stand how, in the order of the words."""
    found = Counter(state.value for state in states)
    return [
        {"state": state.replace(" ", "-"), "text": phrase(words, f"state_count.{table}.{state}", n=n)}
        for state in words["state_count"][table]
        if (n := found[state])
    ]


def _used(context: PublishContext, community: Community) -> list[Meta]:
    """How many of the artifacts are reused, wait for it, are too young to be judged, or are not offered yet."""
    found: Counter[str] = Counter(
        context.figures.artifacts[artifact.ref].state
        for artifact in community.artifacts
        if artifact.status is not ArtifactStatus.DRAFT or context.figures.artifacts[artifact.ref].counted
    )
    named = {
        "count.reused": found[ReuseState.REUSED],
        "count.waiting": found[ReuseState.WAITING],
        "count.too_young": found[ReuseState.TOO_YOUNG],
        "count.own_drafts": len(community.artifacts) - found.total(),
    }
    return [_plain(phrase(context.words, key, n=count)) for key, count in named.items() if count]


def _users(context: PublishContext, community: Community) -> list[Meta]:
    """Who reuses the artifacts, and how many uses of others' work there are."""
    found = (party for artifact in community.artifacts for party in context.figures.artifacts[artifact.ref].parties)
    reusers = reusers_text(context, distinct_reusers(found))
    own = sum(1 for event in context.figures.communities[community.id].reuse_in if event.counted)
    lines = [] if reusers is None else [_plain(reusers)]
    return [*lines, _plain(phrase(context.words, "count.of_others", n=own))] if own else lines


def _plain(text: str) -> Meta:
    return {"state": None, "text": text}
