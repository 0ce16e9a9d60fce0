"""The records behind the first and the last step: the commits, and what communities learned and changed."""

from dataclasses import replace

from outcome_catalog.model.ids import CommunityId
from outcome_catalog.publish.reports.data.sources import charter_source
from outcome_catalog.publish.reports.document import Block, Line, Paragraph, Row, Section, Span
from outcome_catalog.publish.reports.lines import joined, plain_text, sentence
from outcome_catalog.publish.reports.names import commit_name, community_name, source, written
from outcome_catalog.publish.reports.tables import Rows, columns, rest, row, table
from outcome_catalog.publish.reports.view import ReportView
from outcome_catalog.publish.words import day_text

REVISIONS_ID = "revisions"
ACTIVITY_ID = "activity"
_MOST_COMMITS = 60


def revisions_section(view: ReportView) -> Section:
    """What communities learned and changed in their charters."""
    found = view.report.cycles.reframing
    blocks: list[Block] = []
    if found:
        heads = columns(view, "day", "community", "change", "source")
        blocks.append(table(view, view.phrase("report.revisions.title"), heads, [Rows(found, _revision)]))
    else:
        blocks.append(Paragraph(line=plain_text(view.phrase("report.revisions.none"))))
    return Section(id=REVISIONS_ID, title=view.phrase("report.revisions.title"), blocks=tuple(blocks))


def activity_section(view: ReportView) -> Section:
    """The commits that added or changed artifacts, the latest first."""
    history = view.context.catalog.history
    commits = sorted(
        view.report.cycles.immediate, key=lambda commit: (history.commits[commit].day, commit), reverse=True
    )
    blocks: list[Block] = [Paragraph(line=plain_text(view.phrase("report.activity.means")), is_remark=True)]
    if commits:
        lines: list[Line] = []
        for commit in commits[:_MOST_COMMITS]:
            day = Span(text=f"{day_text(view.words, history.commits[commit].day)} ", mark="day")
            lines.append((day, commit_name(view, commit)))
        blocks.append(Paragraph(line=joined(lines, ", ")))
    else:
        blocks.append(Paragraph(line=plain_text(view.phrase("report.activity.none"))))
    if len(commits) > _MOST_COMMITS:
        blocks.append(Paragraph(line=rest(view, len(commits) - _MOST_COMMITS), is_remark=True))
    return Section(id=ACTIVITY_ID, title=view.phrase("report.activity.title"), blocks=tuple(blocks))


def _revision(view: ReportView, of: tuple[CommunityId, int]) -> Row:
    community, place = of
    found = view.context.catalog.communities[community]
    revision = found.charter.revisions[place]
    text: Line = (written(view, revision.change),)
    if revision.because is not None:
        because = sentence(view.words, "report.revisions.because", because=written(view, revision.because))
        text = (*text, Span(text="\n"), *(replace(span, mark="faint") for span in because))
    return row(
        (Span(text=day_text(view.words, revision.date), mark="day"),),
        community_name(view, community),
        text,
        source(view, charter_source(view.context.catalog, found, "revisions", place)),
    )
