"""Promised, delivered, kept: by community, then output by output, with what was not kept first."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from outcome_catalog.insights.period_report.figures import PromiseInPeriod
from outcome_catalog.insights.promise_figures import OutputState
from outcome_catalog.model.ids import CommunityId
from outcome_catalog.publish.pages.community_outputs import promise_text
from outcome_catalog.publish.reports.data.sources import charter_source, output_pointer
from outcome_catalog.publish.reports.document import Block, Line, Paragraph, Row, Section, Span
from outcome_catalog.publish.reports.lines import number, plain_text, sentence
from outcome_catalog.publish.reports.names import artifact_names, community_name, output_name, source, written
from outcome_catalog.publish.reports.tables import Rows, columns, group_title, row, table
from outcome_catalog.publish.reports.view import ReportView

ByCommunity = Mapping[CommunityId, list[PromiseInPeriod]]
Together = tuple[tuple[CommunityId, ...], list[PromiseInPeriod]]
Alike = tuple[PromiseInPeriod, ...]
ID = "promises"
OUTPUTS_ID = "output-by-output"
_ORDER = (OutputState.OVERDUE, OutputState.NOTHING_YET, OutputState.PARTLY, OutputState.MET, OutputState.NOT_DUE)
_TITLES_SHOWN = 3
_MOST_COMMUNITIES = 200
"""The sums of a community stand nowhere else, so that all but a very long list of them is shown."""


def section(view: ReportView) -> Section:
    """What was promised and what was delivered."""
    promises = view.report.promises
    blocks: list[Block] = [Paragraph(line=plain_text(view.phrase("report.promises.means")), is_remark=True)]
    if not promises:
        blocks.append(Paragraph(line=plain_text(view.phrase("report.promises.none"))))
    communities = _by_community(promises)
    if len(communities) > 1:
        heads = columns(
            view, "community", "due", "kept", "owed", "fulfilled", numbers=("due", "kept", "owed", "fulfilled")
        )
        rows = Rows(_with_quiet_ones_together(communities), _community_row)
        blocks.append(table(view, view.phrase("report.promises.by_community"), heads, [rows], _MOST_COMMUNITIES))
    if promises:
        heads = columns(
            view, "output", "promised", "due", "kept", "owed", "delivered", "source", numbers=("due", "kept", "owed")
        )
        blocks.append(table(view, view.phrase("report.promises.by_output"), heads, _groups(view), id_=OUTPUTS_ID))
    return Section(id=ID, title=view.phrase("report.promises.title"), blocks=tuple(blocks))


def _by_community(promises: tuple[PromiseInPeriod, ...]) -> ByCommunity:
    found: dict[CommunityId, list[PromiseInPeriod]] = defaultdict(list)
    for promise in promises:
        found[promise.community].append(promise)
    return found


def _with_quiet_ones_together(communities: ByCommunity) -> list[Together]:
    """A row for each community where something fell due or was delivered, and one for all the others together."""
    busy = {name for name, promises in communities.items() if any(p.due or p.delivered for p in promises)}
    rows: list[Together] = [((name,), promises) for name, promises in communities.items() if name in busy]
    quiet = tuple(name for name in communities if name not in busy)
    if quiet:
        rows.append((quiet, [promise for name in quiet for promise in communities[name]]))
    return rows


def _community_row(view: ReportView, found: Together) -> Row:
    names, promises = found
    due, kept, owed = (
        sum(counts) for counts in zip(*((p.due or 0, p.kept or 0, p.expected or 0) for p in promises), strict=True)
    )
    fulfilled = sum(promise.fulfilled or 0 for promise in promises)
    cells = (number(view.words, count, f"#{OUTPUTS_ID}") for count in (due, kept, owed, fulfilled))
    is_one = len(names) == 1
    name = community_name(view, names[0]) if is_one else Span(text=view.phrase("report.promises.quiet", n=len(names)))
    return row(name, *cells)


def _groups(view: ReportView) -> Iterator[Rows[Alike]]:
    for state in _ORDER:
        found = [promise for promise in view.report.promises if promise.state is state]
        mark = f"state {state.value}"
        title = group_title(view.word("output_state", state.value), len(found), mark)
        yield Rows(_with_empty_ones_together(found), _alike_row, title)


def _with_empty_ones_together(promises: list[PromiseInPeriod]) -> list[Alike]:
    """A row for each promise, and one for all that a community is to keep alive and has no artifact of."""
    empty: dict[CommunityId, list[PromiseInPeriod]] = defaultdict(list)
    for promise in promises:
        if promise.promise.standing and not promise.delivered:
            empty[promise.community].append(promise)
    alone = [(promise,) for promise in promises if promise not in empty.get(promise.community, ())]
    return [*alone, *map(tuple, empty.values())]


def _alike_row(view: ReportView, found: Alike) -> Row:
    if len(found) == 1:
        return _row(view, found[0])
    catalog, first = view.context.catalog, found[0]
    titles = [promise.promise.title for promise in found]
    place = charter_source(catalog, catalog.communities[first.community], "expected_outputs")
    rest = len(titles) - _TITLES_SHOWN
    more = (Span(text=f", {view.phrase('list.and_more', n=rest)}", mark="faint"),) if rest > 0 else ()
    return row(
        community_name(view, first.community),
        (Span(text=promise_text(view.context, first.promise), mark="brief"),),
        *(_count(view, None) for _ in range(3)),
        (
            Span(text=view.phrase("report.promises.none_of", n=len(found))),
            Span(text="\n"),
            written(view, ", ".join(titles[:_TITLES_SHOWN]), mark="faint"),
            *more,
        ),
        source(view, place),
    )


def _row(view: ReportView, found: PromiseInPeriod) -> Row:
    catalog = view.context.catalog
    community = catalog.communities[found.community]
    place = charter_source(catalog, community, *output_pointer(community, found.promise.id))
    counts = (_count(view, count) for count in (found.due, found.kept, found.expected))
    return row(
        (output_name(view, found.community, found.promise.id), *_of(view, found.community)),
        (Span(text=promise_text(view.context, found.promise), mark="brief"),),
        *counts,
        _delivered(view, found),
        source(view, place),
    )


def _of(view: ReportView, community: CommunityId) -> Line:
    """The community below an output's title."""
    return () if view.report.community else (Span(text="\n"), community_name(view, community, "faint"))


def _count(view: ReportView, count: int | None) -> Line:
    if count is None:
        return (Span(text=view.words["report"]["not_in_numbers"], mark="faint"),)
    return number(view.words, count)


def _delivered(view: ReportView, found: PromiseInPeriod) -> Line:
    """How many, their first titles, and what a reader has to know of a day or of what is kept alive."""
    names = artifact_names(view, found.delivered[::-1], _TITLES_SHOWN)
    line: Line = sentence(view.words, "report.delivered", n=len(found.delivered), number=len(found.delivered))
    if names:
        line = (*line, Span(text=f"{view.words['colon']} "), *names)
    if found.promise.quantity is None:
        carried_on = view.phrase("report.promises.carried_on") if found.is_carried_on else ""
        line = (*line, Span(text="\n"), Span(text=f"{carried_on} {view.text(found.why)}".strip(), mark="faint"))
    return line
