"""An artifact as a line of a list: what it is, where it comes from, whether anybody reuses it."""

from collections.abc import Iterable, Sequence

from outcome_catalog.insights.figures import ArtifactReuse, ReuseState
from outcome_catalog.insights.uses import GRADES_BEST_FIRST, PROVEN
from outcome_catalog.model.artifact import Artifact, ArtifactStatus
from outcome_catalog.model.ids import ArtifactRef, AudienceId
from outcome_catalog.publish.addresses import artifact_url
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.links import (
    Meta,
    artifact_link,
    community_link,
    foreign_language,
    kind_link,
    search_link,
)
from outcome_catalog.publish.words import phrase

_STATE_CLASS = {ReuseState.REUSED: "reused", ReuseState.WAITING: "waiting", ReuseState.TOO_YOUNG: "too-young"}


def newest_first(artifacts: Iterable[Artifact]) -> list[Artifact]:
    """*artifacts* by their own date, the newest first; by name where dates are equal."""
    return sorted(sorted(artifacts, key=lambda a: a.ref), key=lambda a: a.date, reverse=True)


def most_reused_first(context: PublishContext, artifacts: Iterable[Artifact]) -> list[Artifact]:
    """*artifacts* that are reused, by better evidenced uses, then all uses; those that nobody reuses are left out."""
    reuse = context.figures.artifacts

    def rank(artifact: Artifact) -> tuple[int, int, str]:
        figure = reuse[artifact.ref]
        confirmed = sum(figure.counted_by_grade.get(grade, 0) for grade in PROVEN)
        return (-confirmed, -figure.counted, artifact.ref)

    return sorted((a for a in artifacts if reuse[a.ref].counted), key=rank)


def audiences_of(context: PublishContext, artifact: Artifact) -> tuple[AudienceId, ...]:
    """Whom an artifact is meant for: its own audience, or that of the expected output it fulfils."""
    if artifact.audience or artifact.output is None:
        return artifact.audience
    community = context.catalog.communities.get(artifact.community)
    output = None if community is None else community.charter.expected_output(artifact.output)
    return () if output is None else output.audiences


def reuse_summary(context: PublishContext, ref: ArtifactRef) -> Meta:
    """Whether an artifact is reused, in words, with the counts by grade; a claim is told apart from a confirmed use."""
    figure = context.figures.artifacts[ref]
    grades = [
        {"grade": grade.value, "count": count, "word": phrase(context.words, f"state_count.grade.{grade}", n=count)}
        for grade in GRADES_BEST_FIRST
        if (count := figure.counted_by_grade.get(grade, 0))
    ]
    return {
        "state": _STATE_CLASS[figure.state],
        "text": _reuse_text(context, figure, is_draft=context.catalog.artifacts[ref].status is ArtifactStatus.DRAFT),
        "counted": figure.counted,
        "grades": grades,
        "url": f"{artifact_url(ref)}#reuse-history",
    }


def _reuse_text(context: PublishContext, figure: ArtifactReuse, *, is_draft: bool) -> str:
    if figure.counted:
        return phrase(context.words, "count.uses", n=figure.counted)
    if is_draft:
        return str(context.words["reuse_state"]["not-offered"])
    return str(context.words["reuse_state"][_STATE_CLASS[figure.state]])


def artifact_row(context: PublishContext, artifact: Artifact) -> Meta:
    """One artifact as a line of a list."""
    status = None if artifact.status is ArtifactStatus.PUBLISHED else artifact.status.value
    return artifact_link(context, artifact) | {
        "summary": artifact.summary,
        "date": artifact.date.isoformat(),
        "kind": kind_link(context, artifact.kind),
        "community": community_link(context, artifact.community),
        "status": status,
        "status_word": None if status is None else context.words["status"][status],
        "language": artifact.language,
        "lang": foreign_language(context, artifact),
        "reuse": reuse_summary(context, artifact.ref),
    }


def capped_rows(
    context: PublishContext,
    artifacts: Sequence[Artifact],
    most: int,
    *,
    told: str = "list.all_in_search",
    **facets: str,
) -> Meta:
    """The first *most* of *artifacts* as lines, how many there are, and the search whose *facets* find just these.

    *told* is the phrase that says how many they are.
    """
    total = len(artifacts)
    rest = search_link(phrase(context.words, told, n=total), **facets)
    return {
        "rows": [artifact_row(context, artifact) for artifact in artifacts[:most]],
        "total": total,
        "more": rest if total > most else None,
    }
