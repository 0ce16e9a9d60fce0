"""Which communities promise artifacts of a kind, and how to begin one for them."""

from collections import defaultdict
from collections.abc import Mapping

from outcome_catalog.model.catalog import Community
from outcome_catalog.model.charter import ExpectedOutput, Lifecycle
from outcome_catalog.model.ids import KindId
from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.community_outputs import promise_text
from outcome_catalog.publish.pages.links import Meta, community_link, written_link
from outcome_catalog.publish.pages.new_artifact import new_artifact_url

_MOST_PER_KIND = 60


def promises_of(context: PublishContext) -> Mapping[KindId, list[Meta]]:
    """For each kind the expected outputs of open communities, with a prefilled new file; sixty a kind at most."""
    promises: dict[KindId, list[Meta]] = defaultdict(list)
    for community in context.catalog.communities.values():
        if community.charter.lifecycle is Lifecycle.CLOSED:
            continue
        for promise in community.charter.expected_outputs:
            if len(promises[promise.kind]) < _MOST_PER_KIND:
                promises[promise.kind].append(_promise(context, community, promise))
    return promises


def _promise(context: PublishContext, community: Community, promise: ExpectedOutput) -> Meta:
    return {
        "community": community_link(context, community.id),
        "output": written_link(context, promise.title, f"{addresses.community_url(community.id)}#output-{promise.id}"),
        "promise": promise_text(context, promise),
        "new_url": new_artifact_url(context, community, promise),
    }
