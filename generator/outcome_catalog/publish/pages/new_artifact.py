"""The way to begin an artifact: a new file at the forge, with the kind's template filled in."""

from outcome_catalog.model.catalog import Community
from outcome_catalog.model.charter import ExpectedOutput
from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.kind_template import artifact_template


def new_artifact_url(context: PublishContext, community: Community, promise: ExpectedOutput) -> str | None:
    """Where the forge offers a new artifact for *promise*, template filled in; None without a known forge or kind."""
    kind = context.catalog.kinds.get(promise.kind)
    if kind is None:
        return None
    day = context.catalog.as_of
    path = f"communities/{community.id}/artifacts/{day.isoformat()}-{promise.id}.md"
    return addresses.new_file_url(
        context.site, path, artifact_template(kind, day=day, words=context.words, promise=promise)
    )
