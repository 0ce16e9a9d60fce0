"""Chains of reuse as a page shows them: step by step, with the grade of each link between."""

from outcome_catalog.insights.chains import Chain, ChainLink
from outcome_catalog.model.ids import ArtifactRef
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.links import Meta, artifact_ref_link, community_link
from outcome_catalog.publish.words import phrase


def chain_steps(context: PublishContext, chain: Chain, this: ArtifactRef | None = None) -> Meta:
    """A chain as plain data; *this* is the artifact on whose page it stands."""
    links = [None, *(_link(context, link) for link in chain.links)]
    return {
        "text": phrase(context.words, "chain.length", n=chain.length),
        "before": phrase(context.words, "chain.before", n=chain.cut_before) if chain.cut_before else None,
        "after": phrase(context.words, "chain.after", n=chain.cut_after) if chain.cut_after else None,
        "steps": [
            {"link": link, "artifacts": [_artifact(context, ref, this) for ref in step], "is_circle": len(step) > 1}
            for step, link in zip(chain.steps, links, strict=True)
        ],
    }


def _artifact(context: PublishContext, ref: ArtifactRef, this: ArtifactRef | None) -> Meta:
    community = community_link(context, context.catalog.artifacts[ref].community)
    return artifact_ref_link(context, ref) | {"community": community, "is_this": ref == this}


def _link(context: PublishContext, link: ChainLink) -> Meta:
    event, words = link.event, context.words
    source = artifact_ref_link(context, link.source)
    return {
        "grade": link.grade.value,
        "grade_word": words["grade"][link.grade.value],
        "url": f"{source['url']}#reuse-history",
        "not_counted": None if event.not_counted is None else words["not_counted"][event.not_counted.value],
    }
