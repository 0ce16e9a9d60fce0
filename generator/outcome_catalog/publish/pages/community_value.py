"""What came of a community: benefit beside the time invested, the value cycles, and what was not possible before."""

from collections.abc import Callable, Iterator
from itertools import islice

from outcome_catalog.insights.figures import BenefitSum, IndicatorState, ReuseEvent
from outcome_catalog.insights.not_possible_before import NotPossibleBefore, Standing, statements
from outcome_catalog.model.catalog import Community
from outcome_catalog.model.history import Depth
from outcome_catalog.publish import addresses
from outcome_catalog.publish.charts.value_funnel import Stage, value_funnel
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.links import Meta, artifact_link, artifact_ref_link, link
from outcome_catalog.publish.pages.reuse_entries import event_anchor, party_text, range_text
from outcome_catalog.publish.provenance import source_fact
from outcome_catalog.publish.words import number_text, phrase

_CYCLES = ("immediate", "potential", "applied", "realised", "reframing")
_MOST_RECORDS = 30
_SHORT = 10


def value_meta(context: PublishContext, community: Community) -> Meta:
    """All that the value section of a community's page prints."""
    figures = context.figures.communities[community.id]
    events = {event.id: event for event in figures.reuse_out}
    found = statements(community, figures.reuse_out, figures.indicators)
    return {
        "benefits": [_benefit(context, benefit, events) for benefit in figures.benefits],
        "hours": _hours(context, community),
        "funnel_svg": _funnel(context, community),
        "cycles": [_cycle(context, community, name) for name in _CYCLES],
        "not_possible_before": [_statement(context, community, statement, events) for statement in found],
    }


def _benefit(context: PublishContext, benefit: BenefitSum, events: dict[str, ReuseEvent]) -> Meta:
    return {
        "text": range_text(context, benefit.floor, benefit.ceiling, benefit.unit),
        "floor": number_text(context.words, benefit.floor),
        "ceiling": number_text(context.words, benefit.ceiling),
        "unit": benefit.unit,
        "grade": benefit.grade.value,
        "grade_word": context.words["grade"][benefit.grade.value],
        "is_estimated": benefit.estimated,
        "note": benefit.note,
        "uses": [_use(context, events[use]) for use in benefit.uses[:_MOST_RECORDS]],
        "more": _more(context, len(benefit.uses)),
    }


def _hours(context: PublishContext, community: Community) -> Meta:
    """The time that members may have spent, or what the charter leaves open so that nobody can say."""
    figures, words = context.figures.communities[community.id], context.words["community"]
    low, high = figures.hours_per_year, figures.hours_per_year_high
    if low is None or high is None:
        why = words["no_members"] if community.charter.members is None else words["no_time"]
        return {"text": None, "why": why, "is_estimated": False}
    members = community.charter.members
    text = range_text(context, round(low), round(high), None)
    return {
        "text": phrase(context.words, "value.hours_per_year", hours=text),
        "why": None,
        "is_estimated": members is not None and members.estimated,
    }


def _funnel(context: PublishContext, community: Community) -> str:
    words = context.words["cycles"]
    stages = []
    for name in _CYCLES:
        count = _count(context, community, name)
        stages.append(Stage(name=words[name], count=count, text=_count_text(context, name, count)))
    return value_funnel(stages, chart_id="value-cycles", title=words["title"])


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
        "records": [{"source": None} | record for record in islice(records, _MOST_RECORDS)],
        "more": _more(context, count or 0),
    }


def _more(context: PublishContext, count: int) -> str | None:
    return phrase(context.words, "list.newest_of", shown=_MOST_RECORDS, n=count) if count > _MOST_RECORDS else None


def _commits(context: PublishContext, community: Community) -> Iterator[Meta]:
    """The commits that added or changed artifacts, the newest first."""
    known = context.catalog.history.commits
    for commit in reversed(context.figures.communities[community.id].value_cycles.commits):
        target = link(commit[:_SHORT], addresses.commit_url(context.site, commit))
        yield target | {"note": known[commit].day.isoformat() if commit in known else None}


def _artifacts(context: PublishContext, community: Community) -> Iterator[Meta]:
    """The artifacts that are offered, the newest first."""
    refs = context.figures.communities[community.id].value_cycles.artifacts
    found = sorted((context.catalog.artifacts[ref] for ref in refs), key=lambda a: (a.date, a.ref), reverse=True)
    for artifact in found:
        yield artifact_link(artifact) | {"note": artifact.date.isoformat()}


def _uses(context: PublishContext, community: Community) -> Iterator[Meta]:
    """The counted uses, the newest first."""
    counted = set(context.figures.communities[community.id].value_cycles.uses)
    for event in context.figures.communities[community.id].reuse_out:
        if event.id in counted:
            yield _use(context, event)


def _indicators(context: PublishContext, community: Community) -> Iterator[Meta]:
    """The indicators that are better than at their baseline."""
    figures = context.figures.communities[community.id]
    titles = {indicator.id: indicator.title for indicator in community.charter.indicators}
    for indicator in figures.value_cycles.indicators:
        state = context.words["indicator_state"][figures.indicators[indicator].state.value]
        yield link(titles[indicator], f"#indicator-{indicator}") | {"note": state}


def _revisions(context: PublishContext, community: Community) -> Iterator[Meta]:
    """The charter's revisions, the newest first."""
    cycles = context.figures.communities[community.id].value_cycles
    for revision in sorted(cycles.revisions, key=lambda revision: revision.date, reverse=True):
        yield link(revision.change, "#record") | {"note": revision.date.isoformat()}


_RECORDS: dict[str, Callable[[PublishContext, Community], Iterator[Meta]]] = {
    "immediate": _commits,
    "potential": _artifacts,
    "applied": _uses,
    "realised": _indicators,
    "reframing": _revisions,
}


def _use(context: PublishContext, event: ReuseEvent) -> Meta:
    """A use by what was used and by whom, its grade, and the record that says so."""
    what = artifact_ref_link(context, event.artifact)
    title = phrase(context.words, "attention.use", title=what["title"], party=party_text(context, event.party))
    url = None if what["url"] is None else f"{what['url']}#{event_anchor(event.id)}"
    return link(title, url) | {
        "note": context.words["grade"][event.grade.value],
        "source": source_fact(context.site, event.source_path, line=event.source_line, commit=event.commit),
    }


def _statement(
    context: PublishContext, community: Community, statement: NotPossibleBefore, events: dict[str, ReuseEvent]
) -> Meta:
    if statement.event is not None:
        who = _use(context, events[statement.event])
    else:
        title = next(outcome.title for outcome in community.charter.outcomes if outcome.id == statement.outcome)
        who = link(title, f"#outcome-{statement.outcome}")
    return {
        "text": statement.text,
        "standing": statement.standing.value.replace(" ", "-"),
        "standing_word": context.words["standing"][statement.standing.value],
        "is_counted": statement.standing is not Standing.NOT_COUNTED,
        "why": statement.why,
        "from": who,
        "is_use": statement.event is not None,
        "label": context.words["reuse"]["record"]
        if statement.event is not None
        else phrase(context.words, "value.charter_line", line=statement.source_line),
        "source": source_fact(context.site, statement.source_path, line=statement.source_line, commit=statement.commit),
    }
