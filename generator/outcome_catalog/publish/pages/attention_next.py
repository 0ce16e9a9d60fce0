"""What to do next about each thing that needs a steward, and where one does it."""

from outcome_catalog.insights.attention.item import AttentionItem, Subject, Topic
from outcome_catalog.insights.figures import ReuseEvent
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.catalog import Community
from outcome_catalog.model.ids import CommunityId, IndicatorId, OutputId
from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.artifact_rows import audiences_of
from outcome_catalog.publish.pages.links import Meta, link
from outcome_catalog.publish.pages.new_artifact import new_artifact_url

_SOON = {
    Subject.COMMUNITY: Topic.REVIEW,
    Subject.OUTPUT: Topic.OUTPUT,
    Subject.INDICATOR: Topic.UNMEASURED,
    Subject.ARTIFACT: Topic.ARTIFACT_REVIEW,
}
"""What is to be done about what is coming up: the same as when its day has gone by."""
_FIRST_VALUE = "indicator: {indicator}\nvalues:\n  - date: {day}\n    value:\n"


def next_step(context: PublishContext, item: AttentionItem, event: ReuseEvent | None) -> Meta:
    """What to do about *item* and the way to the place: a file at the forge, or the page that says how.

    *event* is the reuse event that the item is about, where it is about one.
    """
    topic = _SOON.get(item.about, item.topic) if item.topic is Topic.COMING_UP else item.topic
    url = _place(context, item, topic, event) or addresses.contribute_url()
    return link(context.words["attention"]["next"][topic.value], url)


def _place(context: PublishContext, item: AttentionItem, topic: Topic, event: ReuseEvent | None) -> str | None:
    if item.about is Subject.DOCUMENT:
        return addresses.edit_url(context.site, item.subject)
    if event is not None:
        return addresses.edit_url(context.site, event.source_path)
    if item.about is Subject.ARTIFACT:
        return _artifact_place(context, context.catalog.artifact(item.subject), topic)
    community = context.catalog.communities[item.community or CommunityId("")]
    if item.about is Subject.OUTPUT:
        return _output_place(context, community, OutputId(item.subject), topic)
    if topic in {Topic.UNMEASURED, Topic.STALE}:
        return _measurement_place(context, community, IndicatorId(item.subject))
    return addresses.edit_url(context.site, community.charter.origin.path)


def _artifact_place(context: PublishContext, artifact: Artifact | None, topic: Topic) -> str | None:
    """An artifact that waits is told to those it is meant for; otherwise its file is the place."""
    if artifact is None:
        return None
    audiences = audiences_of(context, artifact) if topic is Topic.WAITING else ()
    if audiences:
        return addresses.audience_url(audiences[0])
    return addresses.edit_url(context.site, artifact.origin.path)


def _output_place(context: PublishContext, community: Community, output: OutputId, topic: Topic) -> str | None:
    """A new artifact for what is owed; the kind's template where there are many that nothing is there for."""
    promise = community.charter.expected_output(output)
    if promise is None:
        return None
    if topic is Topic.NOTHING_YET:
        return f"{addresses.kind_url(promise.kind)}#template" if promise.kind in context.catalog.kinds else None
    return new_artifact_url(context, community, promise)


def _measurement_place(context: PublishContext, community: Community, indicator: IndicatorId) -> str | None:
    """The file of an indicator's values, or a new one with the day filled in."""
    measurement = community.measurements.get(indicator)
    if measurement is not None:
        return addresses.edit_url(context.site, measurement.origin.path)
    path = f"communities/{community.id}/measurements/{indicator}.yml"
    text = _FIRST_VALUE.format(indicator=indicator, day=context.catalog.as_of.isoformat())
    return addresses.new_file_url(context.site, path, text)
