"""What the search is told of a page beside its text: what it is narrowed down by, its place in an order, its facts."""

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date

from outcome_catalog.insights.figures import ReuseState
from outcome_catalog.insights.uses import PROVEN
from outcome_catalog.model.artifact import Artifact, ArtifactStatus
from outcome_catalog.model.catalog import Community
from outcome_catalog.model.charter import Lifecycle
from outcome_catalog.model.ids import OutputId
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.artifact_rows import audiences_of
from outcome_catalog.publish.pages.links import Meta
from outcome_catalog.publish.words import day_text

_LAST_DAY, _MOST_USES = 99_999_999, 99_999
_STATE_WORD = {
    ReuseState.REUSED: "reused_yes",
    ReuseState.WAITING: "reused_no",
    ReuseState.TOO_YOUNG: "reused_too_young",
}


def artifact_search_record(context: PublishContext, artifact: Artifact, row: Meta) -> Meta:
    """What the search is told of *artifact*, whose line in lists is *row*."""
    best = row["reuse"]["grades"][0] if row["reuse"]["grades"] else None
    confirmed = sum(item["count"] for item in row["reuse"]["grades"] if item["grade"] in PROVEN)
    return {
        "filters": _pairs(_filters(context, artifact, best)),
        "sorts": _sorts(artifact.title, artifact.ref, artifact.date, (confirmed, row["reuse"]["counted"])),
        "facts": _pairs(
            [
                ("summary", artifact.summary),
                ("kind", row["kind"]["title"]),
                ("community", row["community"]["title"]),
                ("date", day_text(context.words, artifact.date)),
                ("reuse", row["reuse"]["text"]),
                ("reuse_state", row["reuse"]["state"]),
                *(() if best is None else (("grade", best["grade"]), ("grade_word", best["word"]))),
                *(() if row["status"] is None else (("status", row["status_word"]),)),
                *(() if row["lang"] is None else (("lang", row["lang"]),)),
            ]
        ),
    }


def community_search_record(context: PublishContext, community: Community, row: Meta) -> Meta:
    """What the search is told of *community*, whose line in lists is *row*; no use is its own, so none orders it."""
    charter = community.charter
    return {
        "filters": _pairs([("type", context.words["facet"]["communities"])]),
        "sorts": _sorts(charter.title, community.id, charter.started, (0, 0)),
        "facts": _pairs(
            [
                ("summary", charter.summary),
                ("kind", context.words["facet"]["communities"]),
                ("date", day_text(context.words, charter.started)),
                ("reuse", row["reuse"]["text"]),
                *(() if charter.lifecycle is Lifecycle.ACTIVE else (("status", row["lifecycle_word"]),)),
            ]
        ),
    }


def hand_written_search_record(words: Mapping[str, Mapping[str, str]], title: str, path: str) -> Meta:
    """What the search is told of a page that people wrote by hand: it has no day, so it comes last by day."""
    kind = words["facet"]["pages"]
    return {
        "filters": _pairs([("type", kind)]),
        "sorts": _sorts(title, path, None, (0, 0)),
        "facts": _pairs([("title", title), ("kind", kind)]),
    }


def _filters(context: PublishContext, artifact: Artifact, best: Meta | None) -> Iterable[tuple[str, str]]:
    """Name and value, in words; what is not offered yet is for nobody, and only what keeps a promise counts to it."""
    words, names, community = context.words, context.facets, artifact.community
    is_draft = artifact.status is ArtifactStatus.DRAFT
    audiences = () if is_draft else audiences_of(context, artifact)
    yield "type", words["facet"]["artifacts"]
    yield "community", names.communities.get(community, community)
    yield "kind", names.kinds.get(artifact.kind, artifact.kind)
    yield from (("audience", names.audiences.get(audience, audience)) for audience in audiences)
    yield "year", str(artifact.date.year)
    yield "reused", words["facet"][_STATE_WORD[context.figures.artifacts[artifact.ref].state]]
    # Not the word that agrees with how many uses there are: one grade would be two values.
    yield "grade", words["facet"]["no_use"] if best is None else words["grade"][best["grade"]]
    if artifact.output is not None and _is_delivery(context, artifact, artifact.output):
        yield "output", names.outputs[community, artifact.output]
    outcomes = (names.outcomes.get((community, outcome)) for outcome in artifact.outcomes)
    yield from (("outcome", name) for name in outcomes if name is not None)
    yield from (("tag", " ".join(tag.split())) for tag in artifact.tags)
    yield "status", words["status"][artifact.status.value]


def _is_delivery(context: PublishContext, artifact: Artifact, output: OutputId) -> bool:
    figures = context.figures.communities.get(artifact.community)
    figure = None if figures is None else figures.outputs.get(output)
    return figure is not None and artifact.ref in figure.delivered


def _sorts(title: str, name: str, day: date | None, uses: tuple[int, int]) -> list[Meta]:
    """Texts that put pages in order as they ascend: the newest or most used first, then by title, then by *name*.

    *uses* are the confirmed and all counted ones: a page of more confirmed uses comes before one of more claims.
    """
    number = 0 if day is None else day.year * 10_000 + day.month * 100 + day.day
    newest = f"{_LAST_DAY - number:08d}"
    used = " ".join(f"{_MOST_USES - min(count, _MOST_USES):05d}" for count in uses)
    ties = f"{_folded(title)} {name}"
    return _pairs([("newest", f"{newest} {used} {ties}"), ("reuses", f"{used} {newest} {ties}")])


def _folded(title: str) -> str:
    """A title without case and accents, as people look it up."""
    spread = unicodedata.normalize("NFKD", title.casefold())
    return "".join(character for character in spread if not unicodedata.combining(character))


def _pairs(found: Iterable[tuple[str, str]]) -> list[Meta]:
    return [{"name": name, "value": value} for name, value in dict.fromkeys(found)]
