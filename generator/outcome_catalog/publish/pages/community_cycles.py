"""The value cycles of a community and what its vitality was counted from: every count with its records."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from outcome_catalog.insights.figures import IndicatorState, ReuseEvent
from outcome_catalog.model.catalog import Community
from outcome_catalog.model.history import Depth
from outcome_catalog.model.ids import CommitId, IndicatorId
from outcome_catalog.publish import addresses
from outcome_catalog.publish.charts.value_funnel import Stage, value_funnel
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.links import Meta, artifact_link, artifact_ref_link, link, link_naming, written_link
from outcome_catalog.publish.pages.reuse_entries import event_anchor, party_text
from outcome_catalog.publish.provenance import source_fact
from outcome_catalog.publish.words import day_text, phrase

_CYCLES = ("immediate", "potential", "applied", "realised", "reframing")
MOST_RECORDS = 30
"""So many records of a figure stand on the page; how many there are is said."""
_SHORT = 10


def cycles_meta(context: PublishContext, community: Community) -> Meta:
    """The funnel of the value cycles, and each cycle with its records."""
    return {
        "funnel_svg": _funnel(context, community),
        "cycles": [_cycle(context, community, name) for name in _CYCLES],
    }


def vitality_records(context: PublishContext, community: Community) -> list[Meta]:
    """What a community's vitality was counted from: commits, uses and indicators, each list with its heading."""
    figures = context.figures.communities[community.id]
    vitality, words = figures.vitality, context.words["vitality"]
    attested = set(vitality.attested_uses)
    lists = {
        "commits": (vitality.commits, _commit_links(context, vitality.commits)),
        "uses": (vitality.attested_uses, (use_link(context, e) for e in figures.reuse_out if e.id in attested)),
        "moves": (vitality.moved_indicators, _indicator_links(context, community, vitality.moved_indicators)),
    }
    return [
        {
            "word": words[name],
            "count": len(found),
            "none": _none(context, name),
            "records": [{"source": None} | record for record in islice(records, MOST_RECORDS)],
            "more": records_cut(context, len(found)),
        }
        for name, (found, records) in lists.items()
    ]


def _funnel(context: PublishContext, community: Community) -> str:
    words = context.words["cycles"]
    stages = []
    for name in _CYCLES:
        count = _count(context, community, name)
        stages.append(Stage(name=words[name], count=count, text=_count_text(context, name, count)))
    return value_funnel(stages, chart_id="value-cycles", title=words["title"], words=context.words)


def _count(context: PublishContext, community: Community, name: str) -> int | None:
    """How many records a cycle has; None where nobody looked: no git history, or indicators that nobody measured."""
    figures = context.figures.communities[community.id]
    if name == "immediate" and context.catalog.history.depth is Depth.NONE:
        return None
    states = {figure.state for figure in figures.indicators.values()}
    if name == "realised" and states == {IndicatorState.NOT_MEASURED}:
        return None
    return int(getattr(figures.value_cycles, name))


def _count_text(context: PublishContext, name: str, count: int | None) -> str:
    if count is None:
        return str(context.words["cycles"]["unknown"][name])
    return phrase(context.words, f"cycles.records.{name}", n=count)


def _cycle(context: PublishContext, community: Community, name: str) -> Meta:
    count = _count(context, community, name)
    records = _RECORDS[name](context, community)
    return {
        "name": name,
        "word": context.words["cycles"][name],
        "count": count,
        "text": _count_text(context, name, count),
        "records": [{"source": None} | record for record in islice(records, MOST_RECORDS)],
        "more": records_cut(context, count or 0),
    }


def records_cut(context: PublishContext, count: int) -> str | None:
    """That only the newest of *count* records stand on the page, where that is so."""
    return phrase(context.words, "list.newest_of", shown=MOST_RECORDS, n=count) if count > MOST_RECORDS else None


def _none(context: PublishContext, name: str) -> str:
    """The word where there is no record: without git nobody can say that nothing was done."""
    is_unknown = name == "commits" and context.catalog.history.depth is Depth.NONE
    return str(context.words["state"]["not_measured" if is_unknown else "none"])


def _commits(context: PublishContext, community: Community) -> Iterator[Meta]:
    """The commits that added or changed artifacts, the newest first."""
    return _commit_links(context, context.figures.communities[community.id].value_cycles.commits)


def _commit_links(context: PublishContext, commits: Sequence[CommitId]) -> Iterator[Meta]:
    known = context.catalog.history.commits
    for commit in reversed(commits):
        target = link(commit[:_SHORT], addresses.commit_url(context.site, commit))
        yield target | {"note": day_text(context.words, known[commit].day) if commit in known else None}


def _artifacts(context: PublishContext, community: Community) -> Iterator[Meta]:
    """The artifacts that are offered, the newest first."""
    refs = context.figures.communities[community.id].value_cycles.artifacts
    found = sorted((context.catalog.artifacts[ref] for ref in refs), key=lambda a: (a.date, a.ref), reverse=True)
    for artifact in found:
        yield artifact_link(context, artifact) | {"note": day_text(context.words, artifact.date)}


def _uses(context: PublishContext, community: Community) -> Iterator[Meta]:
    """The counted uses, the newest first."""
    counted = set(context.figures.communities[community.id].value_cycles.uses)
    for event in context.figures.communities[community.id].reuse_out:
        if event.id in counted:
            yield use_link(context, event)


def _indicators(context: PublishContext, community: Community) -> Iterator[Meta]:
    """The indicators that are better than at their baseline."""
    return _indicator_links(context, community, context.figures.communities[community.id].value_cycles.indicators)


def _indicator_links(
    context: PublishContext, community: Community, indicators: Sequence[IndicatorId]
) -> Iterator[Meta]:
    figures = context.figures.communities[community.id]
    titles = {indicator.id: indicator.title for indicator in community.charter.indicators}
    for indicator in indicators:
        state = context.words["indicator_state"][figures.indicators[indicator].state.value]
        yield written_link(context, titles[indicator], f"#indicator-{indicator}") | {"note": state}


def _revisions(context: PublishContext, community: Community) -> Iterator[Meta]:
    """The charter's revisions, the newest first."""
    cycles = context.figures.communities[community.id].value_cycles
    for revision in sorted(cycles.revisions, key=lambda revision: revision.date, reverse=True):
        yield written_link(context, revision.change, "#record") | {"note": day_text(context.words, revision.date)}


_RECORDS: dict[str, Callable[[PublishContext, Community], Iterator[Meta]]] = {
    "immediate": _commits,
    "potential": _artifacts,
    "applied": _uses,
    "realised": _indicators,
    "reframing": _revisions,
}


def use_link(context: PublishContext, event: ReuseEvent) -> Meta:
    """A use by what was used and by whom, its grade, and the record that says so."""
    what = artifact_ref_link(context, event.artifact)
    url = None if what["url"] is None else f"{what['url']}#{event_anchor(event.id)}"
    return link_naming(context, "attention.use", what, url, party=party_text(context, event.party)) | {
        "note": context.words["grade"][event.grade.value],
        "source": source_fact(context.site, event.source_path, line=event.source_line, commit=event.commit),
    }
