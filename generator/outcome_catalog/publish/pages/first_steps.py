"""What to do next in a catalog that has nothing to show yet: promise, publish, record the first use."""

from itertools import islice

from outcome_catalog.model.artifact import ArtifactStatus
from outcome_catalog.model.catalog import Community
from outcome_catalog.model.charter import Lifecycle
from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.links import Meta, artifact_link, link, link_naming
from outcome_catalog.publish.pages.new_artifact import new_artifact_url
from outcome_catalog.publish.words import phrase

_MOST = 3
_KEYS = f"{addresses.contribute_url()}{{document}}/"


def first_steps(context: PublishContext) -> list[Meta]:
    """The steps until the first reuse, each with the links that take it; none once something has been published."""
    statuses = {artifact.status for artifact in context.catalog.artifacts.values()}
    if statuses - {ArtifactStatus.DRAFT}:
        return []
    return [_promise(context), _publish(context), _use(context)]


def _step(context: PublishContext, name: str, links: list[Meta]) -> Meta:
    words = context.words["first_steps"][name]
    return {"title": words["title"], "text": words["text"], "links": links}


def _open(context: PublishContext) -> list[Community]:
    every = context.catalog.communities.values()
    return [community for community in every if community.charter.lifecycle is not Lifecycle.CLOSED]


def _promise(context: PublishContext) -> Meta:
    """The charters to edit, and the page of what a charter says."""
    charters = [
        link(phrase(context.words, "first_steps.edit", title=community.charter.title), url)
        for community in _open(context)
        if (url := addresses.edit_url(context.site, community.charter.origin.path))
    ]
    keys = link(context.words["first_steps"]["charter_keys"], _KEYS.format(document="charter"))
    return _step(context, "promise", [*charters[:_MOST], keys])


def _publish(context: PublishContext) -> Meta:
    """The drafts to publish; a prefilled file for what is promised; the page of all that can be written."""
    every = context.catalog.artifacts.values()
    drafts = [
        link_naming(context, "first_steps.finish", named, named["url"])
        for named in (artifact_link(context, artifact) for artifact in islice(every, _MOST))
    ]
    promised = (
        link(phrase(context.words, "first_steps.write", title=promise.title), url)
        for community in _open(context)
        for promise in community.charter.expected_outputs
        if (url := new_artifact_url(context, community, promise))
    )
    page = link(context.words["first_steps"]["all_kinds"], addresses.contribute_url())
    return _step(context, "publish", [*drafts, *islice(promised, _MOST), page])


def _use(context: PublishContext) -> Meta:
    """What a reuse record says."""
    keys = link(context.words["first_steps"]["reuse_keys"], _KEYS.format(document="reuse"))
    return _step(context, "use", [keys])
