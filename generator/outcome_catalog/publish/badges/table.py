"""Which badges there are: to add one is to add a row."""

from collections.abc import Iterator

from outcome_catalog.insights.figures import ArtifactReuse, Grade, VitalityState
from outcome_catalog.model.artifact import Artifact
from outcome_catalog.model.ids import CommunityId
from outcome_catalog.publish.addresses import artifact_url, community_url
from outcome_catalog.publish.badges.badge import Badge, badge_svg, shields_endpoint
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.words import phrase

_GREEN, _BLUE, _AMBER, _GREY = "1d6b3a", "1a5a96", "8a4b00", "5a5a5a"
OF_GRADE = {Grade.VERIFIED: _GREEN, Grade.ATTESTED: _BLUE, Grade.CLAIMED: _AMBER}
OF_VITALITY = {
    VitalityState.PRODUCTIVE: _GREEN, VitalityState.BUSY: _BLUE, VitalityState.HARVESTED: _BLUE,
    VitalityState.SILENT: _AMBER,
}  # fmt: skip


def outputs(context: PublishContext) -> Iterator[Output]:
    """The badge of every community, and of every artifact of which a reuse was ever recorded, as picture and data.

    Records are never deleted, so an address that had a badge keeps one.
    """
    for community in context.catalog.communities.values():
        yield from _files(community_url(community.id), vitality_badge(context, community.id))
    for artifact in context.catalog.artifacts.values():
        if _has_badge(context, artifact):
            yield from _files(artifact_url(artifact.ref), reuse_badge(context, context.figures.artifacts[artifact.ref]))


def reuse_badge(context: PublishContext, figure: ArtifactReuse) -> Badge:
    """How often an artifact is used, and how well that is evidenced; its colour is that of the best grade."""
    grades = [(grade, count) for grade in OF_GRADE if (count := figure.counted_by_grade.get(grade, 0))]
    told = ", ".join(f"{count} {context.words['grade'][grade.value]}" for grade, count in grades)
    uses = phrase(context.words, "count.uses", n=figure.counted)
    colour = OF_GRADE[grades[0][0]] if grades else _GREY
    return Badge(label=context.words["badge"]["reuse"], message=f"{uses}: {told}" if grades else uses, colour=colour)


def vitality_badge(context: PublishContext, community: CommunityId) -> Badge:
    """A community's vitality, in the word that its page uses."""
    state = context.figures.communities[community].vitality.state
    word = context.words["vitality"][state.value]
    return Badge(label=context.words["vitality"]["title"], message=word, colour=OF_VITALITY.get(state, _GREY))


def reuse_badge_markdown(context: PublishContext, artifact: Artifact) -> str | None:
    """What to write elsewhere to show the artifact's badge; None where it has none or nobody can know its address."""
    address, page = (context.site.address(f"{artifact_url(artifact.ref)}{file}") for file in ("badge.svg", ""))
    if address is None or not _has_badge(context, artifact):
        return None
    return f"[![{context.words['badge']['reuse']}]({address})]({page})"


def _has_badge(context: PublishContext, artifact: Artifact) -> bool:
    return bool(context.figures.artifacts[artifact.ref].events)


def _files(folder: str, badge: Badge) -> Iterator[Output]:
    yield Output(path=f"{folder}badge.svg", content=badge_svg(badge))
    yield Output(path=f"{folder}badge.json", content=shields_endpoint(badge))
