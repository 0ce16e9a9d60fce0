"""Audiences: everything that is meant for somebody, the newest first, what nobody uses yet marked."""

from collections import defaultdict
from collections.abc import Iterator

from outcome_catalog.insights.figures import ReuseState
from outcome_catalog.model.artifact import Artifact, ArtifactStatus
from outcome_catalog.model.ids import AudienceId
from outcome_catalog.model.organisation import Audience
from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.artifact_rows import audiences_of, capped_rows, newest_first
from outcome_catalog.publish.pages.community_outputs import promise_text
from outcome_catalog.publish.pages.links import (
    Meta,
    audience_link,
    community_link,
    kind_link,
    link,
    search_link,
    written_link,
)
from outcome_catalog.publish.words import phrase

_MOST_LISTED = 150
_STATES = {
    ReuseState.REUSED: ("reused", "reused_yes"),
    ReuseState.WAITING: ("waiting", "reused_no"),
    ReuseState.TOO_YOUNG: ("too_young", "reused_too_young"),
}
"""The name of each state in the words, and that of the search's facet that finds it."""
_MOST_PROMISES = 60


def outputs(context: PublishContext) -> Iterator[Output]:
    """The list of audiences, and a page for each."""
    meant_for: dict[AudienceId, list[Artifact]] = defaultdict(list)
    for artifact in newest_first(context.catalog.artifacts.values()):
        if artifact.status is not ArtifactStatus.DRAFT:
            for audience_id in audiences_of(context, artifact):
                meant_for[audience_id].append(artifact)
    promised = _promised(context)
    audiences = context.catalog.organisation.audiences
    words = context.words["audiences"]
    meta = {
        "template": "audiences.html",
        "title": words["title"],
        "description": words["description"],
        "nav": 30,
        "nav_title": context.words["nav"]["audiences"],
        "audiences": [
            _counts(context, a, meant_for[a.id]) | {"summary": a.summary, "promised": len(promised[a.id])}
            for a in audiences
        ],
    }
    yield Output(path=addresses.page_path(addresses.audiences_url()), meta=meta)
    source = context.catalog.organisation.origin.path
    for audience in audiences:
        page = audience_meta(context, audience, meant_for[audience.id]) | {
            "promises": promised[audience.id][:_MOST_PROMISES],
            "promises_total": len(promised[audience.id]),
            "promised": phrase(context.words, "count.outputs", n=len(promised[audience.id])),
        }
        yield Output(path=addresses.page_path(addresses.audience_url(audience.id)), meta=page, edit_source=source)


def audience_meta(context: PublishContext, audience: Audience, artifacts: list[Artifact]) -> Meta:
    """All that an audience's page prints, apart from what is promised to it."""
    waiting = [a for a in artifacts if context.figures.artifacts[a.ref].state is ReuseState.WAITING]
    facets = {"audience": context.facets.audiences[audience.id]}
    return {
        "template": "audience.html",
        "title": audience.title,
        "description": audience.summary or phrase(context.words, "audiences.meant_for", title=audience.title),
        "id": audience.id,
        "summary": audience.summary,
        "contact": None if audience.contact is None else link(audience.contact, _contact_url(audience.contact)),
        "counts": _counts(context, audience, artifacts),
        "waiting": capped_rows(context, waiting, 6, **facets, reused=context.words["facet"]["reused_no"]),
        "artifacts": capped_rows(context, artifacts, _MOST_LISTED, **facets),
    }


def _counts(context: PublishContext, audience: Audience, artifacts: list[Artifact]) -> Meta:
    """How many artifacts there are for *audience*, and how many of them in each state of reuse."""
    return audience_link(context, audience.id) | {
        "count": len(artifacts),
        "text": phrase(context.words, "count.artifacts", n=len(artifacts)),
        "states": [_state(context, audience, artifacts, state) for state in _STATES],
        "newest": artifacts[0].date.isoformat() if artifacts else None,
    }


def _state(context: PublishContext, audience: Audience, artifacts: list[Artifact], state: ReuseState) -> Meta:
    """How many of *artifacts* stand so, in a word and in a phrase, and the search that finds them, if any."""
    name, facet = _STATES[state]
    count = sum(1 for artifact in artifacts if context.figures.artifacts[artifact.ref].state is state)
    facets = {"audience": context.facets.audiences[audience.id], "reused": context.words["facet"][facet]}
    found = search_link(phrase(context.words, f"count.{name}", n=count), **facets)
    return found | {
        "name": name,
        "word": context.words["audiences"][name],
        "count": count,
        "url": found["url"] if count else None,
    }


def _promised(context: PublishContext) -> dict[AudienceId, list[Meta]]:
    """For each audience what communities promise to it."""
    promised: dict[AudienceId, list[Meta]] = defaultdict(list)
    for community in context.catalog.communities.values():
        for promise in community.charter.expected_outputs:
            figure = context.figures.communities[community.id].outputs[promise.id]
            row = {
                "output": written_link(
                    context, promise.title, f"{addresses.community_url(community.id)}#output-{promise.id}"
                ),
                "community": community_link(context, community.id),
                "kind": kind_link(context, promise.kind),
                "promise": promise_text(context, promise),
                "delivered": link(
                    phrase(context.words, "count.delivered", n=len(figure.delivered)),
                    f"{addresses.community_url(community.id)}#output-{promise.id}",
                ),
                "state": figure.state.value.replace(" ", "-"),
                "state_word": context.words["output_state"][figure.state.value],
            }
            for audience in promise.audiences:
                promised[audience].append(row)
    return promised


def _contact_url(contact: str) -> str | None:
    """The contact as an address: as it stands, or as mail where it is one."""
    if "@" in contact and ":" not in contact and " " not in contact:
        return addresses.external_url(f"mailto:{contact}")
    return addresses.external_url(contact)
